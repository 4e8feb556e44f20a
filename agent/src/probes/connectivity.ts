/** How far the PC reaches, as the fact of an inventory and as the sample taken through the day. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Sample } from '@somay/shared/report.ts'
import type { Platform } from '../platform/platform.ts'
import { decideConnectivity } from './connectivity-decision.ts'
import { type ConnectivityEvidence, gatherEvidence } from './connectivity-evidence.ts'
import type { Probe, ProbeContext, Reach } from './probe.ts'
import { hasSession } from './session.ts'

export const CONNECTIVITY_LIMIT_MS = 90_000
const MAX_TARGET_LENGTH = 300

export function parseConnectivity(evidence: ConnectivityEvidence): FactBody<FactValue<'connectivity'>> {
  const { defaultRoute, dns, internet, collector, proxy, target } = evidence
  return {
    known: {
      state: decideConnectivity(evidence),
      defaultRoute,
      dns,
      internetProbe: internet,
      collectorReached: collector,
      proxy,
      ...(target !== undefined && { target: target.slice(0, MAX_TARGET_LENGTH) }),
    },
    source: 'routes, names, probes',
  }
}

/** `withSession`: whether to look if anybody is logged on. */
export async function takeSample(platform: Platform, reach: Reach, withSession: boolean, now: () => number): Promise<Sample> {
  const at = new Date(now()).toISOString()
  const [evidence, session] = await Promise.all([gatherEvidence(platform, reach), withSession ? hasSession(platform) : undefined])
  return { ...sampleOf(at, evidence), ...(session !== undefined && { session }) }
}

export function sampleOf(at: string, evidence: ConnectivityEvidence): Sample {
  const { latencyMs, collector } = evidence
  const state = decideConnectivity(evidence)
  return {
    at,
    // Details are in the inventory's fact; samples are many and stay small.
    state: typeof state === 'object' ? { unknown: state.unknown } : state,
    ...(latencyMs !== undefined && { latencyMs }),
    ...(typeof collector === 'boolean' && { reachedCollector: collector }),
  }
}

async function readConnectivity({ platform, reach, evidence }: ProbeContext): Promise<FactBody<FactValue<'connectivity'>>> {
  return parseConnectivity(await (evidence?.() ?? gatherEvidence(platform, reach)))
}

export const connectivityProbe: Probe<'connectivity'> = {
  fact: 'connectivity',
  timeLimitMs: CONNECTIVITY_LIMIT_MS,
  linux: readConnectivity,
  windows: readConnectivity,
  macos: readConnectivity,
}
