/** Builders for inventories, reports and samples. */
import { composeReport } from '#agent/report/compose-report.ts'
import { nextReportId } from '#agent/report/report-id.ts'
import { inventoryOf } from '#agent/report/take-inventory.ts'
import type { Acknowledged, Inventory } from '#agent/state/schemas.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import type { Report, Sample } from '#shared/report.ts'

export const NOON = Date.parse('2026-11-23T05:00:00.000Z')
const QUARTER_MS = 900_000

export function inventory(more: Record<string, FactBody> = {}, at = NOON): Inventory {
  const bodies: Record<string, FactBody> = {
    tpm: { known: { present: true, specVersion: '2.0' }, source: 'sysfs tpm' },
    board: { unknown: 'not-supported', detail: 'no table' },
    software: { unknown: 'turned-off' },
    ...more,
  }
  return inventoryOf(new Date(at).toISOString(), bodies)
}

export function report(at = NOON, samples: readonly Sample[] = [], from = inventory({}, at), acknowledged?: Acknowledged): Report {
  const now = new Date(at).toISOString()
  return composeReport({ id: nextReportId(at, undefined), now, agentVersion: '0.1.0', inventory: from, acknowledged, samples })
}

/** A sample every quarter hour from `from` on. */
export function quarters(count: number, from = NOON, stateOf: (index: number) => Sample['state'] = () => 'internet'): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    at: new Date(from + index * QUARTER_MS).toISOString(),
    state: stateOf(index),
    latencyMs: 12,
  }))
}
