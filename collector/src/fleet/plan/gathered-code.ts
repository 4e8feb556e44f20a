/** What PCs are alike in as one number: what rules found in its lowest bits, and above them what the PC is. Told apart, joined and counted by one value a million PCs cost half of what they did. */
import { type RawBuilder, sql } from 'kysely'
import { bitsThat, FINDINGS_END } from '../../plan/findings.ts'
import { CLASSES_END, classOfNumber, numberOfClass, WITHOUT_MEMORY } from '../../plan/pc-class.ts'
import { buysMemory } from '../../plan/prices.ts'
import type { Gathered } from '../../plan/settle.ts'
import { firstYearWithin } from '../../plan/useful-life.ts'
import type { Circumstances } from '../../plan/verdict.ts'

const LIVES = ['unknown', 'within', 'past'] as const satisfies readonly Gathered['life'][]
const [UNKNOWN, WITHIN, PAST] = [0, 1, 2].map((place) => sql.lit(place))

/** Every code is below. */
export const CODES_END = FINDINGS_END * CLASSES_END * LIVES.length

export function codeOf(gathered: Gathered): number {
  return gathered.findings + FINDINGS_END * (numberOfClass(gathered) + CLASSES_END * LIVES.indexOf(gathered.life))
}

export function gatheredOf(code: number): Gathered {
  const above = Math.floor(code / FINDINGS_END)
  const life = LIVES[Math.floor(above / CLASSES_END)] as Gathered['life']
  return { findings: code % FINDINGS_END, ...classOfNumber(above % CLASSES_END), life }
}

/** The code of a PC of the table of `findingsSql`, which is called `w`. */
export function codeSql({ policy, on }: Pick<Circumstances, 'policy' | 'on'>): RawBuilder<number> {
  const first = sql.lit(firstYearWithin(policy, on))
  const life = sql`case when w.year_in_use >= ${first} then ${WITHIN} when w.year_in_use < ${first} then ${PAST} else ${UNKNOWN} end`
  // Where no memory is asked for its type tells no two PCs apart.
  const pcClass = sql`case when w.findings & ${sql.lit(bitsThat(buysMemory))} = 0 then w.pc_class % ${sql.lit(WITHOUT_MEMORY)} else w.pc_class end`
  return sql<number>`(w.findings + ${sql.lit(FINDINGS_END)} * (${pcClass} + ${sql.lit(CLASSES_END)} * ${life}))`
}
