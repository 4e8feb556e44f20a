/** What macOS is asked, and what becomes of an answer that is none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PROBES } from '#agent/probes/index.ts'
import { readMac } from '#agent/probes/macos/run-sources.ts'
import { commandsFor, type DataType, dataTypesFor } from '#agent/probes/macos/sources.ts'
import type { Probe } from '#agent/probes/probe.ts'
import { runProbe } from '#agent/probes/run-probe.ts'
import { FACT_NAMES, type FactName } from '#shared/facts/index.ts'
import { bodyOf, NOWHERE, reasonOf } from '../known.ts'
import { pretendPlatform } from '../pretend-platform.ts'
import { brokenMac, DENIED, HANGS, macPc, profileOf, silentMac, textOf } from './mac-pc.ts'

/** Those that rest on system_profiler alone or cannot do without it. */
const ON_THE_REPORT: readonly FactName[] = [
  'bios',
  'chassis',
  'disks',
  'volumes',
  'graphics',
  'monitors',
  'battery',
  'network-adapters',
  'printers',
]

async function asked(facts: readonly FactName[]): Promise<string[][]> {
  const platform = pretendPlatform(macPc('mac-mini-m2'))
  const calls: string[][] = []
  const runCommand: typeof platform.runCommand = (file, args, limits) => {
    calls.push([file, ...args])
    return platform.runCommand(file, args, limits)
  }
  await readMac({ ...platform, runCommand }, facts)
  return calls
}

test('one run of system_profiler serves all facts, with only the data types the wanted ones need', async () => {
  const without = FACT_NAMES.filter((fact) => fact !== 'software')
  const runs = async (facts: readonly FactName[]) => (await asked(facts)).filter(([file]) => file === '/usr/sbin/system_profiler')
  assert.equal((await runs(without)).length, 1)
  // Programs are slow to list and are not wanted by default.
  assert.deepEqual(
    (await runs(FACT_NAMES)).map((words) => words.includes('SPApplicationsDataType')),
    [false, true],
  )
  assert.deepEqual(await asked(['battery']), [
    ['/usr/sbin/system_profiler', '-json', '-detailLevel', 'full', '-timeout', '90', 'SPPowerDataType'],
  ])
  assert.deepEqual(dataTypesFor(['disks']), ['SPNVMeDataType', 'SPSerialATADataType', 'SPUSBDataType', 'SPStorageDataType'])
  assert.deepEqual(commandsFor(['battery']), [])
})

test('a probe whose context was not made ready says so, and nothing else', async () => {
  const platform = pretendPlatform(macPc('mac-mini-m2'))
  for (const fact of ON_THE_REPORT) {
    const body = await runProbe(PROBES[fact] as Probe, { platform, reach: NOWHERE })
    assert.ok('unknown' in body && body.unknown === 'failed' && /the inventory of macOS was not taken$/.test(body.detail ?? ''), fact)
  }
})

test('nothing is run for facts that need nothing of it', async () => {
  assert.deepEqual(await asked(['placement', 'connectivity', 'tpm']), [])
})

test('the names of Wi-Fi networks around are never asked for', async () => {
  assert.ok((await asked(FACT_NAMES)).flat().every((word) => word !== 'SPAirPortDataType'))
})

test('keeps unknown when system_profiler hangs, is denied, or writes no JSON', async () => {
  for (const fact of ON_THE_REPORT) {
    assert.equal(await reasonOf(fact, silentMac('hangs.json')), 'timed-out', fact)
    assert.equal(await reasonOf(fact, silentMac('denied.json')), 'access-denied', fact)
    assert.equal(await reasonOf(fact, brokenMac('not-json.txt')), 'failed', fact)
    assert.equal(await reasonOf(fact, { os: 'macos' }), 'not-supported', fact)
  }
})

test('an empty report, empty data types and lone objects tell nothing, and nothing is made of them', async () => {
  for (const file of ['empty-object.json', 'lone-objects.json', 'empty-types.json'] as const)
    for (const fact of ON_THE_REPORT) assert.equal(await reasonOf(fact, brokenMac(file)), 'failed', `${fact}: ${file}`)
})

test('a list inside that is none does not look like an empty one', async () => {
  const inside = (type: DataType, key: string) => macPc('mac-mini-m2', { types: { [type]: [{ _name: 'x', [key]: { _name: 'y' } }] } })
  assert.equal(await reasonOf('monitors', inside('SPDisplaysDataType', 'spdisplays_ndrvs')), 'failed')
  assert.equal(await reasonOf('disks', inside('SPNVMeDataType', '_items')), 'failed')
  assert.equal(
    await reasonOf('disks', macPc('mac-mini-m2', { types: { SPNVMeDataType: [{ _items: [{ _items: ['disk0'] }] }] } })),
    'failed',
  )
})

test('a data type that is missing takes its own facts with it and no other', async () => {
  const pc = brokenMac('without-power-and-nvme.json')
  assert.equal(await reasonOf('battery', pc), 'failed')
  assert.equal(await reasonOf('disks', pc), 'failed')
  for (const fact of ['system', 'volumes', 'graphics', 'printers'] as const) assert.ok('known' in (await bodyOf(fact, pc)), fact)
})

/** Those whose answer is of this very moment, or of no Mac. */
const OF_THE_MOMENT: readonly FactName[] = ['connectivity', 'connectivity-check', 'placement']
const LASTING = FACT_NAMES.filter((fact) => 'macos' in PROBES[fact] && !OF_THE_MOMENT.includes(fact))

test('what nobody could read is never an empty list, a zero or a no', async () => {
  for (const said of ['', textOf('broken', 'not-json.txt'), textOf('broken', 'binary.txt'), '<plist version="1.0"><dict/></plist>']) {
    const commands = Object.fromEntries(commandsFor(FACT_NAMES).map((name) => [name, said]))
    const nothing = { ...macPc('mac-mini-m2', { commands }), profiler: '{}' }
    for (const fact of LASTING) assert.ok(!/:(0|false|""|\[\])[,}]/.test(JSON.stringify(await bodyOf(fact, nothing))), `${fact}: ${said}`)
  }
})

test('a command that hangs or is denied leaves nothing but unknown behind', async () => {
  for (const how of [HANGS, DENIED]) {
    const commands = Object.fromEntries(commandsFor(FACT_NAMES).map((name) => [name, how]))
    const closed = { ...macPc('mac-mini-m2', { commands }), profiler: how }
    for (const fact of LASTING) {
      const text = JSON.stringify(await bodyOf(fact, closed))
      assert.ok(text.includes(how === HANGS ? 'timed-out' : 'access-denied') && !/:(0|false|""|\[\])[,}]/.test(text), `${fact}: ${text}`)
    }
  }
})

test('a day of use changes usage and nothing else', async () => {
  const before = macPc('macbook-air-m1')
  const { SPStorageDataType, SPPowerDataType, SPInstallHistoryDataType } = profileOf('macbook-air-m1')
  const after = macPc('macbook-air-m1', {
    types: {
      SPStorageDataType: SPStorageDataType.map((row) => ({ ...row, free_space_in_bytes: 1_000_000_000 })),
      SPPowerDataType: JSON.parse(
        JSON.stringify(SPPowerDataType).replace('"sppower_battery_cycle_count":88', '"sppower_battery_cycle_count":89'),
      ),
      SPInstallHistoryDataType: [{ ...SPInstallHistoryDataType.at(-3), install_date: '2026-11-23T01:02:03Z' }, ...SPInstallHistoryDataType],
    },
    commands: {
      sysctl: textOf('macbook-air-m1', 'sysctl.txt').replace(/sec = \d+/, 'sec = 1795400000'),
      updateSettings: textOf('macbook-air-m1', 'updateSettings.txt').replaceAll('2026-11-2', '2026-12-2'),
      xprotect: textOf('macbook-air-m1', 'xprotect.txt').replace('2194', '2195'),
    },
  })
  for (const fact of LASTING) {
    const unchanged = JSON.stringify(await bodyOf(fact, before)) === JSON.stringify(await bodyOf(fact, after))
    assert.equal(unchanged, fact !== 'usage', fact)
  }
})
