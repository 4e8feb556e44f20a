/** Keeps the measures of PCs: which are to be made anew, what they are made from, and the row that plans read. */
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { keepConditions } from './conditions.ts'
import type { Database, Dialect, JsonColumn } from './dialect/dialect.ts'
import { decodeBody } from './fact-encoding.ts'
import { readSetting } from './settings.ts'
import type { Tables } from './tables.ts'

export const MEASURE_COLUMNS = {
  memory_bytes: 'int',
  memory_visible_bytes: 'int',
  memory_free_slots: 'int',
  memory_maximum_bytes: 'int',
  memory_soldered: 'int',
  memory_added_bytes: 'int',
  memory_type: 'text',
  system_disk_kind: 'text',
  system_disk_bytes: 'int',
  system_disk_health: 'text',
  system_free_bytes: 'int',
  os_family: 'text',
  may_go_to_windows11: 'int',
  on_windows11: 'int',
  upgrades_for_free: 'int',
  support_ends_on: 'text',
  extended_ends_on: 'text',
  missing_since: 'text',
  patched_until: 'text',
  windows_build: 'int',
  windows_revision: 'int',
  windows11_processor: 'int',
  bits64: 'int',
  cores: 'int',
  max_mhz: 'int',
  tpm: 'text',
  secure_boot_capable: 'int',
  portable: 'int',
  nature: 'text',
  year_in_use: 'int',
  bios_year: 'int',
  battery_worn_percent: 'int',
  protected_from_malware: 'int',
  system_encrypted: 'int',
} as const satisfies Record<string, JsonColumn>

/** What follows from the measures of a PC alone (plan/standing.ts, plan/pc-class.ts), and the number of the mark of who measured it; null before. */
const STANDING_COLUMNS = { standing_findings: 'int', pc_class: 'int', measured_by: 'int' } as const satisfies Record<string, JsonColumn>

export const KEPT_COLUMNS = { ...MEASURE_COLUMNS, ...STANDING_COLUMNS } as const

export type MeasureColumn = keyof typeof MEASURE_COLUMNS
export type MeasureCells = Readonly<Record<MeasureColumn, string | number | null> & Record<keyof typeof STANDING_COLUMNS, number | null>>
export type MeasureRow = { readonly pcId: number; readonly changes: number } & MeasureCells

const NAMES = Object.keys(KEPT_COLUMNS) as readonly (keyof typeof KEPT_COLUMNS)[]
const ASSIGNMENTS = NAMES.map((name) => `${name} = j.${name}`).join(', ')

/** `bodyId` names a body many PCs share; undefined for one of this PC's own. */
export type HeldFact = { readonly fact: string; readonly bodyId: number | undefined; readonly body: () => FactBody }
/** `changes` of the PC that the facts hold. */
export type Unmeasured = {
  readonly pcId: number
  readonly changes: number
  readonly yearInUse: number | undefined
  readonly facts: readonly HeldFact[]
}

type FactRow = { pc_id: number; fact: string; body_id: number | null; encoding: number; body: Buffer }

/** The next PCs to measure whose ids are above `after`, with the named facts alone. */
export async function readUnmeasured(
  { read, dialect }: Database,
  facts: readonly string[],
  { after, most }: { readonly after: number; readonly most: number },
): Promise<Unmeasured[]> {
  // The changes are counted before the facts are read: what changes in between is counted too, and measured once more.
  const changed = await sql<{ id: number; unmeasured: number }>`
    select id, unmeasured from pc where unmeasured > 0 and id > ${after} order by id limit ${most}`.execute(read)
  if (changed.rows.length === 0) return []
  const counted = dialect.rows(
    'j',
    { id: 'int', changes: 'int' },
    JSON.stringify(changed.rows.map(({ id, unmeasured }) => [id, unmeasured])),
  )
  const pcs = await sql<{ id: number; changes: number; year_in_use: number | null }>`
    select j.id, j.changes, e.year_in_use from ${counted} left join register_match m on m.pc_id = j.id
    left join register_entry e on e.item_id = m.item_id and e.until_day is null order by j.id`.execute(read)
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(pcs.rows.map(({ id }) => [id])))
  const wanted = dialect.rows('w', { fact: 'text' }, JSON.stringify(facts.map((fact) => [fact])))
  const { rows } = await sql<FactRow>`
    select f.pc_id, f.fact, f.body_id, b.encoding, b.body from ${ids} join pc_fact f on f.pc_id = j.id and f.until is null
      join fact_body b on b.id = f.body_id where f.fact in (select w.fact from ${wanted})
    union all select l.pc_id, l.fact, null, l.encoding, l.body from ${ids} join pc_latest l on l.pc_id = j.id
      where l.fact in (select w.fact from ${wanted})`.execute(read)
  const byPc = Map.groupBy(rows, ({ pc_id }) => pc_id)
  return pcs.rows.map(({ id, changes, year_in_use }) => ({
    pcId: id,
    changes,
    yearInUse: year_in_use ?? undefined,
    facts: (byPc.get(id) ?? []).map((row) => ({ fact: row.fact, bodyId: row.body_id ?? undefined, body: () => decodeBody(row) })),
  }))
}

/** What changed since it was read stays to be measured; `at` is when it was measured, from which on counts know it. */
export function writeMeasures({ write, dialect }: Database, rows: readonly MeasureRow[], at: number): Promise<void> {
  return write(async (db) => {
    const columns = { pc_id: 'int', changes: 'int', ...KEPT_COLUMNS } as const
    const json = JSON.stringify(rows.map((row) => [row.pcId, row.changes, ...NAMES.map((name) => row[name])]))
    const measured = dialect.rows('j', columns, json)
    await dialect.holdPcs(db, sql`select j.pc_id from ${measured}`)
    await sql`update pc_measure set ${sql.raw(ASSIGNMENTS)} from ${measured} where pc_measure.pc_id = j.pc_id`.execute(db)
    await keepConditions(db, measured, at)
    await sql`update pc set unmeasured = 0 from ${measured} where pc.id = j.pc_id and pc.unmeasured = j.changes`.execute(db)
  })
}

/** Of PCs (`ids` is a query of one column) whose asset may be another since, or name another year. */
export async function measureAnew(db: Kysely<Tables>, dialect: Dialect, ids: RawBuilder<unknown>): Promise<void> {
  await dialect.holdPcs(db, ids)
  await sql`update pc set unmeasured = unmeasured + 1 where id in (${ids})`.execute(db)
}

const MEASURED_BY = 'measured by'

/** The mark of the code and tables that measured the ledger; undefined before there was one. */
export function measuredBy(database: Database): Promise<string | undefined> {
  return readSetting(database, MEASURED_BY)
}

/**
 * Has every PC measured anew that was not by the code of this mark (`number` stands beside its measures); nothing where the mark stands already, so that
 * of several collectors that start at once one does it.
 */
export function takeUpMeasuring({ write, dialect }: Database, mark: string, number: number): Promise<void> {
  return write(async (db) => {
    const taken = await db
      .insertInto('setting')
      .values({ key: MEASURED_BY, value: mark })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: mark }).where('setting.value', '<>', mark))
      .returning('key')
      .execute()
    if (taken.length > 0) await measureAnew(db, dialect, measuredByOthers(number))
  })
}

const measuredByOthers = (number: number) => sql`select m.pc_id from pc_measure m where m.measured_by is distinct from ${sql.lit(number)}`

/** Stands beside the measures of PCs that were made by other tables than those in use. */
const BY_OTHER_TABLES = 0

/** Every PC, because a table came in by which they are to be measured. */
export async function measureAllAnew(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await measureAnew(db, dialect, sql`select id from pc`)
  await db.updateTable('pc_measure').set({ measured_by: BY_OTHER_TABLES }).where('measured_by', 'is not', null).execute()
}

/** Those that were measured by other code after all, say by a collector that was stopped in the middle, and wait for nothing. */
export async function measureStrays({ read, write, dialect }: Database, number: number): Promise<void> {
  const strays = sql`select id from pc where unmeasured = 0 and id in (${measuredByOthers(number)})`
  const { rows } = await sql`select 1 from (${strays} limit 1) s`.execute(read)
  if (rows.length > 0) await write((db) => measureAnew(db, dialect, strays))
}
