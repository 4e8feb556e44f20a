/** How long a new version may take to prove itself. Pure. */

export type Waited = {
  /** Since it was installed, in time the PC was on. */
  readonly allMs: number
  /** Of that while the collector, or the proxy to it, took connections: only then can the agent be blamed for its silence. */
  readonly reachableMs: number
}

export type Patience = { readonly limitMs: number; readonly longestMs: number }

/** A PC that was unplugged or taken home says nothing about the agent, so its time does not count; but no PC stays for ever on what nobody saw work. */
export function verdictOn(
  { allMs, reachableMs }: Waited,
  { limitMs, longestMs }: Patience,
): 'wait' | 'no-sign-of-life' | 'collector-not-reached' {
  if (reachableMs >= limitMs) return 'no-sign-of-life'
  return allMs >= longestMs ? 'collector-not-reached' : 'wait'
}
