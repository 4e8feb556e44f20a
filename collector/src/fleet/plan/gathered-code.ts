/** What PCs are alike in as one number: what rules found in its lowest bits, and above them what the PC is. Told apart, joined and counted by one value a million PCs cost half of what they did. */
import { type RawBuilder, sql } from 'kysely'
import { bitsThat, FINDINGS_END } from '../../plan/findings.ts'
import { buysMemory } from '../../plan/prices.ts'
import type { Gathered } from '../../plan/settle.ts'
import { type Circumstances, firstYearWithin } from '../../plan/verdict.ts'

type Part = Exclude<keyof Gathered, 'findings'>

/** In the order in which they are packed, what each may be by its number. */
const VALUES = {
  nature: ['unknown', 'office', 'virtual', 'server'],
  casing: ['unknown', 'desktop', 'laptop'],
  memory: ['unknown', 'ddr3', 'ddr4', 'ddr5', 'other'],
  life: ['unknown', 'within', 'past'],
  system: ['unknown', 'windows', 'other'],
} as const satisfies { readonly [P in Part]: readonly Gathered[P][] }
const PARTS = Object.keys(VALUES) as readonly Part[]

/** Every code is below. */
export const CODES_END = PARTS.reduce((end, part) => end * VALUES[part].length, FINDINGS_END)

export function codeOf(gathered: Gathered): number {
  const above = PARTS.reduceRight((code, part) => code * VALUES[part].length + numberOf(part, gathered[part]), 0)
  return gathered.findings + FINDINGS_END * above
}

export function gatheredOf(code: number): Gathered {
  const gathered: Record<string, unknown> = { findings: code % FINDINGS_END }
  let above = Math.floor(code / FINDINGS_END)
  for (const part of PARTS) {
    gathered[part] = VALUES[part][above % VALUES[part].length]
    above = Math.floor(above / VALUES[part].length)
  }
  return gathered as unknown as Gathered
}

/** The code of a PC of the table of `findingsSql`, which is called `w`. */
export function codeSql({ policy, on }: Pick<Circumstances, 'policy' | 'on'>): RawBuilder<number> {
  const number = <P extends Part>(part: P, value: Gathered[P]) => sql.lit(numberOf(part, value))
  const first = sql.lit(firstYearWithin(policy, on))
  const numbers: { readonly [P in Part]: RawBuilder<unknown> } = {
    nature: caseSql('nature', sql`w.nature`),
    casing: sql`case w.portable when 1 then ${number('casing', 'laptop')} when 0 then ${number('casing', 'desktop')} else 0 end`,
    // Where no memory is asked for its type tells no two PCs apart.
    memory: sql`case when w.findings & ${sql.lit(bitsThat(buysMemory))} = 0 then 0 else ${caseSql('memory', sql`w.memory_type`)} end`,
    life: sql`case when w.year_in_use >= ${first} then ${number('life', 'within')} when w.year_in_use < ${first} then ${number('life', 'past')} else 0 end`,
    system: sql`case w.os_family when 'windows' then ${number('system', 'windows')} when 'linux' then ${number('system', 'other')} when 'macos' then ${number('system', 'other')} else 0 end`,
  }
  const above = PARTS.reduceRight(
    (code, part) => sql`(${numbers[part]} + ${sql.lit(VALUES[part].length)} * ${code})`,
    sql`0` as RawBuilder<unknown>,
  )
  return sql<number>`(w.findings + ${sql.lit(FINDINGS_END)} * ${above})`
}

function caseSql(part: Part, column: RawBuilder<unknown>): RawBuilder<unknown> {
  const cases = VALUES[part].map((value, number) => sql`when ${sql.lit(value)} then ${sql.lit(number)}`)
  return sql`case ${column} ${sql.join(cases.slice(1), sql` `)} else 0 end`
}

function numberOf(part: Part, value: string): number {
  const number = (VALUES[part] as readonly string[]).indexOf(value)
  if (number < 0) throw new Error(`${part} "${value}" has no number in gathered-code.ts`)
  return number
}
