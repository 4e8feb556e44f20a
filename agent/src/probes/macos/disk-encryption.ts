/** FileVault and encrypted volumes of APFS; never a key, and never whose it is. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading, TextReading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { isRow, type MacReading, type Row, textOf } from './profile.ts'
import { wordsOf } from './properties.ts'
import { type PropertyValue, propertyListIn } from './property-list.ts'
import { type MacVolume, volumesOn } from './volumes.ts'

type State = FactValue<'disk-encryption'>['volumes'][number]['state']

/** What may follow, of somebody for whom it will be turned on, is not looked at. */
const FILE_VAULT = /^FileVault is (On|Off)\b/m
const ON_THE_WAY = /^(En|De)cryption in progress\b/m
/** macOS runs from a sealed picture of its volume: disk3s1s1 is one of disk3s1. */
const VOLUME = /^disk\d+s\d+/

export function parseDiskEncryptionOnMac(mac: MacReading | undefined): FactBody<FactValue<'disk-encryption'>> {
  const volumes = volumesOn(mac)
  if (volumes.kind !== 'read') return because(volumes)
  const apfs = apfsVolumes(textOf(mac, 'apfs'))
  const fileVault = textOf(mac, 'fileVault')
  return {
    known: {
      volumes: volumes.value.map((volume) => ({
        mount: volume.mount,
        state: volume.holdsSystem ? stateOfSystem(fileVault, volume, apfs) : stateOf(volume, apfs),
        holdsSystem: volume.holdsSystem,
      })),
    },
    source: 'fdesetup, diskutil apfs list',
  }
}

/** FileVault is of the volume macOS runs from; whether that is encrypted without it only APFS tells. */
function stateOfSystem(fileVault: TextReading, volume: MacVolume, apfs: Reading<Row[]>): State {
  if (fileVault.kind !== 'read') return because(fileVault)
  if (ON_THE_WAY.test(fileVault.value)) return 'in-progress'
  const said = FILE_VAULT.exec(fileVault.value)?.[1]
  if (said === undefined) return unknown('failed', 'fdesetup: not understood')
  return said === 'On' ? 'protected' : withoutKey(rowFor(volume, apfs))
}

function stateOf(volume: MacVolume, apfs: Reading<Row[]>): State {
  const row = rowFor(volume, apfs)
  if (row.kind !== 'read') return because(row)
  if (row.value.CryptoMigrationOn === true) return 'in-progress'
  if (row.value.FileVault === true) return 'protected'
  return row.value.FileVault === false ? withoutKey(row) : notTold('FileVault')
}

/** A T2 and Apple silicon encrypt always; without FileVault nobody has to enter anything for it, so the key lies open. */
function withoutKey(row: Reading<Row>): State {
  if (row.kind !== 'read') return because(row)
  const { Encryption } = row.value
  return typeof Encryption === 'boolean' ? (Encryption ? 'suspended' : 'none') : notTold('Encryption')
}

function notTold(key: string): Unknown {
  return unknown('not-supported', `${key}: diskutil does not tell`)
}

function rowFor({ row }: MacVolume, apfs: Reading<Row[]>): Reading<Row> {
  if (apfs.kind !== 'read') return apfs
  const name = VOLUME.exec(wordsOf(row, 'bsd_name') ?? '')?.[0]
  const found = name === undefined ? undefined : apfs.value.find(({ DeviceIdentifier }) => DeviceIdentifier === name)
  return found ? { kind: 'read', value: found } : { kind: 'absent', detail: 'the volume is not one of APFS' }
}

function apfsVolumes(text: TextReading): Reading<Row[]> {
  if (text.kind !== 'read') return text
  const list = propertyListIn(text.value)
  const containers = isRow(list) ? rowsAt(list.Containers) : undefined
  const volumes = containers?.map(({ Volumes }) => rowsAt(Volumes))
  return volumes?.every((rows) => rows !== undefined)
    ? { kind: 'read', value: volumes.flat() }
    : { kind: 'failed', detail: 'diskutil apfs list: not understood' }
}

function rowsAt(value: unknown): Row[] | undefined {
  return Array.isArray(value) && (value as PropertyValue[]).every(isRow) ? (value as Row[]) : undefined
}
