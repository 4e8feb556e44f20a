/** Whether this Mac has a way out and a live link, cheaply enough for every sample. Loaded in the resident process. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../../platform/platform.ts'
import type { CommandResult } from '../../platform/run-command.ts'
import { because } from '../because.ts'
import type { NetworkState } from '../network-state.ts'
import { parseInterfaces } from './interfaces.ts'

const COMMAND_LIMIT_MS = 5_000
/** Destination, gateway, flags; -n asks no server for names. */
const DEFAULT_ROUTE = /^default\s+\S+\s+([A-Za-z0-9]+)\s/gm
const LISTED = /^Internet6?:$/m
/** Ethernet, Wi-Fi and phones on a cable; the others are made up by software. */
const ADAPTER = /^en\d+$/
/** Inside every Mac with a T2 there is a cable to that chip, always live, of the same address everywhere. */
const TO_THE_T2 = 'ac:de:48:00:11:22'
const UNSEEN = unknown('not-supported', 'there is a way out, but through no adapter whose link is seen')
const UNTOLD = unknown('not-supported', 'an adapter does not tell whether it has a link')

export async function readMacNetworkState(platform: Platform): Promise<NetworkState> {
  const limits = { timeoutMs: COMMAND_LIMIT_MS }
  const [routes, interfaces] = await Promise.all([
    platform.runCommand('/usr/sbin/netstat', ['-rn'], limits),
    platform.runCommand('/sbin/ifconfig', ['-a'], limits),
  ])
  const defaultRoute = parseDefaultRoute(routes)
  return { defaultRoute, link: parseLink(interfaces, defaultRoute) }
}

function parseDefaultRoute(routes: CommandResult): boolean | Unknown {
  if (routes.kind !== 'ok') return because(routes)
  if (!LISTED.test(routes.stdout)) return unknown('failed', 'netstat: not understood')
  return [...routes.stdout.matchAll(DEFAULT_ROUTE)].some(([, flags]) => leadsOut(flags ?? ''))
}

// U up; I only for what is bound to that one adapter, as on every tunnel macOS makes for itself; R and B turn all away (netstat(1)).
function leadsOut(flags: string): boolean {
  return flags.includes('U') && !/[IRB]/.test(flags)
}

function parseLink(listed: CommandResult, defaultRoute: boolean | Unknown): boolean | Unknown {
  if (listed.kind !== 'ok') return because(listed)
  const interfaces = parseInterfaces({ kind: 'read', value: listed.stdout })
  if (interfaces.kind !== 'read') return because(interfaces)
  const links = [...interfaces.value].flatMap(([name, { mac, up }]) => (ADAPTER.test(name) && mac !== TO_THE_T2 ? [up] : []))
  if (links.includes(true)) return true
  // A modem of a telephone net or a tunnel shows no link; "none" decides that the Mac is offline.
  if (defaultRoute === true) return UNSEEN
  return links.includes(undefined) ? UNTOLD : false
}
