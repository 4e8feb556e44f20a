/** Writes measures of PCs as measuring would, with all that follows from them: for tests that begin where the facts are read already. */
import { measuresFrom } from '#collector/measuring/columns.ts'
import { cellsOf } from '#collector/measuring/measure-pcs.ts'
import type { Measures } from '#collector/plan/measures/measures.ts'
import type { Database } from '#collector/store/database.ts'

export async function tellMeasures({ write }: Database, pcs: ReadonlyMap<number, Measures>): Promise<void> {
  await write(async (db) => {
    for (const [pcId, measures] of pcs) await db.updateTable('pc_measure').set(cellsOf(measures)).where('pc_id', '=', pcId).execute()
  })
}

/** The rest stays as it was measured. */
export async function changeMeasures(
  database: Database,
  changes: (pcId: number, measures: Measures) => Partial<Measures> | undefined,
): Promise<void> {
  const rows = await database.read.selectFrom('pc_measure').selectAll().execute()
  const changed = rows.flatMap((row): [number, Measures][] => {
    const measures = measuresFrom(row)
    const change = changes(row.pc_id, measures)
    return change ? [[row.pc_id, { ...measures, ...change }]] : []
  })
  await tellMeasures(database, new Map(changed))
}
