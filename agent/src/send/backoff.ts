/** How long to wait after a failure: anything from nothing to a growing ceiling ("full jitter"), so that PCs do not come back together. Pure. */

export type Backoff = { readonly baseMs: number; readonly capMs: number }

/** `failures` counts from 1; `random` gives [0, 1). */
export function backoffMs(failures: number, { baseMs, capMs }: Backoff, random: () => number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(random() * ceiling)
}
