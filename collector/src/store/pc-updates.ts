/** What agents tell of updates, and what they were offered; an outcome that is one too many halts its rollouts in the same transaction. */
import type { UpdateOutcome } from '@somay/shared/release.ts'
import { type Kysely, sql } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import { mustHalt } from './halt-rule.ts'
import type { Tables } from './tables.ts'

/** In which package the agent of a PC came, and which version it runs. */
export async function tellPackage(database: Database, pcId: number, kind: string, version: string, at: number): Promise<void> {
  await database.write((db) =>
    db
      .insertInto('pc_package')
      .values({ pc_id: pcId, kind, version, told_at: at })
      .onConflict((conflict) => conflict.column('pc_id').doUpdateSet({ kind, version, told_at: at }))
      .execute(),
  )
}

export async function tellOffer(database: Database, pcId: number, version: string, at: number): Promise<void> {
  await database.write((db) =>
    db
      .insertInto('pc_update')
      .values({ pc_id: pcId, version, state: 'offered', reason: null, detail: null, offered_at: at, ended_at: null })
      .onConflict((conflict) => conflict.columns(['pc_id', 'version']).doNothing())
      .execute(),
  )
}

/** Whether it halted a rollout. Told twice it changes nothing. */
export function tellOutcome(database: Database, pcId: number, outcome: UpdateOutcome, at: number): Promise<boolean> {
  const { version, end, reason = null, detail = null } = outcome
  return database.write(async (db) => {
    await db
      .insertInto('pc_update')
      .values({ pc_id: pcId, version, state: end, reason, detail, offered_at: null, ended_at: at })
      .onConflict((conflict) => conflict.columns(['pc_id', 'version']).doUpdateSet({ state: end, reason, detail, ended_at: at }))
      .execute()
    return end !== 'installed' && (await haltIfDue(db, pcId, version, at))
  })
}

/** Whether an update to this version ended on this PC already: it is not offered again. */
export async function hasEnded({ read }: Database, pcId: number, version: string): Promise<boolean> {
  const row = await read.selectFrom('pc_update').select('state').where('pc_id', '=', pcId).where('version', '=', version).executeTakeFirst()
  return row !== undefined && row.state !== 'offered'
}

export async function unitOfPc({ read }: Database, pcId: number): Promise<number | undefined> {
  const row = await read.selectFrom('pc').select('unit_id').where('id', '=', pcId).executeTakeFirst()
  return row?.unit_id
}

type Counted = { readonly id: number; readonly unit_id: number | null; readonly ended: number; readonly bad: number }

/** Of every rollout of the version above the PC. */
async function haltIfDue(db: Kysely<Tables>, pcId: number, version: string, at: number): Promise<boolean> {
  const { rows } = await sql<Counted>`
    with recursive above(id) as (select unit_id from pc where id = ${pcId} union select u.parent_id from unit u join above on u.id = above.id where u.parent_id is not null),
      root(rollout, unit) as (select r.id, coalesce(r.unit_id, u.id) from rollout r join unit u on r.unit_id is null or u.id = r.unit_id
        where r.version = ${version} and r.state = 'running' and (r.unit_id is null or r.unit_id in (select id from above))),
      below(rollout, unit) as (select rollout, unit from root union select below.rollout, u.id from unit u join below on u.parent_id = below.unit)
    select r.id, r.unit_id, count(*) as ended, sum(case when x.state = 'installed' then 0 else 1 end) as bad
    from rollout r join below on below.rollout = r.id join pc on pc.unit_id = below.unit and pc.merged_into is null
    join pc_update x on x.pc_id = pc.id and x.version = r.version and x.state <> 'offered'
    group by r.id, r.unit_id`.execute(db)
  const due = rows.filter(({ ended, bad }) => mustHalt({ ended: Number(ended), bad: Number(bad) }))
  for (const { id, unit_id, ended, bad } of due) {
    await db.updateTable('rollout').set({ state: 'halted', by_rule: 1, who: '', at }).where('id', '=', id).execute()
    const detail = { label: version, ...(unit_id !== null && { unitId: unit_id }), tried: Number(ended), bad: Number(bad) }
    await writeDeed(db, { at, who: '', kind: 'rollout-halted', detail })
  }
  return due.length > 0
}
