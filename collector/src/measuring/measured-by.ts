/** Who measures the PCs of a ledger: where it was other code, they are measured anew. */
import type { Database } from '../store/dialect/dialect.ts'
import { measuredBy, takeUpMeasuring } from '../store/measures.ts'
import { numberOfMark, OWN_MARK } from './mark.ts'

/**
 * From whom measuring is taken up. A collector that starts takes it from `anyone`, an older one too: nobody starts it beside a newer for long. While two
 * run, the `older` gives it up, so that they do not take it from each other for ever. A command that finds a ledger of the same version with other
 * tables takes it `unless-newer`: else it would tell what older tables said.
 */
export type TakesFrom = 'anyone' | 'unless-newer' | 'older'

/** Whether PCs are measured by whoever has this mark. */
export async function isToMeasure(database: Database, takesFrom: TakesFrom, mark = OWN_MARK): Promise<boolean> {
  const standing = await measuredBy(database)
  if (standing === mark) return true
  const [before, own] = [versionOf(standing), versionOf(mark)]
  const takes = takesFrom === 'anyone' || before < own || (takesFrom === 'unless-newer' && before === own)
  if (takes) await takeUpMeasuring(database, mark, numberOfMark(mark))
  return takes
}

function versionOf(mark: string | undefined): number {
  return mark === undefined ? 0 : Number.parseInt(mark, 10)
}
