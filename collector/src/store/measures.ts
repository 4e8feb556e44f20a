/** Keeps the measures of PCs: which are to be made anew, what they are made from, and the row that plans read. */
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Kysely, sql } from 'kysely'
import type { Database, JsonColumn } from './dialect/dialect.ts'
import { decodeBody } from './fact-encoding.ts'
import type { Tables } from './tables.ts'

export const MEASURE_COLUMNS = {
  memory_bytes: 'int',
  memory_visible_bytes: 'int',
  memory_free_slots: 'int',
  memory_maximum_bytes: 'int',
  system_disk_kind: 'text',
  system_disk_bytes: 'int',
  system_disk_health: 'text',
  system_free_bytes: 'int',
  os_family: 'text',
  may_go_to_windows11: 'int',
  upgrades_for_free: 'int',
  support_ends_on: 'text',
  extended_ends_on: 'text',
  missing_since: 'text',
  windows11_processor: 'int',
  bits64: 'int',
  cores: 'int',
  max_mhz: 'int',
  tpm: 'text',
  secure_boot_capable: 'int',
  portable: 'int',
  year_in_use: 'int',
  bios_year: 'int',
  battery_worn_percent: 'int',
  protected_from_malware: 'int',
  system_encrypted: 'int',
} as const satisfies Record<string, JsonColumn>

export type MeasureColumn = keyof typeof MEASURE_COLUMNS
export type MeasureRow = { readonly pcId: number } & Readonly<Record<MeasureColumn, string | number | null>>

const NAMES = Object.keys(MEASURE_COLUMNS) as readonly MeasureColumn[]
const ASSIGNMENTS = NAMES.map((name) => `${name} = j.${name}`).join(', ')

/** `bodyId` names a body many PCs share; undefined for one of this PC's own. */
export type HeldFact = { readonly fact: string; readonly bodyId: number | undefined; readonly body: () => FactBody }
export type Unmeasured = { readonly pcId: number; readonly yearInUse: number | undefined; readonly facts: readonly HeldFact[] }

type FactRow = { pc_id: number; fact: string; body_id: number | null; encoding: number; body: Buffer }

/** `measured` of a PC that is just being measured: what changes meanwhile sets it to 0 again, and the PC is measured once more. */
const CLAIMED = 2

/** The next PCs to measure, claimed, with the named facts alone. */
export async function claimUnmeasured(database: Database, facts: readonly string[], most: number): Promise<Unmeasured[]> {
  const { read, dialect } = database
  const claimed = await database.write((db) =>
    sql<{ id: number }>`
      update pc set measured = ${sql.lit(CLAIMED)} where id in (select id from pc where measured = 0 order by id limit ${most}) returning id`.execute(
      db,
    ),
  )
  if (claimed.rows.length === 0) return []
  const claims = dialect.rows('j', { id: 'int' }, JSON.stringify(claimed.rows.map(({ id }) => [id])))
  const pcs = await sql<{ id: number; year_in_use: number | null }>`
    select j.id, e.year_in_use from ${claims} left join register_match m on m.pc_id = j.id
    left join register_entry e on e.item_id = m.item_id and e.until_day is null`.execute(read)
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(pcs.rows.map(({ id }) => [id])))
  const wanted = dialect.rows('w', { fact: 'text' }, JSON.stringify(facts.map((fact) => [fact])))
  const { rows } = await sql<FactRow>`
    select f.pc_id, f.fact, f.body_id, b.encoding, b.body from ${ids} join pc_fact f on f.pc_id = j.id and f.until is null
      join fact_body b on b.id = f.body_id where f.fact in (select w.fact from ${wanted})
    union all select l.pc_id, l.fact, null, l.encoding, l.body from ${ids} join pc_latest l on l.pc_id = j.id
      where l.fact in (select w.fact from ${wanted})`.execute(read)
  const byPc = Map.groupBy(rows, ({ pc_id }) => pc_id)
  return pcs.rows.map(({ id, year_in_use }) => ({
    pcId: id,
    yearInUse: year_in_use ?? undefined,
    facts: (byPc.get(id) ?? []).map((row) => ({ fact: row.fact, bodyId: row.body_id ?? undefined, body: () => decodeBody(row) })),
  }))
}

export function writeMeasures({ write, dialect }: Database, rows: readonly MeasureRow[]): Promise<void> {
  return write(async (db) => {
    const columns = { pc_id: 'int', ...MEASURE_COLUMNS } as const
    const json = JSON.stringify(rows.map((row) => [row.pcId, ...NAMES.map((name) => row[name])]))
    await sql`update pc_measure set ${sql.raw(ASSIGNMENTS)} from ${dialect.rows('j', columns, json)} where pc_measure.pc_id = j.pc_id`.execute(
      db,
    )
    const ids = dialect.rows('j', { pc_id: 'int' }, JSON.stringify(rows.map(({ pcId }) => [pcId])))
    await sql`update pc set measured = 1 from ${ids} where pc.id = j.pc_id and pc.measured = ${sql.lit(CLAIMED)}`.execute(db)
  })
}

/** What a collector that ended claimed and did not finish. */
export async function dropMeasureClaims({ write }: Database): Promise<void> {
  await write((db) => sql`update pc set measured = 0 where measured = ${sql.lit(CLAIMED)}`.execute(db))
}

/** Of PCs whose asset may be another since, or name another year. */
export async function measureAnew(db: Kysely<Tables>, pcIds: readonly number[] | 'all assets'): Promise<void> {
  if (pcIds === 'all assets') await sql`update pc set measured = 0 where id in (select pc_id from register_match)`.execute(db)
  else if (pcIds.length > 0)
    await db
      .updateTable('pc')
      .set({ measured: 0 })
      .where('id', 'in', [...pcIds])
      .execute()
}
