/** Writes a list into the register: a version of each asset that changed, from the day of the list on; all of it or nothing. */
import { fold } from '@somay/shared/text/fold.ts'
import { type Kysely, sql } from 'kysely'
import { writeDeed } from '../deeds.ts'
import type { Database, Dialect, JsonColumn } from '../dialect/dialect.ts'
import { measureAnew } from '../measures.ts'
import { forgetRolled } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'
import { type Comparison, compareList, type HashedItem, type KnownItem, type Listing } from './compare-list.ts'
import { rememberComplete } from './complete-lists.ts'
import { endMatches, restoreMatches } from './ended-matches.ts'
import { markExempt } from './exempt-items.ts'
import { serialKey } from './listed-item.ts'
import { linkEntries } from './pc-times.ts'

export type RegisterImport = Listing & {
  readonly who: string
  readonly at: number
  readonly timeZone: string
  readonly fileName: string
  /** Rows of the file, and those that were refused before. */
  readonly rows: number
  readonly refused: number
}

export type Imported = { readonly id: number; readonly comparison: Comparison }

const CHUNK = 5_000

export function importList({ write, dialect }: Database, listing: RegisterImport): Promise<Imported> {
  return write(async (db) => {
    await dialect.alone(db, 'matching')
    const comparison = await compareList(db, dialect, listing)
    const id = await writeImport(db, listing, comparison)
    const known = await withIds(db, dialect, comparison.added)
    const written = [...known, ...comparison.changed]
    for (let from = 0; from < written.length; from += CHUNK)
      await writeEntries(db, dialect, written.slice(from, from + CHUNK), { day: listing.day, importId: id })
    // Before assets that are gone leave their PCs, whose year went with them.
    if (written.length + comparison.gone.length > 0) await measureAnew(db, dialect, sql`select pc_id from register_match`)
    await endEntries(db, dialect, comparison.gone, listing.day)
    await rememberTold(db, dialect, listing, comparison.elsewhere)
    await rememberComplete(db, dialect, id, listing)
    if (written.length + comparison.gone.length > 0) await forgetRolled(db, dialect, listing.day)
    await markExempt(db, dialect, listing)
    return { id, comparison }
  })
}

async function writeImport(
  db: Kysely<Tables>,
  { who, at, fileName, day, rows, refused }: RegisterImport,
  made: Comparison,
): Promise<number> {
  const counts = { added: made.added.length, changed: made.changed.length, same: made.same, gone: made.gone.length }
  const left = refused + made.older.length + made.elsewhere.length
  const { id } = await db
    .insertInto('register_import')
    .values({ at, who, file_name: fileName, day, rows, ...counts, refused: left })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeDeed(db, { at, who, kind: 'register-imported', detail: { label: fileName, day, ...counts, refused: left } })
  return id
}

async function withIds(db: Kysely<Tables>, dialect: Dialect, added: readonly HashedItem[]): Promise<KnownItem[]> {
  const known: KnownItem[] = []
  for (let from = 0; from < added.length; from += CHUNK) {
    const chunk = added.slice(from, from + CHUNK)
    const rows = dialect.rows(
      'j',
      { code: 'text', key: 'text' },
      JSON.stringify(chunk.map(({ assetCode, assetKey }) => [assetCode, assetKey])),
    )
    await sql`insert into register_item (asset_code, asset_key) select j.code, j.key from ${rows} where true`.execute(db)
    const { rows: ids } = await sql<{ id: number; key: string }>`
      select i.id, i.asset_key as key from ${rows} join register_item i on i.asset_key = j.key`.execute(db)
    const byKey = new Map(ids.map(({ id, key }) => [key, id]))
    known.push(...chunk.map((item) => ({ ...item, itemId: byKey.get(item.assetKey) as number })))
  }
  return known
}

const COLUMNS = {
  item_id: 'int',
  unit_id: 'int',
  name: 'text',
  name_key: 'text',
  serial: 'text',
  serial_key: 'text',
  kind: 'text',
  year_in_use: 'int',
  cost_dong: 'int',
  exempt: 'int',
  host_name: 'text',
  host_key: 'text',
  mac: 'text',
  note: 'text',
  search: 'text',
  hash: 'text',
  until_day: 'text',
} as const satisfies Record<string, JsonColumn>
const NAMES = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[]

function rowOf(item: KnownItem): Record<keyof typeof COLUMNS, string | number | null> {
  const { itemId, assetCode, name, unitId, kind, serial, yearInUse, costDong, exempt, hostName, mac, note, hash, untilDay } = item
  return {
    item_id: itemId,
    unit_id: unitId,
    name,
    name_key: fold(name),
    serial,
    serial_key: serialKey(serial) ?? null,
    kind,
    year_in_use: yearInUse,
    cost_dong: costDong,
    exempt: Number(exempt),
    host_name: hostName,
    host_key: hostName === null ? null : fold(hostName),
    mac,
    note,
    search: fold([assetCode, name, serial ?? '', hostName ?? '', note].join('\n')),
    hash,
    until_day: untilDay ?? null,
  }
}

async function writeEntries(
  db: Kysely<Tables>,
  dialect: Dialect,
  items: readonly KnownItem[],
  { day, importId }: { readonly day: string; readonly importId: number },
): Promise<void> {
  const values = items.map(rowOf).map((row) => NAMES.map((name) => row[name]))
  const rows = dialect.rows('j', COLUMNS, JSON.stringify(values))
  // What a list of the same day said before is said anew.
  await sql`delete from register_entry where from_day = ${day} and item_id in (select j.item_id from ${rows})`.execute(db)
  await sql`update register_entry set until_day = ${day} where until_day is null and item_id in (select j.item_id from ${rows})`.execute(db)
  const names = sql.join(NAMES.map((name) => sql.ref(name)))
  const told = sql.join(NAMES.map((name) => sql.ref(`j.${name}`)))
  await sql`
    insert into register_entry (${names}, from_day, import_id) select ${told}, ${day}, ${sql.lit(importId)} from ${rows} where true`.execute(
    db,
  )
  await restoreMatches(db, sql`select j.item_id from ${rows} where j.until_day is null`)
  // What has ended already is what it was before.
  await sql`
    update register_entry set pc_id = (select x.pc_id from register_entry x where x.item_id = register_entry.item_id and x.from_day < ${day}
      order by x.from_day desc limit 1)
    where from_day = ${day} and until_day is not null and item_id in (select j.item_id from ${rows} where j.until_day is not null)`.execute(
    db,
  )
  await linkEntries(db, sql`select j.item_id from ${rows}`)
}

/** Older lists that come later say nothing of these. */
async function rememberTold(
  db: Kysely<Tables>,
  dialect: Dialect,
  { items, day }: Listing,
  elsewhere: Comparison['elsewhere'],
): Promise<void> {
  const left = new Set(elsewhere.map(({ assetKey }) => assetKey))
  const named = items.filter(({ assetKey }) => !left.has(assetKey))
  const keys = dialect.rows('j', { key: 'text' }, JSON.stringify(named.map(({ assetKey }) => [assetKey])))
  await sql`update register_item set told_day = ${day} where coalesce(told_day, '') < ${day} and asset_key in (select j.key from ${keys})`.execute(
    db,
  )
}

/** What is gone keeps its past; its PC is free for another asset until it comes back. */
async function endEntries(db: Kysely<Tables>, dialect: Dialect, gone: Comparison['gone'], day: string): Promise<void> {
  if (gone.length === 0) return
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(gone.map(({ itemId }) => [itemId])))
  await sql`delete from register_entry where until_day is null and from_day = ${day} and item_id in (select j.id from ${ids})`.execute(db)
  await sql`update register_entry set until_day = ${day} where until_day is null and item_id in (select j.id from ${ids})`.execute(db)
  await endMatches(db, sql`select j.id from ${ids}`)
  await sql`delete from register_doubt where item_id in (select j.id from ${ids})`.execute(db)
}
