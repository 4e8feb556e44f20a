/** What the agent remembers once a report was acknowledged: the basis of the next delta and the picture `show-sent` shows. Pure. */
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Answer, Manifest, Report } from '@somay/shared/report.ts'
import type { Acknowledged, Inventory } from '../state/schemas.ts'

export type Acknowledging = {
  readonly report: Report
  readonly answer: Answer
  readonly before: Acknowledged | undefined
  /** The latest inventory: bodies the collector already had under their hash were never sent from here. */
  readonly inventory: Inventory | undefined
  readonly at: string
}

export function acknowledgedAfter({ report, answer, before, inventory, at }: Acknowledging): Acknowledged {
  const manifest = report.manifest ?? (before?.manifestHash === report.manifestHash ? before.manifest : {})
  return {
    at,
    manifest,
    manifestHash: report.manifestHash,
    need: answer.need,
    bodies: bodiesOf(manifest, report, before, inventory),
    lastReport: report,
  }
}

function bodiesOf(
  manifest: Manifest,
  report: Report,
  before: Acknowledged | undefined,
  inventory: Inventory | undefined,
): Record<string, FactBody> {
  const bodies: Record<string, FactBody> = {}
  for (const [fact, hash] of Object.entries(manifest)) {
    const known = [before, inventory].find((one) => one?.manifest[fact] === hash)
    const body = report.bodies?.[fact] ?? known?.bodies[fact]
    if (body) bodies[fact] = body as FactBody
  }
  return bodies
}
