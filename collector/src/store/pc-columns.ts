/** The facts promoted to columns of the PC's one row, because lists sort and filter on them; each null column keeps its reason. */
import type { FactName, FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Identifier, realIdentifier } from '@somay/shared/identifier.ts'
import { withoutControls } from '@somay/shared/text/plain.ts'
import { unknownInside } from '@somay/shared/text/unknown-inside.ts'
import { isUnknown, knownOrUndefined, type Unknown, type UnknownReason, unknown } from '@somay/shared/unknown.ts'

/** Why a column has no value: unknown for a reason, the maker's sample text stands where it should be, or nobody entered it at the PC. */
export type ColumnReason = UnknownReason | 'placeholder' | 'not-entered'

type Picked = string | number | Unknown | { readonly unknown: 'placeholder' | 'not-entered' }

type Column<N extends FactName = FactName> = {
  readonly fact: N
  readonly type: 'text' | 'int'
  readonly pick: (value: FactValue<N>) => Picked
}

function promoted<N extends FactName>(fact: N, type: 'text' | 'int', pick: (value: FactValue<N>) => Picked): Column {
  return { fact, type, pick } as unknown as Column
}

// A placeholder was read, but names nothing: in a list it is no value, the PC's page shows it as found.
const named = (value: Identifier): Picked => (isUnknown(value) ? value : (realIdentifier(value) ?? { unknown: 'placeholder' }))

const instantMs = (value: string | Unknown): Picked => (isUnknown(value) ? value : Date.parse(value))

const yesNo = (value: boolean | Unknown): Picked => (isUnknown(value) ? value : Number(value))

type Disk = FactValue<'disks'>['disks'][number]

/** The disk that holds the system: the one that says so, or the only one that could. */
function systemDisk({ disks }: FactValue<'disks'>): Disk | Unknown {
  const says = disks.filter((disk) => disk.holdsSystem === true)
  const could = says.length > 0 ? says : disks.filter((disk) => disk.holdsSystem !== false && disk.removable !== true)
  const [only, ...others] = could
  return only && others.length === 0 ? only : firstUnknown(could.map((disk) => disk.holdsSystem))
}

/** The PC's own reason where it gave one. */
function firstUnknown(values: readonly unknown[]): Unknown {
  return values.find(isUnknown) ?? unknown('failed')
}

function ofSystemDisk(property: 'kind' | 'sizeBytes') {
  return (value: FactValue<'disks'>): Picked => {
    const disk = systemDisk(value)
    return isUnknown(disk) ? disk : disk[property]
  }
}

function systemFreeBytes({ volumes }: FactValue<'usage'>): Picked {
  if (isUnknown(volumes)) return volumes
  const holding = volumes.find((volume) => volume.holdsSystem === true)
  return holding ? holding.freeBytes : firstUnknown(volumes.map((volume) => volume.holdsSystem))
}

function adaptersOf({ adapters }: FactValue<'network-adapters'>) {
  return adapters.filter((adapter) => adapter.physical !== false)
}

function ipAddress(value: FactValue<'network-adapters'>): Picked {
  const addresses = adaptersOf(value).flatMap((adapter) => knownOrUndefined(adapter.addresses) ?? [])
  return addresses.find((address) => address.includes('.')) ?? addresses[0] ?? firstUnknown(adaptersOf(value).map((one) => one.addresses))
}

function macAddresses(value: FactValue<'network-adapters'>): Picked {
  const macs = adaptersOf(value).flatMap((adapter) => knownOrUndefined(adapter.mac) ?? [])
  return macs.length > 0 ? macs.slice(0, 8).join(' ') : firstUnknown(adaptersOf(value).map((one) => one.mac))
}

function osBuild({ build, ubr }: FactValue<'os'>): Picked {
  if (isUnknown(build)) return build
  // "19045" alone would look like a whole answer.
  return isUnknown(ubr) ? `${build}.?` : `${build}.${ubr}`
}

// That nobody entered it does not mean that there is none.
const entered = (text: string | Unknown | undefined): Picked => text ?? { unknown: 'not-entered' }

function secureBoot({ capable, enabled }: FactValue<'secure-boot'>): Picked {
  if (enabled === true) return 'on'
  if (capable === false) return 'not-capable'
  return isUnknown(enabled) ? enabled : 'off'
}

export const PC_COLUMNS = {
  host_name: promoted('system', 'text', (value) => value.hostName),
  manufacturer: promoted('system', 'text', (value) => named(value.manufacturer)),
  model: promoted('system', 'text', (value) => named(value.model)),
  serial: promoted('system', 'text', (value) => named(value.serial)),
  chassis_kind: promoted('chassis', 'text', (value) => value.kind),
  processor: promoted('processor', 'text', (value) => value.name),
  memory_bytes: promoted('memory', 'int', (value) => value.installedBytes),
  memory_visible_bytes: promoted('memory', 'int', (value) => value.totalBytes),
  memory_free_slots: promoted('memory', 'int', (value) => value.freeSlots),
  system_disk_kind: promoted('disks', 'text', ofSystemDisk('kind')),
  system_disk_bytes: promoted('disks', 'int', ofSystemDisk('sizeBytes')),
  system_free_bytes: promoted('usage', 'int', systemFreeBytes),
  os_family: promoted('os', 'text', (value) => value.family),
  os_name: promoted('os', 'text', (value) => value.name),
  os_version: promoted('os', 'text', (value) => value.version),
  os_build: promoted('os', 'text', osBuild),
  support_edition: promoted('os', 'text', (value) => value.supportEdition),
  last_boot_at: promoted('usage', 'int', (value) => instantMs(value.lastBootAt)),
  pending_updates: promoted('patches', 'int', (value) => value.pendingCount),
  last_patched_at: promoted('patches', 'int', (value) => instantMs(value.lastSuccessAt)),
  restart_pending: promoted('patches', 'int', (value) => yesNo(value.restartPending)),
  tpm_version: promoted('tpm', 'text', (value) => (value.present ? (value.specVersion ?? unknown('failed')) : 'none')),
  secure_boot: promoted('secure-boot', 'text', secureBoot),
  ip_address: promoted('network-adapters', 'text', ipAddress),
  mac_addresses: promoted('network-adapters', 'text', macAddresses),
  connectivity: promoted('connectivity', 'text', (value) => value.state),
  asset_tag: promoted('placement', 'text', ({ assetTag }) => entered(assetTag)),
  room: promoted('placement', 'text', ({ room }) => entered(room)),
} as const satisfies Record<string, Column>

export type PcColumn = keyof typeof PC_COLUMNS

export const PC_COLUMN_NAMES = Object.keys(PC_COLUMNS) as readonly PcColumn[]

/**
 * What facts say about columns: a null value has its reason under the column's name in `reasons`; a fact unknown as a whole
 * stands in `unknownFacts` with its reason, one that tells anything with null.
 */
export type Promoted = {
  values: Partial<Record<PcColumn, string | number | null>>
  reasons: Partial<Record<PcColumn, ColumnReason>>
  unknownFacts: Record<string, UnknownReason | null>
  /** Facts of which something, but not all, is unknown, with the first reason; null for the others. */
  partlyUnknown: Record<string, UnknownReason | null>
}

/** Why a fact is unknown as a whole, which it is too when every one of its properties is; null when it tells anything. */
function reasonOfAll(body: FactBody): UnknownReason | null {
  if (!('known' in body)) return body.unknown
  if (typeof body.known !== 'object' || body.known === null) return null
  let reason: UnknownReason | null = null
  for (const property of Object.values(body.known)) {
    if (!isUnknown(property)) return null
    // Something that could not be read weighs more than what was turned off on purpose.
    if (reason === null || reason === 'turned-off') reason = property.unknown
  }
  return reason
}

/** Columns as the given facts tell them, without control characters (the fact is kept as it came); `text` is the body's JSON. */
export function promote(facts: Iterable<{ readonly fact: string; readonly body: FactBody; readonly text: string }>): Promoted {
  const found: Promoted = { values: {}, reasons: {}, unknownFacts: {}, partlyUnknown: {} }
  for (const { fact, body, text } of facts) {
    const reason = reasonOfAll(body)
    found.unknownFacts[fact] = reason
    found.partlyUnknown[fact] = reason === null ? (unknownInside(text) ?? null) : null
    for (const column of COLUMNS_OF.get(fact) ?? []) {
      const picked = 'known' in body ? PC_COLUMNS[column].pick(body.known as never) : unknown(body.unknown)
      if (typeof picked === 'object') {
        found.values[column] = null
        found.reasons[column] = picked.unknown
      } else found.values[column] = typeof picked === 'string' ? withoutControls(picked) : picked
    }
  }
  return found
}

/** The columns a fact feeds. */
export const COLUMNS_OF: ReadonlyMap<string, readonly PcColumn[]> = Map.groupBy(PC_COLUMN_NAMES, (name) => PC_COLUMNS[name].fact as string)
