/** The network settings of one short-lived process, with the way to its addresses found once: registry and PAC file are not asked for every step. */
import type { NetworkSettings } from '../platform/http-agents.ts'
import type { Platform } from '../platform/platform.ts'
import { findRoutes } from './find-routes.ts'

export type WayOut = {
  /** As found so far. */
  network(): NetworkSettings
  /** Before anything goes to these addresses; other addresses than before are looked up anew. */
  findFor(urls: readonly string[]): Promise<void>
}

export function wayOut(platform: Platform, own: NetworkSettings): WayOut {
  let network = own
  let foundFor: string | undefined
  return {
    network: () => network,
    async findFor(urls) {
      const wanted = urls.join(' ')
      if (wanted === foundFor) return
      const routes = await findRoutes(platform, own, urls)
      network = { ...own, ...(routes && { routes }) }
      foundFor = wanted
    },
  }
}
