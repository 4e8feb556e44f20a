/** How far a version is rolled out, by unit: begun, widened, halted, ended; each a deed in the log. */
import { sql } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'

type By = { readonly who: string; readonly at: number }

export type RolloutWish = { readonly version: string; readonly unitId: number | null; readonly stage: number }

/** False when no package of the version is held. */
export function rollOut(database: Database, { version, unitId, stage }: RolloutWish, { who, at }: By): Promise<boolean> {
  return database.write(async (db) => {
    const held = await db.selectFrom('agent_release').select('id').where('version', '=', version).executeTakeFirst()
    if (!held) return false
    const place = unitId === null ? sql<boolean>`unit_id is null` : sql<boolean>`unit_id = ${unitId}`
    const before = await db
      .selectFrom('rollout')
      .select(['id', 'stage', 'state'])
      .where('version', '=', version)
      .where(place)
      .executeTakeFirst()
    const now = { stage, state: 'running', by_rule: 0, who, at }
    if (before) await db.updateTable('rollout').set(now).where('id', '=', before.id).execute()
    else
      await db
        .insertInto('rollout')
        .values({ version, unit_id: unitId, ...now, begun_at: at })
        .execute()
    const detail = {
      label: version,
      ...(unitId !== null && { unitId }),
      old: before ? { stage: before.stage, state: before.state } : {},
      new: { stage },
    }
    await writeDeed(db, { at, who, kind: 'rollout-stage', detail })
    return true
  })
}

/** False when there is no such rollout, or it has ended. */
export function stopRollout(database: Database, id: number, state: 'halted' | 'ended', { who, at }: By): Promise<boolean> {
  return database.write(async (db) => {
    const stopped = await db
      .updateTable('rollout')
      .set({ state, by_rule: 0, who, at })
      .where('id', '=', id)
      .where('state', '<>', 'ended')
      .returning(['version', 'unit_id'])
      .executeTakeFirst()
    if (!stopped) return false
    const detail = { label: stopped.version, ...(stopped.unit_id !== null && { unitId: stopped.unit_id }) }
    await writeDeed(db, { at, who, kind: state === 'halted' ? 'rollout-halted' : 'rollout-ended', detail })
    return true
  })
}
