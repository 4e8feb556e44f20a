/** Makes PCs in the ledger, with the rows every PC has from the start. */
import { fold } from '@somay/shared/text/fold.ts'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import { beginStays } from './stays.ts'
import type { Tables } from './tables.ts'

export type NewPc = { readonly unitId: number; readonly hostName: string; readonly agentVersion: string; readonly at: number }

/** The ids in the order given. */
export async function makePcs(db: Kysely<Tables>, dialect: Dialect, pcs: readonly NewPc[]): Promise<number[]> {
  if (pcs.length === 0) return []
  const columns = { place: 'int', unit_id: 'int', name: 'text', name_key: 'text', enrolled_at: 'int' } as const
  const rows = pcs.map(({ unitId, hostName, at }, place) => [place, unitId, hostName, fold(hostName), at])
  const made = await sql<{ id: number }>`
    insert into pc (unit_id, name, name_key, enrolled_at, reasons)
    select j.unit_id, j.name, j.name_key, j.enrolled_at, '{}' from ${dialect.rows('j', columns, JSON.stringify(rows))} order by j.place
    returning id`.execute(db)
  // Ids are given in the order of the select; the order in which they are returned is promised by neither database.
  const ids = made.rows.map(({ id }) => id).sort((a, b) => a - b)
  const searched = JSON.stringify(pcs.map(({ unitId, hostName }, place) => [ids[place], unitId, fold(hostName)]))
  await sql`
    insert into pc_search (pc_id, unit_id, text) select j.pc_id, j.unit_id, j.text
    from ${dialect.rows('j', { pc_id: 'int', unit_id: 'int', text: 'text' }, searched)}`.execute(db)
  const contacts = JSON.stringify(pcs.map(({ agentVersion }, place) => [ids[place], agentVersion]))
  await sql`
    insert into pc_contact (pc_id, report_count, agent_version) select j.pc_id, 0, j.agent_version
    from ${dialect.rows('j', { pc_id: 'int', agent_version: 'text' }, contacts)}`.execute(db)
  await beginStays(
    db,
    dialect,
    pcs.map(({ unitId, at }, place) => ({ pcId: ids[place] as number, unitId, since: at, enrolledAt: at })),
  )
  return ids
}
