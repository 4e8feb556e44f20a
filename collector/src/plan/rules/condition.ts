/**
 * Conditions on measures, as data: one evaluation here, the same over the whole fleet in SQL. What is unknown makes a condition unknown unless
 * the rest decides it (three-valued, as in SQL).
 */
import { isUnknown } from '@somay/shared/unknown.ts'
import type { MeasureName, Measures } from '../measures/measures.ts'

type Value = number | string | boolean

export type Condition =
  | { readonly is: 'at-least' | 'below' | 'equal'; readonly measure: MeasureName; readonly value: Value }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'known'; readonly measure: MeasureName }
  | { readonly is: 'always' }

export const atLeast = (measure: MeasureName, value: number | string): Condition => ({ is: 'at-least', measure, value })
export const below = (measure: MeasureName, value: number | string): Condition => ({ is: 'below', measure, value })
export const equal = (measure: MeasureName, value: Value): Condition => ({ is: 'equal', measure, value })
export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of })
export const not = (of: Condition): Condition => ({ is: 'not', of })
/** True or false, never unknown itself. */
export const known = (measure: MeasureName): Condition => ({ is: 'known', measure })
export const always: Condition = { is: 'always' }

/** True, false, or the measures that would have to be known. */
export type Truth = boolean | readonly MeasureName[]

export function holds(condition: Condition, measures: Measures): Truth {
  switch (condition.is) {
    case 'always':
      return true
    case 'known':
      return !isUnknown(measures[condition.measure])
    case 'not': {
      const truth = holds(condition.of, measures)
      return typeof truth === 'boolean' ? !truth : truth
    }
    case 'all':
      return together(condition.of, measures, false)
    case 'any':
      return together(condition.of, measures, true)
    case 'at-least':
    case 'below':
    case 'equal':
      return compared(condition, measures)
  }
}

/** `decisive` is what one alone decides: false among all, true among any. */
function together(conditions: readonly Condition[], measures: Measures, decisive: boolean): Truth {
  const missing = new Set<MeasureName>()
  for (const condition of conditions) {
    const truth = holds(condition, measures)
    if (truth === decisive) return decisive
    if (typeof truth !== 'boolean') for (const name of truth) missing.add(name)
  }
  return missing.size > 0 ? [...missing] : !decisive
}

function compared({ is, measure, value }: Extract<Condition, { value: Value }>, measures: Measures): Truth {
  const known = measures[measure]
  if (isUnknown(known)) return [measure]
  if (is === 'equal') return known === value
  return is === 'at-least' ? known >= value : known < value
}
