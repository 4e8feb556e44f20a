/** Measures of what kind of PC it is: one that people sit at, a virtual one or a server; and whether it is carried. */
import type { ChassisKind } from '@somay/shared/facts/chassis.ts'
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { Nature } from '@somay/shared/text/plan.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import { type Facts, type Measured, of, whenKnown } from './measured.ts'
import type { Measures } from './measures.ts'

const CARRIED: readonly ChassisKind[] = ['laptop', 'tablet']
const ON_THE_DESK: readonly ChassisKind[] = ['desktop', 'all-in-one', 'mini']

export function natureMeasures(facts: Facts): Pick<Measures, 'portable' | 'nature'> {
  const kind = of(facts, 'chassis', (chassis) => chassis.kind)
  return { portable: whenKnown(kind, portableOf), nature: natureOf(facts, kind) }
}

export function portableOf(kind: ChassisKind): Measured<boolean> {
  if (kind === 'other') return unknown('not-supported', 'the maker wrote "other" as the kind of case')
  return CARRIED.includes(kind)
}

/** Nothing is taken for granted: people sit at a PC that is known to be real, and by its system and case no server. */
function natureOf(facts: Facts, kind: Measured<ChassisKind>): Measured<Nature> {
  const server = isServer(facts, kind)
  if (server === true) return 'server'
  const virtual = isVirtual(facts, kind)
  if (virtual === true) return 'virtual'
  if (isUnknown(virtual)) return virtual
  return isUnknown(server) ? server : 'office'
}

const isOfOffice = (kind: Measured<ChassisKind>): boolean => !isUnknown(kind) && (CARRIED.includes(kind) || ON_THE_DESK.includes(kind))

/** Windows says so itself, and no Mac is one; of a Linux the case has to tell. */
function isServer(facts: Facts, kind: Measured<ChassisKind>): Measured<boolean> {
  if (kind === 'server') return true
  return of(facts, 'os', ({ family, name, supportEdition }) => {
    if (family === 'windows') return supportEdition === 'server' || /server/i.test(name)
    if (family === 'macos' || isOfOffice(kind)) return false
    return unknown('not-supported', 'neither the system nor the case tells whether it is a server')
  })
}

/** How hypervisors sign the tables of their guests. */
const GUEST =
  /virtual|vmware|\bkvm\b|qemu|\bxen\b|hvm domu|bhyve|parallels|innotek|bochs|seabios|edk ii|ovmf|google compute|openstack|amazon ec2|nutanix|ovirt|rhev/i

/**
 * As the PC says of itself. One whose maker left no name cannot say; then a board and a firmware that no hypervisor signed, in a case that is
 * carried or stands on a desk, are proof that it is real: guests have the case "other", and Microsoft's a board of Microsoft.
 */
function isVirtual(facts: Facts, kind: Measured<ChassisKind>): Measured<boolean> {
  if (kind === 'virtual') return true
  const told = of(facts, 'system', ({ virtual }) => virtual)
  if (!isUnknown(told)) return told
  const board = of(facts, 'board', ({ manufacturer, model }) =>
    whenKnown(nameOf(manufacturer), (maker) => (isUnknown(nameOf(model)) ? maker : `${maker} ${nameOf(model)}`)),
  )
  const firmware = of(facts, 'bios', ({ vendor }) => nameOf(vendor))
  if ([board, firmware].some((name) => !isUnknown(name) && GUEST.test(name))) return true
  if (isUnknown(board) || isUnknown(firmware) || !isOfOffice(kind)) return told
  return firmware === '' || /microsoft/i.test(`${board} ${firmware}`) ? told : false
}

/** What a maker left in place of a name was read, and names nobody. */
function nameOf(name: FactValue<'bios'>['vendor']): Measured<string> {
  if (typeof name === 'string') return name
  return 'placeholder' in name ? '' : name
}
