/** Reads, for a batch of reports at once, what the ledger already holds of their PCs. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import type { PcContactTable } from '../pc-tables.ts'
import type { Tables } from '../tables.ts'
import { type IncomingReport, PRESENCE_BITS, type PresenceBit } from './incoming.ts'

export type KnownContact = Omit<PcContactTable, 'skew_ms' | 'agent_version'> & {
  /** 1 when a report with this id carried an inventory before. */
  stored: number | null
} & Bits

/** Bits already set in the month of the receipt; null when there is no row yet. */
type Bits = Record<PresenceBit, number | null>

export async function readKnown(
  db: Kysely<Tables>,
  dialect: Dialect,
  batch: readonly IncomingReport[],
): Promise<Map<number, KnownContact>> {
  const json = JSON.stringify(batch.map((report) => [report.pcId, report.id, report.presence[0]?.month ?? 0]))
  const { rows } = await sql<KnownContact>`
    select c.pc_id, c.last_seen_at, c.last_report_id, c.report_count, c.manifest_hash, c.inventory_at, c.state, c.state_at,
      ${sql.join(PRESENCE_BITS.map((bit) => sql.ref(`p.${bit}`)))},
      case when j.id <= c.last_report_id then (select 1 from report r where r.id = j.id and r.pc_id = j.pc_id) end as stored
    from ${dialect.rows('j', { pc_id: 'int', id: 'text', month: 'int' }, json)}
    join pc_contact c on c.pc_id = j.pc_id
    left join presence p on p.pc_id = j.pc_id and p.month = j.month`.execute(db)
  return new Map(rows.map((row) => [row.pc_id, row]))
}
