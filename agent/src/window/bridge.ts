/** The bridge the preload script left for this page; without it the page can only say so. */
import type { Bridge } from '../preload/bridge.ts'

declare global {
  interface Window {
    readonly somay?: Bridge
  }
}

const FAILED = { kind: 'failed', detail: 'the bridge to the main process is missing' } as const
const missing = () => Promise.resolve(FAILED)

const NO_BRIDGE: Bridge = {
  status: missing,
  sent: missing,
  facts: missing,
  reportNow: missing,
  placement: missing,
  enterPlacement: missing,
  logs: missing,
  copy: missing,
}

export function bridge(): Bridge {
  return window.somay ?? NO_BRIDGE
}
