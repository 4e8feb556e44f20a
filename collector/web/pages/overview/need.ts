/** Where somebody should look first: the PCs of a unit that reach neither the internet nor the government network, or of which that is not known. Pure. */
import type { CountRow, Figures } from '@somay/shared/api/counts.ts'
import type { CountState } from '@somay/shared/text/choices.ts'

/** Not "WAN only": many PCs are meant to have that alone; nor those that must not be connected. */
export const NEED: readonly CountState[] = ['lan-only', 'stand-alone', 'silent', 'unknown', 'register-only']

export function needOf(figures: Figures): number {
  return NEED.reduce((sum, state) => sum + figures[state], 0)
}

/** Without the blocks; those of equal need stay in protocol order. */
export function unitsByNeed(rows: readonly CountRow[]): CountRow[] {
  return rows.filter(({ kind }) => kind === 'unit').sort((one, other) => needOf(other.figures) - needOf(one.figures))
}
