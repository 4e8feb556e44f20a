/** The conditions a list behind a figure is narrowed to, as somebody asks for them and as SQL. */
import { ASPECTS, type Aspect, CONDITIONS } from '@somay/shared/text/conditions.ts'
import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../platform/problem.ts'

/** Of each aspect the values that are wanted; of one left out every value is. */
export type ConditionsAsked = Readonly<Partial<Record<Aspect, readonly string[]>>>

/** "up-to-90,over-90" of each aspect; refused where there is no such value. */
export function conditionsAsked(query: Readonly<Partial<Record<Aspect, string>>>): ConditionsAsked {
  const asked: Partial<Record<Aspect, readonly string[]>> = {}
  for (const aspect of ASPECTS) {
    const values = query[aspect]?.split(',')
    if (values === undefined) continue
    const wrong = values.find((value) => !Object.hasOwn(CONDITIONS[aspect], value))
    if (wrong !== undefined) throw new Problem('query-invalid', { vi: `${aspect}: không có "${wrong}"`, en: `${aspect}: no "${wrong}"` })
    asked[aspect] = values
  }
  return asked
}

export function isNarrowed(asked: ConditionsAsked): boolean {
  return Object.keys(asked).length > 0
}

/** `values` are those of a PC; each is one of CONDITIONS. */
export function hasConditions(asked: ConditionsAsked, values: Readonly<Record<Aspect, RawBuilder<string>>>): RawBuilder<unknown> {
  const wanted = ASPECTS.flatMap((aspect) => (asked[aspect] ? [sql` and ${values[aspect]} in (${sql.join(asked[aspect])})`] : []))
  return wanted.length === 0 ? sql`` : sql.join(wanted, sql``)
}

/** Of what no agent ever told, system and updates are unknown; the kind may stand in the books. */
export function mayHoldUntold({ support, patchAge }: ConditionsAsked): boolean {
  return [support, patchAge].every((values) => values?.includes('unknown') ?? true)
}
