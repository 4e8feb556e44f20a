/** Where the pages of units are, and what one tells the other. */

export const UNITS = '/units'
export const REORGANISE = '/units/reorganise'

/** Kept with the entry of the browser's history: the word of success stays with the page it was said on. */
export type Told = { readonly reorganised: string }

export function toldBy(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('reorganised' in state)) return undefined
  return typeof state.reorganised === 'string' ? state.reorganised : undefined
}
