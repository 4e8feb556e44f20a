/** The files a person picked, one row each, and what has become of them. Pure. */
import type { ImportedBundle } from '@somay/shared/api/bundles.ts'

/** Why a file was not taken in: by its code, and in the collector's words where these pages do not know the code. */
export type Refusal = { readonly code: string; readonly message: string; readonly todo: string; readonly detail?: string | undefined }

export type RowState =
  | { readonly kind: 'waiting' | 'sending' | 'unit-needed' }
  | { readonly kind: 'imported'; readonly imported: ImportedBundle }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What the person said of a file when it was sent off. */
export type Order = { readonly carriedBy: string; readonly unitId: number | undefined }

export type Row = {
  readonly id: number
  readonly fileName: string
  readonly state: RowState
  /** Undefined until the person starts the import: only chosen so far. */
  readonly order: Order | undefined
}

export const KINDS = ['imported', 'sending', 'waiting', 'unit-needed', 'refused'] as const satisfies readonly RowState['kind'][]

export type Tally = Readonly<Record<RowState['kind'], number>>

export function tallyOf(rows: readonly Row[]): Tally {
  const tally = { waiting: 0, sending: 0, 'unit-needed': 0, imported: 0, refused: 0 }
  for (const { state } of rows) tally[state.kind]++
  return tally
}

/** Files that would have to be picked again if the pages were left now. */
export function unfinished(tally: Tally): number {
  return tally.waiting + tally.sending + tally['unit-needed']
}

/**
 * By name, because the agent names its files after PC and moment: so of several of one PC the earlier goes first, and the history of the PC
 * is whole.
 */
export function inSendingOrder<F extends { readonly name: string }>(files: readonly F[]): F[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
