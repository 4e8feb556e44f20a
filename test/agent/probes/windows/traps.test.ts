/** What can go wrong on a Windows PC, and what every fact then says: unknown with the reason, never a default. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readyContext } from '#agent/probes/context.ts'
import { SECTIONS, type SectionName } from '#agent/probes/windows/sections.ts'
import { takeInventory } from '#agent/report/take-inventory.ts'
import { FACT_NAMES, type FactName } from '#shared/facts/index.ts'
import { bodyOf, knownOf, NOWHERE, reasonOf, why } from '../known.ts'
import { type PretendPc, pretendPlatform } from '../pretend-platform.ts'
import { ACCESS_DENIED, NO_NAMESPACE, refusing, scriptOutput, windowsPc } from './windows-pc.ts'

/** Facts that come from the script and from nothing else. */
const FROM_SCRIPT = FACT_NAMES.filter((fact) => !['connectivity', 'connectivity-check', 'placement'].includes(fact))
/** Never unknown as a whole: the host name is Node's, and the other two are bundles of readings. */
const IN_PARTS: readonly FactName[] = ['system', 'memory', 'usage']

async function reasons(pc: PretendPc): Promise<string[]> {
  const found = await Promise.all(FROM_SCRIPT.filter((fact) => !IN_PARTS.includes(fact)).map((fact) => reasonOf(fact, pc)))
  const usage = await knownOf('usage', pc)
  const system = await knownOf('system', pc)
  return [
    ...new Set([...found, ...Object.values(usage).map(why), why(system.uuid), why(system.virtual), why(system.membership)].map(String)),
  ]
}

const script = (text: PretendPc['script']): PretendPc => ({
  os: 'windows',
  hostName: 'SNV-PC-014',
  ...(text !== undefined && { script: text }),
})

for (const [situation, pc, reason] of [
  ['PowerShell is not there', script(undefined), 'not-supported'],
  ['policy blocks the script', script({ kind: 'denied', detail: 'powershell.exe ended with 1: ...' }), 'access-denied'],
  ['policy constrains the language', script('{"format":1,"refused":"constrained-language"}\r\n'), 'access-denied'],
  ['the whole script hangs', script({ kind: 'timed-out', detail: 'powershell.exe took longer than 180000 ms' }), 'timed-out'],
  ['the script crashes', script({ kind: 'failed', detail: 'powershell.exe ended with 1' }), 'failed'],
  ['the output is empty', script(' \r\n'), 'failed'],
  ['the output is cut off', script(scriptOutput('laptop').slice(0, 4_000)), 'failed'],
  ['the output is no JSON', script('Windows PowerShell\r\nCopyright (C) Microsoft Corporation.'), 'failed'],
  ['the output is JSON of something else', script('[1]'), 'failed'],
  ['the script is of another version', script('{"format":2,"sections":{}}'), 'failed'],
  ['access is denied everywhere', refusing(ACCESS_DENIED), 'access-denied'],
  ['no namespace and no class is there', refusing(NO_NAMESPACE), 'not-supported'],
  ['every service fails', refusing({ failure: { type: 'System.Runtime.InteropServices.COMException', code: '800706BA' } }), 'failed'],
] as const) {
  test(`${situation}: every fact is unknown (${reason})`, async () => {
    assert.deepEqual(await reasons(pc), [reason])
  })
}

test('a hung provider takes only its own section along, and not what was read of it before', async () => {
  const pc = windowsPc(
    'laptop',
    { 'computer.computerSystem': JSON.parse(scriptOutput('laptop')).sections.computer.parts.computerSystem },
    { printers: 'timed-out', tpm: 'not-started', computer: 'timed-out' },
  )
  assert.equal(await reasonOf('printers', pc), 'timed-out')
  assert.equal(await reasonOf('tpm', pc), 'timed-out')
  assert.equal(await reasonOf('board', pc), 'timed-out')
  const system = await knownOf('system', pc)
  assert.deepEqual([system.manufacturer, why(system.uuid)], ['LENOVO', 'timed-out'])
  assert.ok('known' in (await bodyOf('os', pc)))
})

test('nothing but nulls and empty texts in every row is no reading', async () => {
  const output = JSON.parse(scriptOutput('laptop')) as { sections: Record<string, { parts: Record<string, { value?: unknown }> }> }
  for (const { parts } of Object.values(output.sections))
    for (const part of Object.values(parts)) if ('value' in part) part.value = { '': null }
  const pc = script(JSON.stringify(output))
  for (const fact of FROM_SCRIPT) {
    const text = JSON.stringify(await bodyOf(fact, pc))
    // Lists of which an empty one is a reading: rows without a name are nothing anyone could name.
    const allowed = text.replaceAll(/"(printers|products|programs|users|adapters|volumes)":\[\]/g, '')
    assert.ok(!/:(0|false|"")[,}]/.test(allowed), `${fact}: ${text}`)
  }
})

test('the byte order mark of code page 65001 and a list of one as a lone object change nothing', async () => {
  const marked = script(`\uFEFF${scriptOutput('office-desktop')}`)
  assert.deepEqual(await bodyOf('disks', marked), await bodyOf('disks', windowsPc('office-desktop')))
  const output = JSON.parse(scriptOutput('office-desktop')) as { sections: Record<string, { parts: Record<string, { value?: unknown }> }> }
  for (const { parts } of Object.values(output.sections))
    for (const part of Object.values(parts)) if (Array.isArray(part.value) && part.value.length < 2) part.value = part.value[0] ?? null
  for (const fact of FROM_SCRIPT)
    assert.deepEqual(await bodyOf(fact, script(JSON.stringify(output))), await bodyOf(fact, windowsPc('office-desktop')), fact)
})

test('an error’s number counts, whatever the language of its text', async () => {
  for (const [code, type, reason] of [
    ['80070005', 'System.UnauthorizedAccessException', 'access-denied'],
    ['8013150A', 'System.Security.SecurityException', 'access-denied'],
    ['80041010', 'System.Management.ManagementException', 'not-supported'],
    ['80131501', 'System.Management.Automation.CommandNotFoundException', 'not-supported'],
    ['00040004', 'System.Management.ManagementException', 'timed-out'],
    ['', '', 'failed'],
  ] as const) {
    assert.equal(await reasonOf('printers', windowsPc('laptop', { 'printers.printers': { failure: { type, code } } })), reason, code)
  }
})

test('two inventories of one PC are equal, and unordered lists do not change them', async () => {
  const platform = pretendPlatform(windowsPc('office-desktop'))
  const reversed = JSON.parse(scriptOutput('office-desktop')) as {
    sections: Record<string, { parts: Record<string, { value?: unknown }> }>
  }
  for (const { parts } of Object.values(reversed.sections))
    for (const part of Object.values(parts)) if (Array.isArray(part.value)) part.value.reverse()
  // The check tells times, which differ at every run.
  const take = (one: typeof platform) =>
    takeInventory({ context: { platform: one, reach: NOWHERE }, switchedOff: ['connectivity-check'], now: () => 0 })
  const other = pretendPlatform(script(JSON.stringify(reversed)))
  assert.equal((await take(other)).manifestHash, (await take(platform)).manifestHash)
})

test('one run for all facts, and what is switched off is not asked for', async () => {
  const runs: string[][] = []
  const platform = pretendPlatform(windowsPc('laptop'))
  const watched: typeof platform = {
    ...platform,
    runCommand(file, args, limits) {
      if (file === 'powershell.exe') runs.push([...args])
      return platform.runCommand(file, args, limits)
    },
  }
  const off: FactName[] = ['software', 'signed-in-user']
  await takeInventory({ context: { platform: watched, reach: NOWHERE }, switchedOff: off, now: () => 0 })
  assert.equal(runs.length, 1)
  const sections = runs[0]?.[runs[0].indexOf('-Sections') + 1] ?? ''
  assert.deepEqual(
    sections.split(',').map((pair) => pair.split('=')[0]),
    (Object.keys(SECTIONS) as SectionName[]).filter((name) => !(off as string[]).includes(name)),
  )
  assert.ok(runs[0]?.includes('-NoProfile') && runs[0].includes('-NonInteractive') && runs[0].includes('Hidden'))
  await readyContext({ platform: watched, reach: NOWHERE }, ['tpm'])
  assert.equal(runs[1]?.[runs[1].indexOf('-Sections') + 1], 'tpm=40')
})

test('the script is found beside the bundle, and from the sources in the folder the build fills', async () => {
  const asked: string[] = []
  const platform = pretendPlatform(windowsPc('laptop'))
  const inSources: typeof platform = {
    ...platform,
    programFolder: 'C:\\clone\\agent\\src',
    modifiedAt: async (path) =>
      path.includes('..\\dist') ? { kind: 'read', value: '2026-11-23T05:00:00.000Z' } : { kind: 'absent', detail: path },
    runCommand(file, args, limits) {
      asked.push(args[args.indexOf('-File') + 1] ?? '')
      return platform.runCommand(file, args, limits)
    },
  }
  assert.equal((await readyContext({ platform: inSources, reach: NOWHERE }, ['tpm'])).windows?.kind, 'read')
  assert.equal((await readyContext({ platform, reach: NOWHERE }, ['tpm'])).windows?.kind, 'read')
  assert.deepEqual(asked, ['C:\\clone\\agent\\src\\..\\dist\\windows-inventory.ps1'])
})

test('the script missing beside the agent is said, and PowerShell is not even started', async () => {
  const platform = { ...pretendPlatform(windowsPc('laptop')), programFolder: 'D:\\elsewhere' }
  const { windows } = await readyContext({ platform, reach: NOWHERE }, ['tpm'])
  assert.ok(windows?.kind === 'failed' && windows.detail.includes('windows-inventory.ps1'))
})
