/** Reads the steps of the connectivity check behind this inventory. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { CONNECTIVITY_LIMIT_MS } from './connectivity.ts'
import { type ConnectivityEvidence, gatherEvidence } from './connectivity-evidence.ts'
import type { Probe, ProbeContext } from './probe.ts'

const MOST_STEPS = 20
const MOST_MS = 600_000
const NOTHING_ASKED = 'no address is configured, and the network could not be looked at'

export function parseConnectivityCheck({ startedAt, steps }: ConnectivityEvidence): FactBody<FactValue<'connectivity-check'>> {
  if (steps.every(({ outcome }) => outcome === 'unknown')) return unknown('turned-off', NOTHING_ASKED)
  return {
    known: {
      checkedAt: startedAt,
      steps: steps.slice(0, MOST_STEPS).map((step) => ({
        step: step.step,
        ...('address' in step && { address: step.address.slice(0, 300) }),
        outcome: step.outcome,
        tookMs: Math.min(step.tookMs, MOST_MS),
        ...('detail' in step && step.detail !== undefined && { detail: step.detail.slice(0, 100) }),
      })),
    },
    source: 'routes, names, probes',
  }
}

async function read({ platform, reach, evidence }: ProbeContext): Promise<FactBody<FactValue<'connectivity-check'>>> {
  return parseConnectivityCheck(await (evidence?.() ?? gatherEvidence(platform, reach)))
}

export const connectivityCheckProbe: Probe<'connectivity-check'> = {
  fact: 'connectivity-check',
  timeLimitMs: CONNECTIVITY_LIMIT_MS,
  windows: read,
  linux: read,
  macos: read,
}
