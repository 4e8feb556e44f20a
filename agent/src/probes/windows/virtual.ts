/** Tells a virtual PC from a real one on Windows; used by more than one fact. */
import { isPlaceholder } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { rowOf, type WindowsReading } from './inventory.ts'
import { textOf, yesNoOf } from './properties.ts'

/** Names hypervisors give their guests. Not "Microsoft Corporation" alone: that is also the maker of the Surface. */
const GUESTS =
  /virtual machine|virtualbox|vmware|\bkvm\b|qemu|standard pc \(|\bxen\b|hvm domu|bhyve|parallels|innotek|google compute|openstack|amazon ec2|nutanix|rhev|ovirt/i

/**
 * HypervisorPresent alone says nothing: Windows 11 runs itself on a hypervisor for its own protection. So the maker's names decide,
 * and where those are placeholders and a hypervisor is there, nobody can tell.
 */
export function virtualOn(windows: WindowsReading | undefined): boolean | Unknown {
  const system = rowOf(windows, 'computer', 'computerSystem')
  if (system.kind !== 'read') return because(system)
  const names = ['Manufacturer', 'Model'].map((name) => textOf(system.value, name) ?? '')
  if (names.some((name) => GUESTS.test(name))) return true
  const hypervisor = yesNoOf(system.value, 'HypervisorPresent')
  if (hypervisor === false || names.some((name) => !isPlaceholder(name))) return false
  return unknown('not-supported', 'a PC without a maker’s name; whether it is a guest cannot be told')
}
