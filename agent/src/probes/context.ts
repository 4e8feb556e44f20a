/** Makes a context ready for its probes: on Windows everything is read in one go first, and every probe takes its part of that. */
import type { FactName } from '@somay/shared/facts/index.ts'
import type { ProbeContext } from './probe.ts'
import { readWindows } from './windows/run-inventory.ts'

/** `facts` are those that will be asked for; nothing else is read. */
export async function readyContext(context: ProbeContext, facts: readonly FactName[]): Promise<ProbeContext> {
  return context.platform.os === 'windows' ? { ...context, windows: await readWindows(context.platform, facts) } : context
}
