/** The monitors probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('reads what each monitor tells of itself, and leaves empty sockets out', async () => {
  assert.deepEqual((await knownOf('monitors', 'two')).monitors, [
    { manufacturer: 'DEL', model: 'DELL E1916H', serial: 'G7XK2P1', madeYear: 2017, widthPx: 1366, heightPx: 768 },
    // No name and no serial: the product number is shown, and the serial is blank, not invented.
    { manufacturer: 'SAM', model: '0x0c3a', serial: { placeholder: '' }, madeYear: 2009, widthPx: 1920, heightPx: 1080 },
  ])
})

test('no monitor connected is a reading; no display driver is none', async () => {
  assert.deepEqual(await knownOf('monitors', 'none'), { monitors: [] })
  assert.equal(await reasonOf('monitors', { files: {} }), 'not-supported')
  assert.equal(await reasonOf('monitors', 'denied'), 'access-denied')
})

test('a monitor that tells nothing or garbage still stands there, unknown', async () => {
  const { monitors } = await knownOf('monitors', 'silent-and-garbage')
  assert.equal(monitors.length, 3)
  assert.deepEqual(monitors.map(({ manufacturer }) => why(manufacturer) ?? manufacturer).toSorted(), ['DEL', 'failed', 'not-supported'])
  const told = monitors.find(({ manufacturer }) => manufacturer === 'DEL')
  assert.deepEqual(told?.serial, { placeholder: '000000000000' })
  assert.deepEqual([why(told?.madeYear), why(told?.widthPx)], ['not-supported', 'not-supported'])
})
