/** Makes a context ready for its probes: what several of them need is read once, and on Windows and macOS everything in one go first. */
import type { FactName } from '@somay/shared/facts/index.ts'
import { type ConnectivityEvidence, gatherEvidence } from './connectivity-evidence.ts'
import { readMac } from './macos/run-sources.ts'
import type { ProbeContext } from './probe.ts'
import { readWindows } from './windows/run-inventory.ts'

/** `facts` are those that will be asked for; nothing else is read. */
export async function readyContext(context: ProbeContext, facts: readonly FactName[]): Promise<ProbeContext> {
  let found: Promise<ConnectivityEvidence> | undefined
  const evidence = () => (found ??= gatherEvidence(context.platform, context.reach))
  const { platform } = context
  if (platform.os === 'windows') return { ...context, evidence, windows: await readWindows(platform, facts) }
  if (platform.os === 'macos') return { ...context, evidence, macos: await readMac(platform, facts) }
  return { ...context, evidence }
}
