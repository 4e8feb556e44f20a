/** Changes as entries to read: facts first reported, or no longer reported, at one moment are one entry; every other change is its own. */
import type { PcHistory } from '@somay/shared/api/pcs.ts'

/** `again` is a fact that had been reported before, `gone` one that no longer is. */
export type GroupKind = 'first' | 'again' | 'gone'

export type Entry =
  | { readonly kind: GroupKind; readonly at: number; readonly facts: readonly string[] }
  | { readonly kind: 'change'; readonly at: number; readonly fact: string; readonly before: unknown; readonly now: unknown }

export function entriesOf(changes: PcHistory['changes']): Entry[] {
  const entries: Entry[] = []
  for (const { fact, at, before, now, again } of changes) {
    if (before !== undefined && now !== undefined) {
      entries.push({ kind: 'change', at, fact, before, now })
      continue
    }
    const kind = now === undefined ? 'gone' : again ? 'again' : 'first'
    const place = entries.findIndex((entry) => entry.kind === kind && entry.at === at)
    const group = entries[place]
    if (group && group.kind !== 'change') entries[place] = { ...group, facts: [...group.facts, fact] }
    else entries.push({ kind, at, facts: [fact] })
  }
  return entries
}
