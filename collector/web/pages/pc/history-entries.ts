/** Changes as entries to read: facts first reported at one moment are one entry, every later change is its own. */
import type { PcHistory } from '@somay/shared/api/pcs.ts'

export type Entry =
  | { readonly kind: 'first'; readonly at: number; readonly facts: readonly string[] }
  | { readonly kind: 'change'; readonly at: number; readonly fact: string; readonly before: unknown; readonly now: unknown }

export function entriesOf(changes: PcHistory['changes']): Entry[] {
  const entries: Entry[] = []
  for (const { fact, at, before, now } of changes) {
    const last = entries.at(-1)
    if (before !== undefined) entries.push({ kind: 'change', at, fact, before, now })
    else if (last?.kind === 'first' && last.at === at) entries[entries.length - 1] = { ...last, facts: [...last.facts, fact] }
    else entries.push({ kind: 'first', at, facts: [fact] })
  }
  return entries
}
