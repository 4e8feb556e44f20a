/** Readiness for Windows 11 as SQL over m (pc_measure): what `windows11Of` says of one PC, for the whole fleet. */
import type { Hindrance, Windows11State } from '@somay/shared/text/windows-11.ts'
import { type RawBuilder, sql } from 'kysely'
import { hindranceCases, WINDOWS_11_RULES } from '../../plan/windows-11.ts'
import { casesSql } from './cases-sql.ts'

/** Of each rule two bits: it stands in the way, and it cannot be told. */
const HINDERS = WINDOWS_11_RULES.map((_, place) => 1 << (2 * place))
const UNKNOWN = HINDERS.map((bit) => bit << 1)
const sum = (bits: readonly number[]) => sql.lit(bits.reduce((all, bit) => all | bit, 0))

const mayGo = sql<boolean>`m.may_go_to_windows11 = 1`

/** One number of a PC, for the two below; 0 of one that is not asked. */
export function windows11BitsSql(asked = mayGo): RawBuilder<number> {
  const rules = WINDOWS_11_RULES.map((rule, place) => {
    const [hinders, unknown] = [HINDERS[place] as number, UNKNOWN[place] as number]
    return casesSql(hindranceCases(rule), { gives: (given) => (given === 'meets' ? 0 : hinders), unknown })
  })
  return sql<number>`(case when ${asked} then ${sql.join(rules, sql.raw(' | '))} else 0 end)`
}

export function windows11StateSql(bits: RawBuilder<number>): RawBuilder<Windows11State> {
  return sql<Windows11State>`case when ${mayGo} then
      case when (${bits} & ${sum(HINDERS)}) <> 0 then 'not-ready' when (${bits} & ${sum(UNKNOWN)}) <> 0 then 'undetermined' else 'ready' end
    when m.may_go_to_windows11 is null or m.on_windows11 is null then 'undetermined' when m.on_windows11 = 1 then 'already' else 'not-asked' end`
}

/** What the number says of each rule. */
export function windows11Told(bits: number): { readonly hinders: readonly Hindrance[]; readonly unknown: readonly Hindrance[] } {
  const codes = (of: readonly number[]) => WINDOWS_11_RULES.map(({ code }) => code).filter((_, place) => (bits & (of[place] ?? 0)) !== 0)
  return { hinders: codes(HINDERS), unknown: codes(UNKNOWN) }
}

export function hindersSql(bits: RawBuilder<number>, rule: Hindrance): RawBuilder<boolean> {
  const place = WINDOWS_11_RULES.findIndex(({ code }) => code === rule)
  return sql<boolean>`(${bits} & ${sql.lit(HINDERS[place] ?? 0)}) <> 0`
}
