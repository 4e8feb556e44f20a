/** Whether Secure Boot is on: the firmware's own answer for administrators, the registry for everyone. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { startOf } from './firmware.ts'
import { partOf, rowOf, type WindowsReading } from './inventory.ts'
import { numberOf } from './properties.ts'

export function parseSecureBootOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'secure-boot'>> {
  const confirmed = partOf(windows, 'firmware', 'confirmed')
  if (confirmed.kind === 'read' && typeof confirmed.value === 'boolean') {
    return { known: { capable: true, enabled: confirmed.value }, source: 'Confirm-SecureBootUEFI' }
  }
  const start = startOf(windows)
  // Started the old way, Secure Boot is certainly not at work; what the firmware could do is not seen from here.
  if (start === 'legacy') {
    const capable = unknown('not-supported', 'started in legacy mode, where the firmware does not tell')
    return { known: { capable, enabled: false }, source: 'registry' }
  }
  return underUefi(confirmed, enabledIn(windows), start)
}

function enabledIn(windows: WindowsReading | undefined): boolean | Unknown {
  const state = rowOf(windows, 'firmware', 'state')
  if (state.kind !== 'read') return because(state)
  const written = numberOf(state.value, 'UEFISecureBootEnabled')
  return written === 0 || written === 1 ? written === 1 : unknown('not-supported', 'UEFISecureBootEnabled: Windows does not tell')
}

function underUefi(confirmed: Reading<unknown>, enabled: boolean | Unknown, start: string | Unknown): FactBody<FactValue<'secure-boot'>> {
  // The command refuses a firmware that knows no Secure Boot, and a start that was not by UEFI: so only under UEFI it says "cannot".
  const refused = confirmed.kind === 'absent' && start === 'uefi' && confirmed.detail.includes('80131539')
  if (isUnknown(enabled) && !refused) return enabled
  const why = confirmed.kind === 'read' ? unknown('failed', 'Confirm-SecureBootUEFI: not understood') : because(confirmed)
  return {
    known: { capable: enabled === true ? true : refused ? false : why, enabled: refused && isUnknown(enabled) ? false : enabled },
    source: 'registry',
  }
}
