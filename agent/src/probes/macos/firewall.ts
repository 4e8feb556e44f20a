/** Whether the firewall of macOS is on, by its own tool: the file of its settings is gone since macOS 15. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { type MacReading, textOf } from './profile.ts'

/** The sentence before it changed over the versions; the number did not: 0 off, 1 on, 2 on and letting nothing in. */
const STATE = /\(State = ([012])\)/

export function parseFirewallOnMac(mac: MacReading | undefined): FactBody<FactValue<'firewall'>> {
  const said = textOf(mac, 'firewall')
  if (said.kind !== 'read') return because(said)
  const state = STATE.exec(said.value)?.[1]
  if (state === undefined) return unknown('failed', 'socketfilterfw: not understood')
  return { known: { profiles: [{ name: 'Application Firewall', enabled: state !== '0' }] }, source: 'socketfilterfw' }
}
