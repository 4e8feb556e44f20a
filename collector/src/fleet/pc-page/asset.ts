/** Reads which asset of the register a PC is, as the latest list has it. */
import type { PcPage } from '@somay/shared/api/pcs.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'

type Row = {
  code: string
  name: string
  unit: string
  differs: number
  visible: number
  year_in_use: number | null
  cost_dong: number | null
}

/** Null when the PC is none; undefined when nobody imported a list yet, or it is one of a unit the caller may not see. */
export async function readAsset({ read, dialect }: Database, pcId: number, scope: Scope): Promise<PcPage['asset']> {
  const { rows } = await sql<Row>`
    select i.asset_code as code, e.name, unit.name as unit, case when e.unit_id = pc.unit_id then 0 else 1 end as differs,
      case when ${inScope(dialect, scope, sql`e.unit_id`)} then 1 else 0 end as visible, e.year_in_use, e.cost_dong
    from register_match m join register_item i on i.id = m.item_id join register_entry e on e.item_id = m.item_id and e.until_day is null
    join unit on unit.id = e.unit_id join pc on pc.id = m.pc_id where m.pc_id = ${pcId}`.execute(read)
  const [row] = rows
  if (row?.visible === 0) return undefined
  if (row) {
    const cost = row.cost_dong === null ? null : Number(row.cost_dong)
    return { code: row.code, name: row.name, unit: row.unit, unitDiffers: row.differs === 1, yearInUse: row.year_in_use, costDong: cost }
  }
  const listed = await read.selectFrom('register_item').select('id').limit(1).executeTakeFirst()
  return listed ? null : undefined
}
