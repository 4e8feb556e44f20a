/** Takes the inventory: every probe once, each body hashed, the hashes in a manifest. */
import { FACT_NAMES, type FactName } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Manifest } from '@somay/shared/report.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { readyContext } from '../probes/context.ts'
import { PROBES } from '../probes/index.ts'
import type { Probe, ProbeContext } from '../probes/probe.ts'
import { runProbe } from '../probes/run-probe.ts'
import type { Inventory } from '../state/schemas.ts'
import { hashOf, inCanonicalOrder } from './fact-hash.ts'

export type TakeInventory = {
  readonly context: ProbeContext
  readonly switchedOff: readonly string[]
  readonly now: () => number
  readonly probes?: Readonly<Record<FactName, Probe>>
}

/** One probe after the other: the PC's user should not feel it. */
export async function takeInventory({
  context,
  switchedOff,
  now,
  probes = PROBES as Record<FactName, Probe>,
}: TakeInventory): Promise<Inventory> {
  const takenAt = new Date(now()).toISOString()
  const bodies: Record<string, FactBody> = {}
  const ready = await readyContext(
    context,
    FACT_NAMES.filter((fact) => !switchedOff.includes(fact)),
  )
  for (const fact of FACT_NAMES) {
    bodies[fact] = switchedOff.includes(fact)
      ? unknown('turned-off', 'the administrator did not turn this on')
      : await runProbe(probes[fact], ready)
  }
  return inventoryOf(takenAt, bodies)
}

export function inventoryOf(takenAt: string, found: Readonly<Record<string, FactBody>>): Inventory {
  const bodies = inCanonicalOrder(found)
  const manifest: Manifest = inCanonicalOrder(Object.fromEntries(Object.entries(bodies).map(([fact, body]) => [fact, hashOf(body)])))
  return { takenAt, manifest, manifestHash: hashOf(manifest), bodies }
}
