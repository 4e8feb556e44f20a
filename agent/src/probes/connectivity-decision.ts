/** Decides from the evidence how far the PC reaches; pure. What the evidence leaves open stays unknown. */
import type { ConnectivityState } from '@somay/shared/facts/connectivity.ts'
import type { Unknown } from '@somay/shared/unknown.ts'
import type { ConnectivityEvidence } from './connectivity-evidence.ts'

type Deciding = Pick<ConnectivityEvidence, 'defaultRoute' | 'link' | 'internet' | 'collector' | 'collectorIsHere'>

export function decideConnectivity({ defaultRoute, link, internet, collector, collectorIsHere }: Deciding): ConnectivityState | Unknown {
  if (internet === 'reached') return 'internet'
  const reachesNetwork = collector === true && !collectorIsHere
  if (reachesNetwork) return isUnknown(internet) ? internet : 'wan-only'
  if (internet === 'unexpected-content') return 'captive'
  if (link === false) return 'offline'
  if (defaultRoute === false) return isUnknown(link) ? link : 'lan-only'
  // From here on there may be a way out: only a probe that failed says that there is none.
  if (isUnknown(internet)) return internet
  if (isUnknown(collector)) return collector
  return isUnknown(link) ? link : 'lan-only'
}

// Not the function of shared/unknown.ts: that module brings the schema library, which the resident process does without.
function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null
}
