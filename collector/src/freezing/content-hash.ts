/** One number over everything a frozen report says: whoever has it on paper can prove that nothing was changed since. */
import { createHash, type Hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../store/dialect/dialect.ts'

const CHUNK = 5_000

// Named one by one: a column that comes later must not change what was hashed before.
const OF_REPORT = [
  'id',
  'day',
  'time_zone',
  'title',
  'note',
  'rule_version',
  'window_days',
  'silent_days',
  'blocks',
  'who',
  'frozen_at',
] as const
const OF_UNIT = ['unit_id', 'parent_id', 'name', 'code', 'block', 'order_no'] as const
const OF_COUNT = ['unit_id', 'state', 'pcs'] as const
const OF_ITEM = ['item_id', 'unit_id', 'name', 'asset_code', 'state', 'serial'] as const
const OF_STAFF = ['unit_id', 'staff', 'equipped'] as const
const OF_CONDITION = ['unit_id', 'aspect', 'value', 'pcs'] as const
const OF_PC = ['pc_id', 'unit_id', 'name', 'state', 'internet_on', 'heard_on', 'model', 'serial', 'reasons'] as const
/** What reports have that were frozen since conditions are counted. */
const WITH_CONDITIONS = {
  pc: [...OF_PC, 'casing', 'support', 'patch_age'],
  item: [...OF_ITEM, 'casing'],
  staff: [...OF_STAFF, 'licensed_antivirus'],
} as const

/**
 * SHA-256, hexadecimal, over lines of JSON: the report itself, its units in the order of their numbers, its counts, and its PCs and
 * assets in the order of their names. Memory stays bounded however many PCs there are. `corrects` of a report that is just being sealed.
 */
export async function contentHash(database: Database, id: number, corrects?: number): Promise<string> {
  const { read } = database
  const hash = createHash('sha256')
  const report = await read
    .selectFrom('frozen_report')
    .select([...OF_REPORT, 'corrects_id', 'issuer', 'has_conditions'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  add(hash, { ...report, corrects_id: report.corrects_id ?? corrects ?? null }, [...OF_REPORT, 'corrects_id'])
  // What was frozen before issuers were keeps its number.
  if (report.issuer !== '') hash.update(`${report.issuer}\n`)
  const units = await read.selectFrom('frozen_unit').select(OF_UNIT).where('report_id', '=', id).orderBy('unit_id').execute()
  for (const unit of units) add(hash, unit, OF_UNIT)
  const counts = await read
    .selectFrom('frozen_count')
    .select(OF_COUNT)
    .where('report_id', '=', id)
    .orderBy('unit_id')
    .orderBy('state')
    .execute()
  for (const count of counts) add(hash, count, OF_COUNT)
  const hasConditions = report.has_conditions >= 1
  if (hasConditions) {
    const conditions = await read
      .selectFrom('frozen_condition')
      .select(OF_CONDITION)
      .where('report_id', '=', id)
      .orderBy('unit_id')
      .orderBy('aspect')
      .orderBy('value')
      .execute()
    for (const condition of conditions) add(hash, condition, OF_CONDITION)
  }
  await addRows(hash, database, id, { table: 'frozen_pc', key: 'pc_id', columns: hasConditions ? WITH_CONDITIONS.pc : OF_PC })
  // Reports from before there was a register have none, and their number stays.
  await addRows(hash, database, id, { table: 'frozen_item', key: 'item_id', columns: hasConditions ? WITH_CONDITIONS.item : OF_ITEM })
  const staff = await read.selectFrom('frozen_staff').select(WITH_CONDITIONS.staff).where('report_id', '=', id).orderBy('unit_id').execute()
  for (const told of staff) add(hash, told, hasConditions ? WITH_CONDITIONS.staff : OF_STAFF)
  return hash.digest('hex')
}

type Listed = { readonly table: 'frozen_pc' | 'frozen_item'; readonly key: 'pc_id' | 'item_id'; readonly columns: readonly string[] }

async function addRows(hash: Hash, { read, dialect }: Database, id: number, { table, key, columns: names }: Listed): Promise<void> {
  const columns = names.map((name) => sql.ref(name))
  let after: readonly [string, number] | undefined
  for (;;) {
    const beyond = after === undefined ? sql`` : sql`and (name_key, ${sql.ref(key)}) > (${after[0]}, ${after[1]})`
    const { rows } = await sql<{ name_key: string; key: number; cells: string }>`
      select name_key, ${sql.ref(key)} as key, ${dialect.jsonArray(columns)} as cells from ${sql.table(table)}
      where report_id = ${id} ${beyond} order by name_key, ${sql.ref(key)} limit ${CHUNK}`.execute(read)
    const last = rows.at(-1)
    if (!last) return
    // Both databases write JSON with other blanks; read and written again it is the same.
    for (const { cells } of rows) hash.update(`${JSON.stringify(JSON.parse(cells))}\n`)
    after = [last.name_key, last.key]
  }
}

function add<K extends string>(hash: Hash, row: Readonly<Record<K, unknown>>, columns: readonly K[]): void {
  hash.update(`${JSON.stringify(columns.map((column) => row[column]))}\n`)
}
