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
import { numberOfMark, OWN_MARK, OWN_NUMBER } from './mark.ts'
import { isToMeasure, type TakesFrom } from './measured-by.ts'

const AT_ONCE = 500

/** `now` of the collector's clock. */
type By = { readonly takesFrom?: TakesFrom; readonly mark?: string; readonly now?: () => number }

/** How many were measured; 0 where another collector measures. */
export async function measurePcs(
  database: Database,
  reference: () => Promise<Reference>,
  { takesFrom = 'older', mark = OWN_MARK, now = Date.now }: By = {},
): Promise<number> {
  if (!(await isToMeasure(database, takesFrom, mark))) return 0
  const by = numberOfMark(mark)
  let measured = 0
  // Onward only: one that changes all the time would hold up the others.
  for (let after = 0; ; ) {
    const pcs = await readUnmeasured(database, MEASURED_FACTS, { after, most: AT_ONCE })
    const last = pcs.at(-1)
    if (!last) return measured
    after = last.pcId
    // Both asked behind the reading: who takes measuring up after it, or imports a table, has these PCs counted as changed once more.
    if (!(await isToMeasure(database, 'older', mark))) return measured
    const tables = await reference()
    await writeMeasures(
      database,
      pcs.map((pc) => rowOf(pc, tables, by)),
      now(),
    )
    measured += pcs.length
  }
}

export function rowOf({ pcId, changes, yearInUse, facts }: Unmeasured, reference: Reference, by = OWN_NUMBER): MeasureRow {
  const bodies = Object.fromEntries(facts.map(({ fact, body }) => [fact, body()]))
  return { pcId, changes, ...cellsOf(measure(bodies, yearInUse, reference), by) }
}

/** Everything that is kept of a PC's measures; `by` is the number of the mark of who measured it. */
export function cellsOf(measures: Measures, by = OWN_NUMBER): MeasureCells {
  const cells = Object.keys(measures).map((name) => [columnOf(name as MeasureName), cellOf(measures[name as MeasureName])])
  return {
    ...(Object.fromEntries(cells) as Record<MeasureColumn, string | number | null>),
    standing_findings: standingFindings(measures),
    pc_class: numberOfClass(classOf(measures)),
    measured_by: by,
  }
}

function cellOf(value: Measures[MeasureName]): string | number | null {
  if (isUnknown(value)) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? Math.round(value) : value
}
