/** Writes what happened to PCs into the log of events, which is only ever added to. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import type { Tables } from './tables.ts'

/**
 * `enrolled-again` kept its row; `enrolled-alike` looks like a PC of another unit, which is for a person to decide; `key-shared` means that
 * two PCs used one credential; `key-rotated` that a credential grew old; `split-off` names the PC it was taken for;
 * `bundle-imported` says who carried it; `moved`, `retired` and `returned` say from which unit and to which;
 * `went-along` the same of a PC whose unit was reorganised;
 * `merged`, `merge-undone` and `told-apart` that a person said of two PCs that they are one, or are not; `split` that one is two since an agent joined;
 * `exempted` and `exemption-ended` that a person marked it as not to be connected, or no more.
 */
export type EventKind =
  | 'enrolled'
  | 'enrolled-again'
  | 'enrolled-alike'
  | 'key-shared'
  | 'key-renewed'
  | 'key-rotated'
  | 'split-off'
  | 'bundle-imported'
  | 'moved'
  | 'retired'
  | 'returned'
  | 'went-along'
  | 'exempted'
  | 'exemption-ended'
  | 'merged'
  | 'merge-undone'
  | 'told-apart'
  | 'split'

export type NewEvent = {
  readonly at: number
  readonly kind: EventKind
  readonly pcId: number
  readonly who: string
  readonly detail: object
}

export async function writeEvents(db: Kysely<Tables>, dialect: Dialect, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const json = JSON.stringify(events.map(({ at, kind, pcId, who, detail }) => [at, kind, pcId, who, JSON.stringify(detail)]))
  await sql`
    insert into event (at, kind, pc_id, who, detail) select j.at, j.kind, j.pc_id, j.who, j.detail
    from ${dialect.rows('j', { at: 'int', kind: 'text', pc_id: 'int', who: 'text', detail: 'text' }, json)}`.execute(db)
}
