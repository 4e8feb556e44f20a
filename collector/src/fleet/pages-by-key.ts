/** A list in the order of a text and a number, a page at a time, or all of it in chunks for a file: memory stays bounded however many there are. */
import { decodeCursor, encodeCursor } from './pc-list/cursor.ts'

/** Behind which row a page begins; undefined for the first. */
export type After = readonly [unknown, number] | undefined
type Keyed = { readonly key: string; readonly id: number }
export type PageOf<Row> = (after: After, limit: number) => Promise<readonly Row[]>

/** `after` and `next` are the cursors of the address. */
export async function pageAfter<Row extends Keyed, Shown>(
  pageOf: PageOf<Row>,
  shown: (row: Row) => Shown,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<{ rows: Shown[]; next?: string }> {
  // One more than is shown tells whether there are more.
  const found = await pageOf(after === undefined ? undefined : decodeCursor(after, false), limit + 1)
  const last = found[limit - 1]
  return {
    rows: found.slice(0, limit).map((row) => shown(row)),
    ...(found.length > limit && last && { next: encodeCursor(last.key, last.id) }),
  }
}

const CHUNK = 2_000

export async function* allPages<Row extends Keyed, Shown>(pageOf: PageOf<Row>, shown: (row: Row) => Shown): AsyncGenerator<Shown[]> {
  let after: After
  for (;;) {
    const found = await pageOf(after, CHUNK)
    const last = found.at(-1)
    if (!last) return
    yield found.map((row) => shown(row))
    after = [last.key, last.id]
  }
}
