/** What the figures of a count come to: numerator, denominators and rates, the same on the screen and in every file. */
import type { Figures } from '../api/counts.ts'
import { COUNT_STATES, type CountState } from './choices.ts'

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
