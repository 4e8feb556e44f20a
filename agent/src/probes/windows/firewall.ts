/** Whether the firewall of Windows is on, for each kind of network. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { isRow, type Row, rowOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, textOf } from './properties.ts'

const PROFILES = ['domain', 'private', 'public'] as const

export function parseFirewallOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'firewall'>> {
  const runs = serviceRuns(rowOf(windows, 'firewall', 'service'))
  const policy = rowOf(windows, 'firewall', 'policy')
  const local = rowOf(windows, 'firewall', 'local')
  const profiles = PROFILES.map((name) => ({ name, enabled: runs === false ? false : enabledOf(name, policy, local, runs) }))
  const unread = profiles.map(({ enabled }) => enabled).filter(isUnknown)
  const [first] = unread
  if (first && unread.length === profiles.length) return first
  return { known: { profiles }, source: 'registry, Win32_Service' }
}

/** Without its service no profile filters, whatever is set. The states are English in every language of Windows. */
function serviceRuns(service: Reading<Row>): boolean | Unknown {
  if (service.kind !== 'read') return because(service)
  const state = textOf(service.value, 'State')
  if (state === 'Running') return true
  if (state === 'Stopped') return false
  return state === undefined ? notTold(service.value, 'State') : unknown('failed', `MpsSvc is just "${state}"`)
}

function enabledOf(name: string, policy: Reading<Row>, local: Reading<Row>, runs: boolean | Unknown): boolean | Unknown {
  // A policy that could not be read may say otherwise than what was set here.
  if (policy.kind !== 'read') return because(policy)
  const ruled = switchIn(policy.value[name])
  const set = ruled ?? (local.kind === 'read' ? switchIn(local.value[name]) : undefined)
  if (set === undefined) return local.kind === 'read' ? unknown('not-supported', `${name}: Windows does not tell`) : because(local)
  // Off is off with or without the service; on is sure only when it runs.
  return set && isUnknown(runs) ? runs : set
}

function switchIn(values: unknown): boolean | undefined {
  const written = isRow(values) ? numberOf(values, 'EnableFirewall') : undefined
  return written === undefined ? undefined : written !== 0
}
