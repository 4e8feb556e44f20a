/** The time zone of the ledger, on whose clock every page shows its times, whatever the clock of this PC says. */
import { DEFAULT_TIME_ZONE } from '@somay/shared/text/dates.ts'
import { useSyncExternalStore } from 'react'

// Until the collector has told it; only a ledger outside Viet Nam ever sees it change.
let zone = DEFAULT_TIME_ZONE

const listeners = new Set<() => void>()

export function currentTimeZone(): string {
  return zone
}

/** As the session says it. */
export function rememberTimeZone(told: string): void {
  if (told === zone) return
  zone = told
  for (const listener of listeners) listener()
}

export function useTimeZone(): string {
  return useSyncExternalStore(subscribe, currentTimeZone)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
