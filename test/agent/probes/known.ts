/** Runs the real probe of a fact over a pretended PC and gives the body back, after holding it against the schema of its spec. */
import assert from 'node:assert/strict'
import { Check } from 'typebox/value'
import { readyContext } from '#agent/probes/context.ts'
import { PROBES } from '#agent/probes/index.ts'
import type { Probe, Reach } from '#agent/probes/probe.ts'
import { runProbe } from '#agent/probes/run-probe.ts'
import { FACTS, type FactName, type FactValue } from '#shared/facts/index.ts'
import { type FactBody, FactBodySchema } from '#shared/facts/spec.ts'
import { fixture, type PretendPc, pretendPlatform } from './pretend-platform.ts'

export const NOWHERE: Reach = { collectorUrls: [], targets: [], network: { proxy: '' }, timeoutMs: 1_000 }

export async function bodyOf(fact: FactName, pc: PretendPc, reach: Reach = NOWHERE): Promise<FactBody> {
  const context = await readyContext({ platform: pretendPlatform(pc), reach }, [fact])
  const body = await runProbe(PROBES[fact] as Probe, context)
  assert.ok(Check(FactBodySchema, body), `${fact}: not a fact body: ${JSON.stringify(body)}`)
  return body
}

export async function knownOf<N extends FactName>(fact: N, situation: string | PretendPc, reach?: Reach): Promise<FactValue<N>> {
  const body = await bodyOf(fact, typeof situation === 'string' ? fixture(fact, situation) : situation, reach)
  assert.ok('known' in body, `${fact} is unknown: ${JSON.stringify(body)}`)
  assert.ok(Check(FACTS[fact].value, body.known))
  return body.known as FactValue<N>
}

export async function reasonOf(fact: FactName, situation: string | PretendPc): Promise<string | undefined> {
  const body = await bodyOf(fact, typeof situation === 'string' ? fixture(fact, situation) : situation)
  return 'unknown' in body ? body.unknown : undefined
}

/** Why a property is unknown; undefined when it is known. */
export function why(property: unknown): string | undefined {
  return typeof property === 'object' && property !== null && 'unknown' in property ? String(property.unknown) : undefined
}
