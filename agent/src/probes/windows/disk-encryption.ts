/** BitLocker, volume by volume; never a key. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, textOf } from './properties.ts'
import { holdsSystem, systemDrive } from './volumes.ts'

type Volume = FactValue<'disk-encryption'>['volumes'][number]

/** Win32_EncryptableVolume.GetEncryptionMethod. */
const METHODS: Readonly<Record<number, string>> = {
  1: 'AES 128 with diffuser',
  2: 'AES 256 with diffuser',
  3: 'AES 128',
  4: 'AES 256',
  5: 'by the disk itself',
  6: 'XTS-AES 128',
  7: 'XTS-AES 256',
}
/** GetProtectionStatus: 0 off, 1 on, 2 locked. GetConversionStatus: 0 decrypted, 1 encrypted, 2 to 5 on the way or paused. */
const ON = 1
const LOCKED = 2
const DECRYPTED = 0
const ENCRYPTED = 1
const ON_THE_WAY = [2, 3, 4, 5]
const MAX_VOLUMES = 128

export function parseDiskEncryptionOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'disk-encryption'>> {
  const rows = rowsOf(windows, 'encryption', 'volumes')
  if (rows.kind !== 'read') return because(rows)
  const drive = systemDrive(windows, 'encryption')
  const fixed = rowsOf(windows, 'encryption', 'fixed')
  if (fixed.kind !== 'read') return because(fixed)
  const lasting = new Set(fixed.value.map((row) => textOf(row, 'DeviceID', 300)?.toUpperCase()))
  const volumes = rows.value.flatMap((row): Volume[] => {
    // Those without a letter are for starting and recovery; sticks come and go.
    const mount = textOf(row, 'DriveLetter', 300)
    if (mount === undefined || !lasting.has(mount.toUpperCase())) return []
    const state = stateOf(row)
    const method = METHODS[numberOf(row, 'EncryptionMethod') ?? 0]
    return [{ mount, state, ...(method !== undefined && { method }), holdsSystem: holdsSystem(mount, drive) }]
  })
  // Windows runs from a volume with a letter: a list without it is not whole.
  if (!isUnknown(drive) && !volumes.some(({ holdsSystem: isSystem }) => isSystem === true))
    return unknown('failed', 'encryption.volumes: the volume Windows runs from is not among them')
  return { known: { volumes: inOrder(volumes, ({ mount }) => mount).slice(0, MAX_VOLUMES) }, source: 'Win32_EncryptableVolume' }
}

function stateOf(row: Row): Volume['state'] {
  const protection = numberOf(row, 'ProtectionStatus')
  const conversion = numberOf(row, 'ConversionStatus')
  if (protection === ON) return 'protected'
  if (protection === LOCKED) return unknown('access-denied', 'the volume is locked')
  if (protection === undefined) return notTold(row, 'ProtectionStatus')
  // "Off" may then be "never encrypted" or "encrypted with its key lying open".
  if (conversion === undefined) return notTold(row, 'ConversionStatus')
  if (conversion === DECRYPTED) return 'none'
  if (conversion === ENCRYPTED) return 'suspended'
  return ON_THE_WAY.includes(conversion) ? 'in-progress' : unknown('failed', `ConversionStatus ${conversion}: not understood`)
}
