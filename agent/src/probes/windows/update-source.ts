/** Where the updates of this PC come from, and when Windows last looked there. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { toMinute } from '../minute.ts'
import { isRow, partOf, rowsOf, type WindowsReading } from './inventory.ts'
import { momentIn } from './moments.ts'
import { numberOf, textOf, yesNoOf } from './properties.ts'

/** ServiceIDs of the Windows Update Agent. */
const SERVICES: Readonly<Record<string, string>> = {
  '9482f4b4-e343-43b6-b170-9a65bc822c77': 'Windows Update',
  '7971f918-a847-4430-9279-4a52d1efe18d': 'Microsoft Update',
  '3da21691-e39d-4da6-8a4b-b43877bcb1b7': 'WSUS',
}

/** To the minute; Windows writes a zero date where it never looked. */
export function lastSearchOf(searched: Reading<unknown>): string | Unknown {
  if (searched.kind !== 'read') return because(searched)
  const moment = momentIn(searched.value)
  return moment === undefined ? unknown('failed', 'Windows Update has never searched here') : toMinute(moment)
}

/** What policy says goes first: the agency's own server, named by its host alone. */
export function sourceOf(windows: WindowsReading | undefined): string | Unknown {
  const policy = partOf(windows, 'updates-policy', 'policy')
  const policyAu = partOf(windows, 'updates-policy', 'policyAu')
  if (policy.kind !== 'read') return because(policy)
  if (policyAu.kind !== 'read') return because(policyAu)
  if (isRow(policyAu.value) && numberOf(policyAu.value, 'UseWUServer') === 1) {
    const host = isRow(policy.value) ? hostIn(textOf(policy.value, 'WUServer')) : undefined
    return host === undefined ? 'WSUS' : `WSUS ${host}`.slice(0, 200)
  }
  const services = rowsOf(windows, 'updates-policy', 'services')
  if (services.kind !== 'read') return because(services)
  const id = services.value.find((row) => yesNoOf(row, 'isDefault') === true)?.id
  const name = typeof id === 'string' ? SERVICES[id.toLowerCase().replace(/[{}]/g, '')] : undefined
  return name ?? unknown('not-supported', 'Windows Update names no default service the agent knows')
}

// Neither the port nor what an administrator may have put before the host belongs in a report.
function hostIn(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined
}
