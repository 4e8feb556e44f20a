/** What the figures of a count come to: numerator, denominators and rates, the same on the screen and in every file. */
import type { ConditionFigures, Figures, PeopleOf } from '../api/counts.ts'
import { COUNT_STATES, type CountState } from './choices.ts'
import { ASPECTS, type Aspect, knownValues } from './conditions.ts'
import type { Words } from './words.ts'

export const STATE_NAMES = Object.keys(COUNT_STATES) as readonly CountState[]

export function noFigures(): Figures {
  return Object.fromEntries(STATE_NAMES.map((state) => [state, 0])) as Figures
}

export function addFigures(one: Figures, other: Figures): Figures {
  return Object.fromEntries(STATE_NAMES.map((state) => [state, one[state] + other[state]])) as Figures
}

/** `all` is the first denominator; `allowed` the second, without the PCs that by law may not be connected. */
export function sumsOf(figures: Figures): { readonly connected: number; readonly all: number; readonly allowed: number } {
  const all = STATE_NAMES.reduce((sum, state) => sum + figures[state], 0)
  return { connected: figures.internet, all, allowed: all - figures.exempt }
}

export function noConditions(): ConditionFigures {
  return conditionsOf(() => 0)
}

export function addConditions(one: ConditionFigures, other: ConditionFigures): ConditionFigures {
  return conditionsOf((aspect, value) => conditionFigure(one, aspect, value) + conditionFigure(other, aspect, value))
}

function conditionsOf(figure: (aspect: Aspect, value: string) => number): ConditionFigures {
  const ofAspect = (aspect: Aspect) => Object.fromEntries(knownValues(aspect).map((value) => [value, figure(aspect, value)]))
  return Object.fromEntries(ASPECTS.map((aspect) => [aspect, ofAspect(aspect)])) as ConditionFigures
}

/** How many PCs were of one of these known values. */
export function conditionFigure(conditions: ConditionFigures, aspect: Aspect, ...values: readonly string[]): number {
  const known = conditions[aspect] as Readonly<Record<string, number>>
  return values.reduce((sum, value) => sum + (known[value] ?? 0), 0)
}

/** What a row of counts tells: figures, and where they were counted and told the conditions and what people say of the unit. */
export type Told = {
  readonly figures: Figures
  readonly conditions?: ConditionFigures | undefined
  readonly people?: PeopleOf | undefined
}

/** How many PCs of a row were of these values, unknown among them or alone; undefined where conditions were not counted. */
export function pcsOfCondition({ figures, conditions }: Told, aspect: Aspect, values: readonly string[]): number | undefined {
  if (!conditions) return undefined
  const unknown = values.includes('unknown') ? unknownConditions(figures, conditions, aspect) : 0
  return unknown + conditionFigure(conditions, aspect, ...values)
}

/** Of whom the ledger knows no value on the date, those in the register only among them. */
export function unknownConditions(figures: Figures, conditions: ConditionFigures, aspect: Aspect): number {
  return sumsOf(figures).all - conditionFigure(conditions, aspect, ...knownValues(aspect))
}

/** In place of a rate: licences were told when there were more PCs. */
export const MORE_THAN_PCS: Words = { vi: 'nhiều hơn số máy', en: 'more than the PCs' }

/** Of no PC at all there is no rate that could be too high. */
export function isMoreThanPcs(licences: number, pcs: number): boolean {
  return pcs > 0 && licences > pcs
}
