/** Writes plans as they were committed, and scenarios: a committed plan comes in parts, and is seen and sealed when it is whole. */
import { type Kysely, sql } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Database, JsonColumn } from './dialect/dialect.ts'
import type { CommittedLineTable } from './plan-tables.ts'
import type { Tables } from './tables.ts'

export type NewCommittedPlan = {
  readonly title: string
  readonly note: string
  readonly unitId: number | null
  readonly terms: object
  readonly who: string
  readonly at: number
  /** The tree of the day, for the units the plan is about. */
  readonly unitIds: readonly number[]
}

export type CommittedLine = Omit<CommittedLineTable, 'plan_id'>

/** Longer than any committing takes; what is older and not sealed was broken off. */
const BROKEN_OFF_MS = 3_600_000

export function beginCommittedPlan({ write, dialect }: Database, plan: NewCommittedPlan): Promise<number> {
  const { title, note, unitId, terms, who, at, unitIds } = plan
  return write(async (db) => {
    await dropBrokenOff(db, at - BROKEN_OFF_MS)
    const { id } = await db
      .insertInto('committed_plan')
      .values({
        title: title.normalize('NFC'),
        note: note.normalize('NFC'),
        unit_id: unitId,
        terms: JSON.stringify(terms),
        who,
        committed_at: at,
        sealed: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const units = dialect.rows('j', { id: 'int' }, JSON.stringify(unitIds.map((one) => [one])))
    await sql`
      insert into committed_unit (plan_id, unit_id, parent_id, name, block, order_no)
      select ${sql.lit(id)}, u.id, u.parent_id, u.name, u.block, u.order_no from ${units} join unit u on u.id = j.id`.execute(db)
    return id
  })
}

const COLUMNS = {
  pc_id: 'int',
  unit_id: 'int',
  name: 'text',
  asset_code: 'text',
  asset_unit: 'int',
  verdict: 'text',
  findings: 'int',
  casing: 'text',
  memory: 'text',
  life: 'text',
  own_system: 'text',
  cost_dong: 'int',
  year: 'int',
  memory_bytes: 'int',
  system_disk_kind: 'text',
  os_name: 'text',
  os_version: 'text',
  windows_build: 'int',
  windows_revision: 'int',
  missing_since: 'text',
} as const satisfies Record<keyof CommittedLine, JsonColumn>
const NAMES = Object.keys(COLUMNS) as readonly (keyof CommittedLine)[]

export function addCommittedLines({ write, dialect }: Database, planId: number, lines: readonly CommittedLine[]): Promise<void> {
  return write(async (db) => {
    const rows = dialect.rows('j', COLUMNS, JSON.stringify(lines.map((line) => NAMES.map((name) => line[name]))))
    await sql`
      insert into committed_line (plan_id, ${sql.raw(NAMES.join(', '))})
      select ${sql.lit(planId)}, ${sql.raw(NAMES.map((name) => `j.${name}`).join(', '))} from ${rows} where true`.execute(db)
  })
}

export async function sealCommittedPlan({ write }: Database, planId: number, { title, who, at }: NewCommittedPlan): Promise<void> {
  await write(async (db) => {
    await db.updateTable('committed_plan').set({ sealed: 1 }).where('id', '=', planId).execute()
    await writeDeed(db, { at, who, kind: 'plan-committed', detail: { plan: planId, label: title } })
  })
}

async function dropBrokenOff(db: Kysely<Tables>, before: number): Promise<void> {
  const broken = db.selectFrom('committed_plan').select('id').where('sealed', '=', 0).where('committed_at', '<', before)
  for (const part of ['committed_line', 'committed_unit'] as const) await db.deleteFrom(part).where('plan_id', 'in', broken).execute()
  await db.deleteFrom('committed_plan').where('sealed', '=', 0).where('committed_at', '<', before).execute()
}

export type NewScenario = {
  readonly name: string
  readonly unitId: number | null
  readonly asked: object
  readonly who: string
  readonly at: number
}

export function saveScenario({ write }: Database, { name, unitId, asked, who, at }: NewScenario): Promise<number> {
  return write(async (db) => {
    const { id } = await db
      .insertInto('scenario')
      .values({ name: name.normalize('NFC').trim(), unit_id: unitId, asked: JSON.stringify(asked), who, at, removed_at: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeDeed(db, { at, who, kind: 'scenario-saved', detail: { scenario: id, label: name, new: asked } })
    return id
  })
}

/** False when there is none, or it is somebody else's. */
export function removeScenario(
  { write }: Database,
  { id, who, at }: { readonly id: number; readonly who: string; readonly at: number },
): Promise<boolean> {
  return write(async (db) => {
    const removed = await db
      .updateTable('scenario')
      .set({ removed_at: at })
      .where('id', '=', id)
      .where('who', '=', who)
      .where('removed_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!removed) return false
    await writeDeed(db, { at, who, kind: 'scenario-removed', detail: { scenario: id, label: removed.name } })
    return true
  })
}
