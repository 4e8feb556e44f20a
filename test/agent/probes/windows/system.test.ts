/** Which Windows it is, its updates and what protects it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { ACCESS_DENIED, NO_NAMESPACE, windowsPc } from './windows-pc.ts'

const version = (values: Record<string, unknown>) => ({
  'os.currentVersion': { value: { ProductName: 'Windows 10', CurrentBuild: '19045', ...values } },
})

test('Windows 10 to its update revision', async () => {
  assert.deepEqual(await knownOf('os', windowsPc('office-desktop')), {
    family: 'windows',
    name: 'Windows 10 Pro',
    version: '22H2',
    build: 19_045,
    ubr: 5737,
    supportEdition: 'pro',
    architecture: 'x64',
    installedAt: '2021-03-02T02:01:00.000Z',
  })
})

test('Windows 11 is called so, although its registry says 10', async () => {
  const os = await knownOf('os', windowsPc('laptop'))
  assert.deepEqual([os.name, os.version, os.build], ['Windows 11 Pro', '24H2', 26_100])
})

test('Windows 7 has no update revision, which is not revision 0', async () => {
  const os = await knownOf('os', windowsPc('windows-7'))
  assert.deepEqual([os.name, os.version, os.architecture, os.supportEdition], ['Windows 7 Ultimate', '6.1.7601', 'x86', 'other'])
  assert.equal(why(os.ubr), 'not-supported')
})

for (const [edition, expected, more] of [
  ['EnterpriseS', 'ltsc', {}],
  ['EnterpriseSN', 'ltsc', {}],
  ['IoTEnterpriseS', 'ltsc', {}],
  ['IoTEnterpriseSK', 'ltsc', {}],
  ['Enterprise', 'enterprise', {}],
  ['IoTEnterprise', 'enterprise', {}],
  ['CoreSingleLanguage', 'home', {}],
  ['ProfessionalWorkstation', 'pro', {}],
  ['Education', 'education', {}],
  ['ServerStandard', 'server', { InstallationType: 'Server Core' }],
  ['CloudEdition', 'other', {}],
] as const) {
  test(`${edition} is supported as ${expected}`, async () => {
    assert.equal((await knownOf('os', windowsPc('office-desktop', version({ EditionID: edition, ...more })))).supportEdition, expected)
  })
}

test('updates that wait are counted without signatures, in Vietnamese as in English', async () => {
  const patches = await knownOf('patches', windowsPc('office-desktop'))
  assert.deepEqual([patches.pendingCount, patches.pendingSecurityCount], [2, 1])
  assert.ok(Array.isArray(patches.pending))
  assert.deepEqual(
    patches.pending.map(({ id, severity }) => [id, severity]),
    [
      ['KB5066139', 'other'],
      ['KB5066791', 'critical'],
    ],
  )
  assert.match(patches.pending[1]?.title ?? '', /^2025-10 Bản cập nhật Tích lũy/)
  assert.deepEqual([patches.restartPending, patches.source], [false, 'Microsoft Update'])
})

test('fresh signatures, failures and apps of the Store are no last success', async () => {
  assert.equal((await knownOf('patches', windowsPc('office-desktop'))).lastSuccessAt, '2025-04-10T03:12:00.000Z')
})

test('an empty memory of Windows Update leaves the newest installed day', async () => {
  const patches = await knownOf('patches', windowsPc('laptop'))
  assert.equal(patches.lastSuccessAt, '2026-07-23T00:00:00.000Z')
  assert.deepEqual([patches.pendingCount, patches.restartPending, patches.source], [0, true, 'WSUS wsus.snv.gov.example'])
})

test('"none waits" is not said where Windows never looked, nor where its service is off', async () => {
  const never = windowsPc('laptop', { 'updates-policy.lastSearchAt': { value: null } })
  const patches = await knownOf('patches', never)
  assert.deepEqual([why(patches.pendingCount), why(patches.pendingSecurityCount), why(patches.pending)], ['failed', 'failed', 'failed'])
  const old = await knownOf('patches', windowsPc('windows-7'))
  assert.deepEqual([why(old.pendingCount), old.installed], ['failed', [{ id: 'KB976902', installedAt: '2011-08-07T00:00:00.000Z' }]])
  assert.equal(why((await knownOf('usage', windowsPc('windows-7'))).updateListsFreshAt), 'failed')
})

test('a mark nobody could read leaves "no restart due" unsaid, a mark that is there says yes all the same', async () => {
  const unread = windowsPc('office-desktop', { 'updates-policy.movesPending': ACCESS_DENIED })
  assert.equal(why((await knownOf('patches', unread)).restartPending), 'access-denied')
  const marked = windowsPc('laptop', { 'updates-policy.renamePending': ACCESS_DENIED })
  assert.equal((await knownOf('patches', marked)).restartPending, true)
})

test('the TPM: by its class, by its device for a plain user, and absent only when both say so', async () => {
  assert.deepEqual(await knownOf('tpm', windowsPc('laptop')), { present: true, specVersion: '2.0', enabled: true, manufacturer: 'STM' })
  assert.deepEqual(await knownOf('tpm', windowsPc('office-desktop')), { present: false })
  const plain = await knownOf('tpm', windowsPc('laptop', { 'tpm.tpm': ACCESS_DENIED }))
  assert.deepEqual([plain.present, plain.specVersion, plain.enabled, why(plain.manufacturer)], [true, '2.0', true, 'access-denied'])
  assert.equal(await reasonOf('tpm', windowsPc('office-desktop', { 'tpm.tpm': ACCESS_DENIED })), 'access-denied')
  assert.equal(await reasonOf('tpm', windowsPc('windows-7')), 'not-supported')
  assert.equal(await reasonOf('tpm', windowsPc('laptop', { 'tpm.tpm': { value: [] } })), 'failed')
})

test('Secure Boot: the firmware’s word, the registry for a plain user, certainly off in legacy mode', async () => {
  assert.deepEqual(await knownOf('secure-boot', windowsPc('laptop')), { capable: true, enabled: true })
  const plain = await knownOf(
    'secure-boot',
    windowsPc('laptop', { 'firmware.confirmed': ACCESS_DENIED, 'firmware.state': { value: { UEFISecureBootEnabled: 0 } } }),
  )
  assert.deepEqual([plain.enabled, why(plain.capable)], [false, 'access-denied'])
  const legacy = await knownOf('secure-boot', windowsPc('office-desktop'))
  assert.deepEqual([legacy.enabled, why(legacy.capable)], [false, 'not-supported'])
  const unable = { failure: { type: 'System.PlatformNotSupportedException', code: '80131539' } }
  assert.deepEqual(await knownOf('secure-boot', windowsPc('laptop', { 'firmware.confirmed': unable, 'firmware.state': { value: null } })), {
    capable: false,
    enabled: false,
  })
  const silent = windowsPc('windows-7')
  assert.equal(await reasonOf('secure-boot', silent), 'not-supported')
})

test('antivirus: states decoded; a server without a Security Center has Defender’s own word', async () => {
  assert.deepEqual((await knownOf('antivirus', windowsPc('office-desktop'))).products, [
    { name: 'Kaspersky Endpoint Security cho Windows', enabled: true, upToDate: true },
    { name: 'Windows Defender', enabled: false, upToDate: true },
  ])
  const state = (productState: number) => ({ 'antivirus.products': { value: { displayName: 'X', productState } } })
  const expired = await knownOf('antivirus', windowsPc('laptop', state(0x063010)))
  assert.deepEqual(expired.products, [{ name: 'X', enabled: false, upToDate: false }])
  assert.equal(why((await knownOf('antivirus', windowsPc('laptop', state(0x06f000)))).products[0]?.enabled), 'failed')
  const defender = { value: { AntivirusEnabled: true, RealTimeProtectionEnabled: true, DefenderSignaturesOutOfDate: false } }
  const server = windowsPc('laptop', { 'antivirus.products': NO_NAMESPACE, 'antivirus.defender': defender })
  assert.deepEqual((await knownOf('antivirus', server)).products, [{ name: 'Microsoft Defender', enabled: true, upToDate: true }])
  assert.equal(await reasonOf('antivirus', windowsPc('laptop', { 'antivirus.products': NO_NAMESPACE })), 'not-supported')
})

test('the firewall: policy goes before what was set here, and without its service nothing filters', async () => {
  const on = async (pc: Parameters<typeof knownOf<'firewall'>>[1]) => (await knownOf('firewall', pc)).profiles.map(({ enabled }) => enabled)
  assert.deepEqual(await on(windowsPc('office-desktop')), [true, false, true])
  assert.deepEqual(await on(windowsPc('laptop')), [false, true, true])
  assert.deepEqual(await on(windowsPc('windows-7')), [false, false, false])
  assert.equal(await reasonOf('firewall', windowsPc('laptop', { 'firewall.policy': ACCESS_DENIED })), 'access-denied')
})

test('encryption: protected, suspended and none told apart; a locked volume and a plain user are unknown', async () => {
  assert.deepEqual((await knownOf('disk-encryption', windowsPc('laptop'))).volumes, [
    { mount: 'C:', state: 'protected', method: 'XTS-AES 128', holdsSystem: true },
  ])
  assert.deepEqual((await knownOf('disk-encryption', windowsPc('office-desktop'))).volumes[1], {
    mount: 'D:',
    state: 'none',
    holdsSystem: false,
  })
  const state = async (row: Record<string, number>) =>
    (await knownOf('disk-encryption', windowsPc('laptop', { 'encryption.volumes': { value: { DriveLetter: 'C:', ...row } } }))).volumes[0]
      ?.state
  assert.equal(await state({ ProtectionStatus: 0, ConversionStatus: 1 }), 'suspended')
  assert.equal(await state({ ProtectionStatus: 0, ConversionStatus: 2 }), 'in-progress')
  assert.equal(why(await state({ ProtectionStatus: 2 })), 'access-denied')
  assert.equal(why(await state({ ProtectionStatus: 0 })), 'not-supported')
  assert.equal(await reasonOf('disk-encryption', windowsPc('windows-7')), 'access-denied')
})

test('programs once each, without parts of Windows and updates; who is logged on, once each', async () => {
  assert.deepEqual((await knownOf('software', windowsPc('office-desktop'))).programs, [
    { name: 'LibreOffice 24.8.4.2', version: '24.8.4.2', publisher: 'The Document Foundation', installedOn: '2025-02-11' },
    { name: 'UniKey 4.3 RC4' },
  ])
  assert.deepEqual((await knownOf('software', windowsPc('windows-7'))).programs, [{ name: 'Vận Bản Việt', installedOn: '2019-12-31' }])
  assert.deepEqual((await knownOf('signed-in-user', windowsPc('office-desktop'))).users, [{ name: 'nvan', domain: 'SNV-PC-014' }])
  assert.deepEqual((await knownOf('signed-in-user', windowsPc('laptop'))).users, [])
  assert.equal(await reasonOf('signed-in-user', windowsPc('windows-7')), 'access-denied')
})
