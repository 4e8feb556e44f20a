/** What the check of connectivity wants to know of the PC's own network, whatever the system. */
import type { Unknown } from '@somay/shared/unknown.ts'

export type NetworkState = {
  readonly defaultRoute: boolean | Unknown
  /** Some adapter of the PC has a live link. */
  readonly link: boolean | Unknown
}
