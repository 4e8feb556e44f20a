/** Reads which asset of the register a PC is, as the latest list has it. */
import type { PcPage } from '@somay/shared/api/pcs.ts'
import { sql } from 'kysely'
import type { Database } from '../../store/dialect/dialect.ts'

type Row = { code: string; name: string; unit: string; differs: number; year_in_use: number | null; cost_dong: number | null }

/** Null when the PC is none, undefined when nobody imported a list yet. */
export async function readAsset({ read }: Database, pcId: number): Promise<PcPage['asset']> {
  const { rows } = await sql<Row>`
    select i.asset_code as code, e.name, unit.name as unit, case when e.unit_id = pc.unit_id then 0 else 1 end as differs, e.year_in_use, e.cost_dong
    from register_match m join register_item i on i.id = m.item_id join register_entry e on e.item_id = m.item_id and e.until_day is null
    join unit on unit.id = e.unit_id join pc on pc.id = m.pc_id where m.pc_id = ${pcId}`.execute(read)
  const [row] = rows
  if (row) {
    const cost = row.cost_dong === null ? null : Number(row.cost_dong)
    return { code: row.code, name: row.name, unit: row.unit, unitDiffers: row.differs === 1, yearInUse: row.year_in_use, costDong: cost }
  }
  const listed = await read.selectFrom('register_item').select('id').limit(1).executeTakeFirst()
  return listed ? null : undefined
}
