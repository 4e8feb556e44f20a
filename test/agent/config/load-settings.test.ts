/** Settings: which layer wins, and how a wrong one is refused. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { loadSettings, type Sources } from '#agent/config/load-settings.ts'
import { INSTALLED_KEY, PLACED_FILE, POLICY_KEY, readPlacedSettings, SECRET_KEY } from '#agent/config/placed-settings.ts'
import { defaultSettings, SettingsSchema } from '#agent/config/settings.ts'
import type { CommandResult } from '#agent/platform/run-command.ts'
import { type PretendPc, pretendPlatform } from '../probes/pretend-platform.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function sources(folder: string, more: Partial<Sources> = {}): Sources {
  return { environment: { SOMAY_AGENT_STATE: folder, ...more.environment }, flags: more.flags ?? {}, isRoot: false }
}

async function refusalOf(given: Sources): Promise<{ vi: string; en: string }> {
  const loaded = await loadSettings(given)
  assert.equal(loaded.kind, 'refused')
  return loaded.kind === 'refused' ? loaded.says : { vi: '', en: '' }
}

test('the defaults fit their own schema', () => {
  for (const isRoot of [true, false]) assert.ok(Check(SettingsSchema, defaultSettings({}, isRoot)))
})

test('flags go before the environment, the environment before the file, the file before the defaults', async (t) => {
  const folder = temporaryFolder(t)
  writeFileSync(
    join(folder, 'settings.json'),
    JSON.stringify({
      collectorUrls: ['http://file'],
      logLevel: 'info',
      proxy: 'http://file:1',
      sampleSchedule: '*/5 * * * *',
      outboxMaxMegabytes: 7,
    }),
  )
  const environment = { SOMAY_COLLECTOR: 'http://environment', SOMAY_LOG: 'debug', SOMAY_SEND_TIMEOUT: '12' }
  const loaded = await loadSettings(sources(folder, { environment, flags: { collector: 'http://flag' } }))
  assert.ok(loaded.kind === 'loaded')
  const { settings } = loaded
  assert.deepEqual(
    [
      settings.collectorUrls,
      settings.logLevel,
      settings.proxy,
      settings.sampleSchedule,
      settings.outboxMaxMegabytes,
      settings.sendTimeoutSeconds,
    ],
    [['http://flag'], 'debug', 'http://file:1', '*/5 * * * *', 7, 12],
  )
  assert.equal(settings.inventorySchedule, defaultSettings({}, false).inventorySchedule)
})

for (const [name, environment, expected] of [
  ['an address that is none', { SOMAY_COLLECTOR: 'collector.example' }, /collectorUrl.*SOMAY_COLLECTOR.*http:\/\//],
  ['another protocol', { SOMAY_COLLECTOR: 'ftp://collector.example' }, /collectorUrl/],
  ['a schedule that is none', { SOMAY_SAMPLE_SCHEDULE: 'sometimes' }, /sampleSchedule.*SOMAY_SAMPLE_SCHEDULE.*cron/],
  ['a number that is none', { SOMAY_OUTBOX_MAX_MB: 'lots' }, /outboxMaxMegabytes.*whole number from 1/],
  ['a number out of range', { SOMAY_REACH_TIMEOUT: '0' }, /reachTimeoutSeconds/],
  ['an unknown log level', { SOMAY_LOG: 'loud' }, /logLevel.*error, warn, info, debug.*"loud"/],
] as const) {
  test(`refuses ${name}, naming the setting, its place and what is expected`, async (t) => {
    const says = await refusalOf(sources(temporaryFolder(t), { environment: { ...environment } }))
    assert.match(says.en, expected)
    assert.ok(says.vi.startsWith('Cấu hình'))
  })
}

test('names the flag when the flag is wrong, and the file when the file is', async (t) => {
  const folder = temporaryFolder(t)
  assert.match((await refusalOf(sources(folder, { flags: { collector: 'x' } }))).en, /--collector/)
  const file = join(folder, 'settings.json')
  writeFileSync(file, '{"outboxMaxDays": "many"}')
  assert.ok((await refusalOf(sources(folder))).en.includes(file))
})

test('refuses a setting that does not exist, and a file that is no JSON object', async (t) => {
  const folder = temporaryFolder(t)
  writeFileSync(join(folder, 'settings.json'), '{"colectorUrl": "http://x"}')
  assert.match((await refusalOf(sources(folder))).en, /colectorUrl.*collectorUrls/)
  for (const content of ['[]', 'null', '{', '']) {
    writeFileSync(join(folder, 'settings.json'), content)
    assert.match((await refusalOf(sources(folder))).en, /JSON object/)
  }
})

test('never shows a secret back', async (t) => {
  const says = await refusalOf(sources(temporaryFolder(t), { environment: { SOMAY_TOKEN: 'short' } }))
  assert.ok(!says.en.includes('short') && !says.vi.includes('short'))
})

const placedOn = (pc: PretendPc) => () => readPlacedSettings(pretendPlatform(pc))

const NO_KEY = { kind: 'failed', detail: 'reg.exe ended with 1' } as const
const KEYS = [INSTALLED_KEY, SECRET_KEY, POLICY_KEY].flatMap((key) => [key, key.replace(/\\[^\\]+$/, '')])

/** A Windows PC whose registry has nothing of ours but what is given. */
const windows = (commands: NonNullable<PretendPc['commands']>) =>
  placedOn({ os: 'windows', commands: { ...Object.fromEntries(KEYS.map((key) => [`reg.exe query ${key}`, NO_KEY])), ...commands } })

async function settingsOf(placed: Sources['placed'], environment: NodeJS.ProcessEnv = {}) {
  const loaded = await loadSettings({
    environment: { XDG_STATE_HOME: '/nowhere', ...environment },
    flags: {},
    isRoot: false,
    ...(placed && { placed }),
  })
  assert.ok(loaded.kind === 'loaded', loaded.kind === 'refused' ? loaded.says.en : '')
  return loaded.settings
}

test('a policy that names what this version does not know is followed in all else, and what was left out is told', async () => {
  const printed = [
    'HKEY',
    '    collectorUrls    REG_SZ    https://somay.tinh',
    '    settingOfTomorrow    REG_SZ    x',
    '    proxy    REG_SZ    none',
    '',
  ].join('\r\n')
  const loaded = await loadSettings({
    environment: { XDG_STATE_HOME: '/nowhere' },
    flags: {},
    isRoot: false,
    placed: windows({ [`reg.exe query ${POLICY_KEY}`]: printed }),
  })
  assert.ok(loaded.kind === 'loaded')
  assert.deepEqual([loaded.settings.collectorUrls, loaded.settings.proxy], [['https://somay.tinh'], 'none'])
  assert.match(loaded.ignored.map(({ en }) => en).join(), /holds "settingoftomorrow", which is not a setting/i)
})

test('an administrator sets a Windows PC by policy: addresses as text, numbers as numbers, names in any case', async () => {
  const printed = [
    '',
    'HKEY_LOCAL_MACHINE\\Software\\Policies\\SoMay\\Agent',
    '    CollectorUrls    REG_SZ    https://somay.tinh, https://somay.tinh.gov.vn',
    '    Token    REG_SZ    som_enrol_abcdef',
    '    sendTimeoutSeconds    REG_DWORD    0x3c',
    '    probeTargets    REG_SZ    [{"url": "https://trang.example/ok", "expect": "xin chào"}]',
    '',
  ].join('\r\n')
  const settings = await settingsOf(windows({ [`reg.exe query ${POLICY_KEY}`]: printed }))
  assert.deepEqual(settings.collectorUrls, ['https://somay.tinh', 'https://somay.tinh.gov.vn'])
  assert.deepEqual([settings.token, settings.sendTimeoutSeconds], ['som_enrol_abcdef', 60])
  assert.deepEqual(settings.probeTargets, [{ url: 'https://trang.example/ok', expect: 'xin chào' }])
})

test('what the installer was told counts, its secrets where they may be read, and a policy goes before both', async () => {
  const printed = (key: string, ...values: string[]) => ['', key, ...values.map((value) => `    ${value}`), ''].join('\r\n')
  const [installed, secret] = [`reg.exe query ${INSTALLED_KEY}`, `reg.exe query ${SECRET_KEY}`]
  const told = printed(INSTALLED_KEY, 'collectorUrls    REG_SZ    https://theo-msi.tinh', 'caFile    REG_SZ    C:\\ca.pem')
  const commands = { [installed]: told, [secret]: printed(SECRET_KEY, 'token    REG_SZ    som_enrol_abcdef') }
  const both = await settingsOf(windows(commands))
  assert.deepEqual([both.collectorUrls, both.caFile, both.token], [['https://theo-msi.tinh'], 'C:\\ca.pem', 'som_enrol_abcdef'])
  // A person may not read the secret ones, and their window works all the same.
  assert.equal((await settingsOf(windows({ [installed]: told }))).token, undefined)
  const policy = { [`reg.exe query ${POLICY_KEY}`]: printed(POLICY_KEY, 'collectorUrls    REG_SZ    https://theo-gpo.tinh') }
  assert.deepEqual((await settingsOf(windows({ ...commands, ...policy }))).collectorUrls, ['https://theo-gpo.tinh'])
})

test('a policy that is not there is none, and one that cannot be read is never taken for none', async () => {
  const parent = POLICY_KEY.replace(/\\Agent$/, '')
  const asked = (agent: CommandResult, above: CommandResult | string) =>
    windows({ [`reg.exe query ${POLICY_KEY}`]: agent, [`reg.exe query ${parent}`]: above })
  assert.equal((await settingsOf(asked(NO_KEY, NO_KEY))).collectorUrls, undefined)
  assert.equal((await settingsOf(asked(NO_KEY, `\r\n${parent}\\Collector\r\n`))).collectorUrls, undefined)
  for (const placed of [
    asked(NO_KEY, `\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\SoMay\\Agent\r\n`),
    asked({ kind: 'timed-out', detail: 'reg.exe took longer than 30000 ms' }, NO_KEY),
    asked({ kind: 'denied', detail: 'reg.exe may not be run' }, NO_KEY),
  ]) {
    const says = await refusalOf({ environment: { XDG_STATE_HOME: '/nowhere' }, flags: {}, isRoot: false, placed })
    assert.match(says.en, /The placed settings HKLM.* cannot be read: reg\.exe/)
  }
})

test('a proxy that is no address is refused, and its password not shown', async (t) => {
  for (const proxy of ['http://u:secretpw@host:99999', 'pac+http://', 'http://a b']) {
    const says = await refusalOf(sources(temporaryFolder(t), { environment: { SOMAY_PROXY: proxy } }))
    assert.match(says.en, /proxy/)
    assert.ok(!says.en.includes('secretpw'))
  }
})

test('on Linux a file under /etc does the same; the environment goes before it, and an agent with a folder of its own does not ask', async (t) => {
  const placed = placedOn({ files: { [PLACED_FILE]: JSON.stringify({ collectorUrls: ['https://somay.tinh'], logLevel: 'error' }) } })
  assert.deepEqual((await settingsOf(placed)).collectorUrls, ['https://somay.tinh'])
  assert.deepEqual((await settingsOf(placed, { SOMAY_COLLECTOR: 'http://here' })).collectorUrls, ['http://here'])
  assert.equal((await settingsOf(placed, { SOMAY_AGENT_STATE: temporaryFolder(t) })).collectorUrls, undefined)
})

test('what was placed wrong is refused with its place, and never passed over', async () => {
  const refused = (placed: Sources['placed']) =>
    refusalOf({ environment: { XDG_STATE_HOME: '/nowhere' }, flags: {}, isRoot: false, ...(placed && { placed }) })
  const refusedAt = (pc: PretendPc) => refused(placedOn(pc))
  assert.match((await refusedAt({ denied: [PLACED_FILE] })).en, /\/etc\/somay\/agent\.json cannot be read: .*EACCES/)
  assert.match((await refusedAt({ files: { [PLACED_FILE]: '[' } })).vi, /Không đọc được cấu hình đặt sẵn/)
  const policy = '\r\n    sendTimeoutSeconds    REG_SZ    soon\r\n'
  assert.match((await refused(windows({ [`reg.exe query ${POLICY_KEY}`]: policy }))).en, /sendTimeoutSeconds.*HKLM/)
})
