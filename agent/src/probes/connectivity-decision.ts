/** Decides from the evidence how far the PC reaches; pure. What the evidence leaves open stays unknown. */
import type { ConnectivityState } from '@somay/shared/facts/connectivity.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { ConnectivityEvidence } from './connectivity-evidence.ts'

type Deciding = Pick<ConnectivityEvidence, 'defaultRoute' | 'link' | 'internet' | 'collector' | 'collectorIsHere'>

const CLOCK = unknown('failed', "the target's certificate is not valid at this PC's time; its clock may be off")

export function decideConnectivity({ defaultRoute, link, internet, collector, collectorIsHere }: Deciding): ConnectivityState | Unknown {
  if (internet === 'reached') return 'internet'
  // Somebody answered who may well be the target: a wrong clock is no proof that there is no way out.
  const probe = internet === 'wrong-time' ? CLOCK : internet
  const reachesNetwork = collector === true && !collectorIsHere
  if (reachesNetwork) return isUnknown(probe) ? probe : 'wan-only'
  // Someone on the way answers in the target's place, with a page of his own or with a certificate nobody here trusts.
  if (probe === 'unexpected-content' || probe === 'untrusted') return 'captive'
  if (link === false) return 'offline'
  if (defaultRoute === false) return isUnknown(link) ? link : 'lan-only'
  // From here on there may be a way out: only a probe that failed says that there is none.
  if (isUnknown(probe)) return probe
  if (isUnknown(collector)) return collector
  return isUnknown(link) ? link : 'lan-only'
}
