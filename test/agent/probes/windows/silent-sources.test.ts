/** What one source of Windows could not tell is unknown, and not filled in from another that means something else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { ACCESS_DENIED, NO_NAMESPACE, scriptOutput, windowsPc } from './windows-pc.ts'

type Rows = Record<string, unknown>[]

/** A part of the laptop's output, its rows changed. */
function changed(section: string, part: string, change: (row: Record<string, unknown>) => Record<string, unknown>) {
  const { sections } = JSON.parse(scriptOutput('laptop')) as { sections: Record<string, { parts: Record<string, { value: Rows }> }> }
  return { [`${section}.${part}`]: { value: sections[section]?.parts[part]?.value.map((row) => ({ ...row, ...change(row) })) } }
}

test('a disk keeps its serial a secret for a day rather than having another one that day', async () => {
  const [disk] = (await knownOf('disks', windowsPc('laptop', { 'disks.physical': ACCESS_DENIED }))).disks
  assert.equal(why(disk?.serial), 'access-denied')
  // A Windows without the newer class has one number and always the same.
  const [old] = (await knownOf('disks', windowsPc('laptop', { 'disks.physical': NO_NAMESPACE }))).disks
  assert.equal(old?.serial, '0025_38B4_3140_1A2B.')
})

test('that a disk’s driver works says nothing of the disk: only its own watch can call it good', async () => {
  const health = async (parts: Record<string, unknown>) => (await knownOf('disks', windowsPc('laptop', parts))).disks[0]?.health
  assert.equal(why(await health({ 'disks.physical': ACCESS_DENIED, 'disks.predictions': ACCESS_DENIED })), 'access-denied')
  assert.equal(why(await health({ 'disks.physical': NO_NAMESPACE, 'disks.predictions': { value: [] } })), 'not-supported')
  const watch = { InstanceName: 'SCSI\\Disk&Ven_NVMe&Prod_SAMSUNG_MZVL4512\\5&370c8bde&0&000000_0', PredictFailure: false }
  assert.equal(await health({ 'disks.physical': NO_NAMESPACE, 'disks.predictions': { value: [watch] } }), 'good')
})

test('soldered memory on the bus of SD cards is no card, and a card is one', async () => {
  const removable = async (MediaType: string | null) =>
    (
      await knownOf(
        'disks',
        windowsPc('laptop', {
          ...changed('disks', 'physical', () => ({ BusType: 12 })),
          ...changed('disks', 'drives', () => ({ MediaType })),
        }),
      )
    ).disks[0]?.removable
  assert.equal(await removable('Fixed hard disk media'), false)
  assert.equal(await removable('Removable Media'), true)
  assert.equal(why(await removable(null)), 'not-supported')
})

test('an address that may be drawn by chance is no evidence: without the class that tells, the MAC is unknown', async () => {
  const { adapters } = await knownOf('network-adapters', windowsPc('laptop', { 'network.hardware': ACCESS_DENIED }))
  assert.deepEqual(
    adapters.map(({ mac }) => why(mac)),
    adapters.map(() => 'access-denied'),
  )
  const old = await knownOf('network-adapters', windowsPc('windows-7'))
  assert.equal(old.adapters[0]?.mac, '00:25:22:6a:7b:8c')
})

test('a dock on USB is told from what is built in, by the device Windows names', async () => {
  const bus = async (PNPDeviceID: string | null) =>
    (
      await knownOf(
        'network-adapters',
        windowsPc(
          'laptop',
          changed('network', 'adapters', () => ({ PNPDeviceID })),
        ),
      )
    ).adapters.find(({ name }) => name === 'Wi-Fi')?.bus
  assert.equal(await bus('USB\\VID_0BDA&PID_8153\\000001'), 'usb')
  assert.equal(await bus('PCI\\VEN_8086&DEV_A0F0\\3&11583659'), 'built-in')
  assert.equal(typeof why(await bus(null)), 'string')
})

test('an empty register of virus scanners means none only while the service that keeps it is at work', async () => {
  const empty = { 'antivirus.products': { value: [] } }
  const service = (State: string) => ({ 'antivirus.service': { value: [{ State }] } })
  assert.deepEqual((await knownOf('antivirus', windowsPc('laptop', { ...empty, ...service('Running') }))).products, [])
  assert.equal(await reasonOf('antivirus', windowsPc('laptop', { ...empty, ...service('Stopped') })), 'failed')
  assert.equal(await reasonOf('antivirus', windowsPc('laptop', { ...empty, 'antivirus.service': ACCESS_DENIED })), 'access-denied')
  const defender = { value: [{ AntivirusEnabled: true, RealTimeProtectionEnabled: true, DefenderSignaturesOutOfDate: false }] }
  const guarded = await knownOf('antivirus', windowsPc('laptop', { ...empty, ...service('Stopped'), 'antivirus.defender': defender }))
  assert.deepEqual(guarded.products, [{ name: 'Microsoft Defender', enabled: true, upToDate: true }])
})

test('a nameless product may be the one at work, so the list without it is not told', async () => {
  const products = {
    value: [
      { displayName: 'Windows Defender', productState: 0x060100 },
      { displayName: null, productState: 0x061000 },
    ],
  }
  assert.equal(await reasonOf('antivirus', windowsPc('laptop', { 'antivirus.products': products })), 'failed')
})

test('Defender off, and nobody to say what else is there, is not "unprotected"', async () => {
  const off = { value: [{ AntivirusEnabled: false, RealTimeProtectionEnabled: false, DefenderSignaturesOutOfDate: false }] }
  const server = windowsPc('laptop', { 'antivirus.products': NO_NAMESPACE, 'antivirus.defender': off })
  assert.equal(await reasonOf('antivirus', server), 'not-supported')
  const on = { value: [{ AntivirusEnabled: true, RealTimeProtectionEnabled: true, DefenderSignaturesOutOfDate: false }] }
  const client = windowsPc('laptop', { 'antivirus.products': ACCESS_DENIED, 'antivirus.defender': on })
  assert.equal(await reasonOf('antivirus', client), 'access-denied')
})

test('drivers, languages and apps are no update of Windows, whatever their entries leave out', async () => {
  const entry = (day: number, title: string, categories: string[] = []) => ({
    at: `2026-11-${day}T02:00:00.000Z`,
    operation: 1,
    result: 2,
    title,
    categories,
  })
  const history = [
    entry(22, 'Intel - System - 10.1.45.9', ['ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0']),
    entry(21, '9WZDNCRFJ3PT-MICROSOFT.ZUNEMUSIC'),
    entry(20, 'Bản cập nhật Thông tin bảo mật - KB2267602 (Phiên bản 1.441.301.0)'),
    entry(12, '2026-11 Bản cập nhật Tích lũy cho Windows 11 (KB5068861)'),
    entry(11, 'Bản cập nhật tính năng cho Windows 11, phiên bản 25H2', ['3689bdc8-b205-4af4-8d4a-a63924c5e9d5']),
  ]
  const last = async (value: unknown[]) =>
    (await knownOf('patches', windowsPc('laptop', { 'updates-history.history': { value }, 'updates-installed.fixes': { value: [] } })))
      .lastSuccessAt
  assert.equal(await last(history), '2026-11-12T02:00:00.000Z')
  assert.equal(await last(history.slice(4)), '2026-11-11T02:00:00.000Z')
  assert.equal(why(await last(history.slice(0, 3))), 'failed')
})

test('"none waits" from a search of long ago is not said, what that search did find is', async () => {
  const searched = (day: string) => ({ 'updates-policy.lastSearchAt': { value: `${day}T15:05:59.000Z` } })
  const old = await knownOf('patches', windowsPc('laptop', searched('2026-08-20')))
  assert.deepEqual([why(old.pendingCount), why(old.pendingSecurityCount), why(old.pending)], ['failed', 'failed', 'failed'])
  assert.match(JSON.stringify(old.pendingCount), /2026-08-20/)
  assert.equal((await knownOf('patches', windowsPc('laptop', searched('2026-09-01')))).pendingCount, 0)
  const waiting = await knownOf('patches', windowsPc('office-desktop', searched('2024-01-10')))
  assert.deepEqual([waiting.pendingCount, waiting.pendingSecurityCount], [2, 1])
  // A clock that is behind finds every search in the future.
  const behind = { ...windowsPc('laptop', searched('2026-11-22')), now: '2020-01-01T00:00:00.000Z' }
  assert.equal((await knownOf('patches', behind)).pendingCount, 0)
})

test('a battery’s number for "I do not know" is no reading and costs nothing else', async () => {
  const unknownNumber = 0xffff_ffff
  const parts = {
    ...changed('battery', 'made', () => ({ DesignedCapacity: unknownNumber })),
    ...changed('battery', 'full', () => ({ FullChargedCapacity: unknownNumber })),
    ...changed('battery', 'cycles', () => ({ CycleCount: unknownNumber })),
  }
  const [battery] = (await knownOf('battery', windowsPc('laptop', parts))).batteries
  assert.equal(why(battery?.designCapacityMwh), 'not-supported')
  const usage = await knownOf('usage', windowsPc('laptop', parts))
  assert.ok(Array.isArray(usage.batteries))
  assert.deepEqual([why(usage.batteries[0]?.fullCapacityMwh), why(usage.batteries[0]?.cycles)], ['not-supported', 'not-supported'])
  assert.equal(usage.lastBootAt, '2026-11-22T15:01:00.000Z')
  const unitless = changed('battery', 'made', () => ({ Capabilities: null }))
  assert.equal(why((await knownOf('battery', windowsPc('laptop', unitless))).batteries[0]?.designCapacityMwh), 'not-supported')
})

test('a list of encrypted volumes without the one Windows runs from is not whole, and sticks are not in it', async () => {
  const volume = (DriveLetter: string) => ({ DriveLetter, ProtectionStatus: 0, ConversionStatus: 0, EncryptionMethod: 0 })
  const listed = (...letters: string[]) => ({ 'encryption.volumes': { value: letters.map(volume) } })
  assert.equal(await reasonOf('disk-encryption', windowsPc('office-desktop', listed())), 'failed')
  assert.equal(await reasonOf('disk-encryption', windowsPc('office-desktop', listed('D:'))), 'failed')
  const { volumes } = await knownOf('disk-encryption', windowsPc('office-desktop', listed('C:', 'D:', 'E:')))
  assert.deepEqual(
    volumes.map(({ mount }) => mount),
    ['C:', 'D:'],
  )
  const blind = windowsPc('office-desktop', { 'encryption.fixed': ACCESS_DENIED })
  assert.equal(await reasonOf('disk-encryption', blind), 'access-denied')
})

test('a volume that answered neither method is not "decrypted"', async () => {
  const refusing = { value: [{ DriveLetter: 'C:', ProtectionStatus: 0 }] }
  const [volume] = (await knownOf('disk-encryption', windowsPc('laptop', { 'encryption.volumes': refusing }))).volumes
  assert.equal(why(volume?.state), 'not-supported')
})

test('an old TPM under its maker’s own name is seen, and its driver does not say that it is switched on', async () => {
  for (const id of ['IFX0102', 'STM0125', 'SMO1200', 'BCM0102', 'PNP0C31']) {
    const devices = { value: [{ DeviceID: `ACPI\\${id}\\4&1A2B3C4D`, ConfigManagerErrorCode: 0 }] }
    const tpm = await knownOf('tpm', windowsPc('office-desktop', { 'tpm.tpm': ACCESS_DENIED, 'tpm.devices': devices }))
    assert.deepEqual([tpm.present, tpm.specVersion, why(tpm.enabled)], [true, '1.2', 'access-denied'], id)
  }
})

test('a firewall service on its way is neither on nor off, and its profiles’ own "off" still counts', async () => {
  const profiles = async (State: string) =>
    (await knownOf('firewall', windowsPc('laptop', { 'firewall.service': { value: [{ State }] } }))).profiles
  const starting = await profiles('Start Pending')
  assert.deepEqual(
    starting.map(({ enabled }) => why(enabled) ?? enabled),
    [false, 'failed', 'failed'],
  )
  assert.deepEqual(
    (await profiles('Stopped')).map(({ enabled }) => enabled),
    [false, false, false],
  )
})
