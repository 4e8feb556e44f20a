/** What follows from a PC alone, over m (pc_measure): as it was kept by who measured the PC, and worked out where that was other code, or nobody yet. */
import { type RawBuilder, sql } from 'kysely'
import { OWN_NUMBER } from '../../measuring/mark.ts'
import { CLASS_VALUES, classOfNumber, numberOfClass, type PcClass } from '../../plan/pc-class.ts'
import { STANDING_RULES, untoldBitOf } from '../../plan/standing.ts'
import { casesSql, toldBy } from './cases-sql.ts'

const isOwn = sql<boolean>`m.measured_by = ${sql.lit(OWN_NUMBER)}`

/** As `standingFindings` says of one PC. */
export const standingAnewSql: RawBuilder<number> = sql<number>`(${sql.join(
  STANDING_RULES.map((rule) => casesSql(rule.cases(), { ...toldBy(rule), unknown: untoldBitOf(rule) })),
  sql.raw(' | '),
)})`

/** What a part adds to the number of a class; one that was not read adds nothing. */
const added = (part: Partial<PcClass>) => sql.lit(numberOfClass({ ...classOfNumber(0), ...part }))

/** The column holds the words of the class. */
const addedByWord = (part: 'nature' | 'memory', column: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`case ${column} ${sql.join(
    CLASS_VALUES[part].slice(1).map((word) => sql`when ${sql.lit(word)} then ${added({ [part]: word })}`),
    sql.raw(' '),
  )} else 0 end`

/** As `numberOfClass` of `classOf` says of one PC. */
export const pcClassAnewSql: RawBuilder<number> = sql<number>`(${addedByWord('nature', sql`m.nature`)} + ${addedByWord('memory', sql`m.memory_type`)}
  + case m.portable when 1 then ${added({ casing: 'laptop' })} when 0 then ${added({ casing: 'desktop' })} else 0 end
  + case when m.os_family = 'windows' then ${added({ system: 'windows' })} when m.os_family is not null then ${added({ system: 'other' })} else 0 end)`

export const standingSql = sql<number>`case when ${isOwn} then m.standing_findings else ${standingAnewSql} end`
export const pcClassSql = sql<number>`case when ${isOwn} then m.pc_class else ${pcClassAnewSql} end`
