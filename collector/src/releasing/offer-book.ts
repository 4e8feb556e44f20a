/** What is held and rolled out, in memory: asking for an update costs the ledger nothing while none is due. Read anew after a change and every minute. */
import type { Database } from '../store/dialect/dialect.ts'
import { signedOf } from '../store/releases.ts'
import { type Book, keyOfRelease } from './offer.ts'

export type OfferBook = {
  current(): Promise<Book>
  /** After a change here; other collectors see it within the minute. */
  forget(): void
}

const FRESH_MS = 60_000

export function createOfferBook(database: Database, now: () => number): OfferBook {
  let book: Promise<Book> | undefined
  let readAt = Number.NEGATIVE_INFINITY
  return {
    current() {
      const age = now() - readAt
      if (book && age >= 0 && age < FRESH_MS) return book
      readAt = now()
      const reading = readBook(database)
      book = reading
      // A ledger that could not be read is asked again by the next.
      reading.catch(() => {
        if (book === reading) book = undefined
      })
      return reading
    },
    forget() {
      book = undefined
    },
  }
}

async function readBook({ read }: Database): Promise<Book> {
  const rollouts = await read.selectFrom('rollout').select(['version', 'unit_id', 'stage', 'state']).where('state', '<>', 'ended').execute()
  if (!rollouts.some(({ state }) => state === 'running')) return { rollouts: [], releases: new Map(), parents: new Map() }
  const releases = await read.selectFrom('agent_release').selectAll().execute()
  const units = await read.selectFrom('unit').select(['id', 'parent_id']).execute()
  return {
    rollouts: rollouts.map(({ unit_id, ...one }) => ({ ...one, unitId: unit_id })),
    releases: new Map(releases.map((row) => [keyOfRelease(row.kind, row.version), signedOf(row)])),
    parents: new Map(units.map(({ id, parent_id }) => [id, parent_id])),
  }
}
