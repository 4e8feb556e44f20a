/** Makes a context ready for its probes: what several of them need is read once, and on Windows everything in one go first. */
import type { FactName } from '@somay/shared/facts/index.ts'
import { type ConnectivityEvidence, gatherEvidence } from './connectivity-evidence.ts'
import type { ProbeContext } from './probe.ts'
import { readWindows } from './windows/run-inventory.ts'

/** `facts` are those that will be asked for; nothing else is read. */
export async function readyContext(context: ProbeContext, facts: readonly FactName[]): Promise<ProbeContext> {
  let found: Promise<ConnectivityEvidence> | undefined
  const evidence = () => (found ??= gatherEvidence(context.platform, context.reach))
  return context.platform.os === 'windows'
    ? { ...context, evidence, windows: await readWindows(context.platform, facts) }
    : { ...context, evidence }
}
