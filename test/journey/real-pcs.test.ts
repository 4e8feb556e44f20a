/** A thousand real PCs from the maker's table to the list: what was read stands there, what was not is unknown, and sample texts name nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeReport } from '#agent/report/compose-report.ts'
import { nextReportId } from '#agent/report/report-id.ts'
import { takeInventory } from '#agent/report/take-inventory.ts'
import type { Cell, PcList } from '#shared/api/pcs.ts'
import { NOWHERE } from '../agent/probes/known.ts'
import { pretendPlatform } from '../agent/probes/pretend-platform.ts'
import { appOver } from '../collector/app-over.ts'
import { pretend, type RealPc, realPcs } from './real-pc.ts'

const COUNT = 1_000
const MEGABYTE = 1_048_576
const COLUMNS = [
  'name',
  'manufacturer',
  'model',
  'processor',
  'memoryBytes',
  'memoryFreeSlots',
  'tpmVersion',
  'osName',
  'systemDiskKind',
  'serial',
]
const PAGE = 200

/** Not the product's own list: what a person sees at once to be no name. */
const SAMPLE_TEXT =
  /^(|n\/?a|none|default string|not (specified|applicable)|to be filled by o\.?e\.?m\.?|system (manufacturer|product name|version|serial number)|o\.?e\.?m\.?|x+|\.+)$/i

async function reportOf(pc: RealPc) {
  const context = { platform: pretendPlatform(pretend(pc)), reach: NOWHERE }
  const inventory = await takeInventory({ context, switchedOff: ['software', 'signed-in-user'], now: Date.now })
  const now = new Date().toISOString()
  const id = nextReportId(Date.now(), undefined)
  return composeReport({ id, now, agentVersion: '0.1.0', inventory, acknowledged: undefined, samples: [] })
}

/** Makers pad with spaces; the list does not. */
const spaced = (text: string | null) => text?.trim().replace(/\s+/g, ' ')

/** The firmware's flash chip is no memory, and a place for chips on the board that stands empty takes no module. */
const isPlaceForModules = ({ type, sizeMb, formFactor }: RealPc['memory']['modules'][number]) =>
  type !== 'Flash' && (sizeMb !== 0 || !['Chip', 'Row Of Chips', 'Die', 'TSOP'].includes(formFactor ?? ''))

const isValue = (cell: Cell | undefined) => cell !== undefined && cell !== null && typeof cell !== 'object'

test('a thousand real PCs come through, and no fact is invented on the way', async (t) => {
  const pcs = realPcs(COUNT)
  if (!pcs) {
    console.error('NOT RUN: the collection of real PCs does not lie beside this project.')
    return t.skip('no collection')
  }
  const { app, agent, logIn } = await appOver(t)
  const held = new Map<number, RealPc>()
  for (const pc of pcs) {
    const { pcId, credential } = await agent()
    held.set(pcId, pc)
    const headers = { authorization: `Bearer ${credential}` }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/reports', headers, payload: await reportOf(pc) })
    assert.equal(answer.statusCode, 200, answer.body)
    assert.deepEqual(answer.json().need, [])
  }

  const headers = await logIn('viewer')
  const rows: PcList['rows'] = []
  for (let after: string | null | undefined = ''; after !== null && after !== undefined; ) {
    const url = `/api/v1/pcs?columns=${COLUMNS.join()}&limit=${PAGE}${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`
    const list: PcList = (await app.inject({ url, headers })).json()
    rows.push(...list.rows)
    after = list.next
  }
  assert.equal(rows.length, COUNT)

  let placeholders = 0
  for (const { id, cells } of rows) {
    const pc = held.get(id) as RealPc
    const { manufacturer, model, processor, memoryBytes, memoryFreeSlots, tpmVersion, osName, systemDiskKind, serial } = cells
    for (const [cell, told] of [
      [manufacturer, pc.system.manufacturer],
      [model, pc.system.product],
    ] as const) {
      if (told === null || SAMPLE_TEXT.test(told.trim())) {
        assert.ok(!isValue(cell), `${pc.id}: ${JSON.stringify(told)} became ${JSON.stringify(cell)}`)
        if (told !== null) placeholders++
      } else if (isValue(cell)) assert.equal(cell, spaced(told))
      else assert.deepEqual(cell, { unknown: 'placeholder' }, `${pc.id}: ${told}`)
    }
    if (isValue(processor)) assert.equal(processor, spaced(pc.cpu.version))
    const sizes = pc.memory.modules.filter(isPlaceForModules).map(({ sizeMb }) => sizeMb)
    if (isValue(memoryBytes)) assert.equal(memoryBytes, sizes.reduce((sum: number, size) => sum + (size ?? 0), 0) * MEGABYTE)
    else assert.ok(sizes.length === 0 || sizes.includes(null), `${pc.id}: ${JSON.stringify(memoryBytes)}`)
    if (isValue(memoryFreeSlots)) assert.equal(memoryFreeSlots, sizes.filter((size) => size === 0).length)
    // The kernel tells the major version alone.
    const major = pc.tpm?.spec?.slice(0, 1)
    assert.ok(major ? tpmVersion === (major === '1' ? '1.2' : '2.0') : !isValue(tpmVersion), `${pc.id}: TPM ${JSON.stringify(tpmVersion)}`)
    for (const cell of [osName, systemDiskKind, serial]) assert.ok(!isValue(cell), `${pc.id}: ${JSON.stringify(cell)} was never read`)
  }
  t.diagnostic(`${placeholders} sample texts of makers stayed out of the list`)
  assert.ok(placeholders > COUNT / 10)
})
