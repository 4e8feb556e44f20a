/** Measures the PCs whose facts changed, a batch at a time; harmless when several collectors do it. */
import { isUnknown } from '@somay/shared/unknown.ts'
import { measure } from '../plan/measures/measure.ts'
import { MEASURED_FACTS, type MeasureName, type Measures } from '../plan/measures/measures.ts'
import { classOf, numberOfClass } from '../plan/pc-class.ts'
import type { Reference } from '../plan/reference/reference.ts'
import { standingFindings } from '../plan/standing.ts'
import type { Database } from '../store/dialect/dialect.ts'
import {
  type MeasureCells,
  type MeasureColumn,
  type MeasureRow,
  readUnmeasured,
  type Unmeasured,
  writeMeasures,
} from '../store/measures.ts'
import { columnOf } from './columns.ts'

const AT_ONCE = 500

/** How many were measured. */
export async function measurePcs(database: Database, reference: Reference): Promise<number> {
  let measured = 0
  // Onward only: one that changes all the time would hold up the others.
  for (let after = 0; ; ) {
    const pcs = await readUnmeasured(database, MEASURED_FACTS, { after, most: AT_ONCE })
    const last = pcs.at(-1)
    if (!last) return measured
    after = last.pcId
    await writeMeasures(
      database,
      pcs.map((pc) => rowOf(pc, reference)),
    )
    measured += pcs.length
  }
}

export function rowOf({ pcId, changes, yearInUse, facts }: Unmeasured, reference: Reference): MeasureRow {
  const bodies = Object.fromEntries(facts.map(({ fact, body }) => [fact, body()]))
  return { pcId, changes, ...cellsOf(measure(bodies, yearInUse, reference)) }
}

/** Everything that is kept of a PC's measures. */
export function cellsOf(measures: Measures): MeasureCells {
  const cells = Object.keys(measures).map((name) => [columnOf(name as MeasureName), cellOf(measures[name as MeasureName])])
  return {
    ...(Object.fromEntries(cells) as Record<MeasureColumn, string | number | null>),
    standing_findings: standingFindings(measures),
    pc_class: numberOfClass(classOf(measures)),
  }
}

function cellOf(value: Measures[MeasureName]): string | number | null {
  if (isUnknown(value)) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? Math.round(value) : value
}
