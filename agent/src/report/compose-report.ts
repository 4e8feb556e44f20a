/** Composes the next report: only what the collector has not acknowledged travels. Pure. */
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { NEED_MANIFEST, PROTOCOL, type Report, type Sample } from '@somay/shared/report.ts'
import type { Acknowledged, Inventory } from '../state/schemas.ts'

export type Compose = {
  readonly id: string
  readonly now: string
  readonly agentVersion: string
  readonly inventory: Inventory
  readonly acknowledged: Acknowledged | undefined
  readonly samples: readonly Sample[]
}

/** More than this is left for the collector to ask for (`need`), so that no report outgrows what it accepts. */
export const MAX_BODIES_CHARACTERS = 1_000_000

export function composeReport({ id, now, agentVersion, inventory, acknowledged, samples }: Compose): Report {
  const envelope = {
    protocol: PROTOCOL,
    id,
    takenAt: inventory.takenAt,
    sentAt: now,
    agentVersion,
    manifestHash: inventory.manifestHash,
  } as const
  const lacking = lackingFacts(inventory, acknowledged)
  const wantsManifest = !acknowledged || acknowledged.manifestHash !== inventory.manifestHash || acknowledged.need.includes(NEED_MANIFEST)
  if (lacking.length === 0 && !wantsManifest) return { ...envelope, samples: [...samples] }
  const bodies = bodiesWithin(lacking, inventory.bodies)
  return { ...envelope, manifest: inventory.manifest, ...(Object.keys(bodies).length > 0 && { bodies }), samples: [...samples] }
}

/** Facts that changed since the last acknowledgement, or whose bodies the collector asked for. */
export function lackingFacts({ manifest }: Inventory, acknowledged: Acknowledged | undefined): string[] {
  const { manifest: known = {}, need = [] } = acknowledged ?? {}
  return Object.keys(manifest).filter((fact) => known[fact] !== manifest[fact] || need.includes(fact))
}

// Small facts first: the most facts arrive, and a single one too large for the limit still travels alone.
function bodiesWithin(facts: readonly string[], bodies: Inventory['bodies']): Record<string, FactBody> {
  const sized = facts.flatMap((fact) => {
    const body = bodies[fact]
    return body ? [{ fact, body, characters: JSON.stringify(body).length }] : []
  })
  const chosen: Record<string, FactBody> = {}
  let characters = 0
  for (const { fact, body, characters: own } of sized.toSorted((a, b) => a.characters - b.characters)) {
    if (characters > 0 && characters + own > MAX_BODIES_CHARACTERS) break
    characters += own
    chosen[fact] = body
  }
  return Object.fromEntries(Object.entries(chosen).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
