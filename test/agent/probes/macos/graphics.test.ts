/** Graphics adapters of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { macPc, profileOf, type Row, type Situation } from './mac-pc.ts'

const GIB = 2 ** 30

async function adaptersOf(situation: Situation): Promise<unknown[][]> {
  const { adapters } = await knownOf('graphics', macPc(situation))
  return adapters.map(({ name, vendor, memoryBytes }) => [name, vendor, why(memoryBytes) ?? memoryBytes])
}

test('memory of its own is told, memory taken from the Mac is not counted', async () => {
  assert.deepEqual(await adaptersOf('macbook-pro-t2'), [
    ['AMD Radeon Pro 5300M', 'AMD', 4 * GIB],
    ['Intel UHD Graphics 630', 'Intel', 'not-supported'],
  ])
  assert.deepEqual(await adaptersOf('macbook-air-m1'), [['Apple M1', 'Apple', 'not-supported']])
  assert.deepEqual(await adaptersOf('imac-intel'), [['Radeon Pro 570', 'AMD', 4 * GIB]])
})

test('a Mac without a monitor has its adapter all the same', async () => {
  assert.deepEqual(await adaptersOf('mac-mini-m2'), [['Apple M2', 'Apple', 'not-supported']])
})

test('makes nothing of garbage', async () => {
  const row: Row = {
    ...profileOf('imac-intel').SPDisplaysDataType[0],
    sppci_model: { a: 1 },
    spdisplays_vendor: undefined,
    spdisplays_vram: 'much',
  }
  const [adapter] = (await knownOf('graphics', macPc('imac-intel', { types: { SPDisplaysDataType: [row] } }))).adapters
  assert.deepEqual([why(adapter?.name), why(adapter?.vendor), why(adapter?.memoryBytes)], ['failed', 'not-supported', 'failed'])
})
