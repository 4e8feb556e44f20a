/** Changes the tree of units on a date: new units begin, old ones end into their successors, and every PC goes along from that day on. */
import { fold } from '@somay/shared/text/fold.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { type Kysely, sql } from 'kysely'
import { carryStaff } from './carried-staff.ts'
import type { Database, Dialect } from './dialect/dialect.ts'
import { reorganisationProblems, type StandingUnit } from './reorganisation-problems.ts'
import { letIntoHeirs, namesIn, tellPcs } from './reorganised-events.ts'
import { forgetRolled } from './rolled-counts.ts'
import type { Tables } from './tables.ts'

/** A unit that stands already, by its id, or one that the same reorganisation makes, by its key. */
export type UnitRef = { readonly unitId: number } | { readonly key: string }

export type MadeUnit = {
  readonly key: string
  readonly name: string
  readonly block: string
  readonly orderNo: number
  readonly code: string | null
  readonly parent: UnitRef | null
}

/** `into`: the successors, at least one; PCs go to the first, from where they can be moved one by one. */
export type EndedUnit = { readonly unitId: number; readonly into: readonly UnitRef[] }

export type Reorganisation = {
  /** "2025-07-01", and its first moment by the collector's clock. */
  readonly day: string
  readonly dayAt: number
  readonly made: readonly MadeUnit[]
  readonly ended: readonly EndedUnit[]
  readonly who: string
  readonly at: number
}

/** What stands in the way, found when it was to be done. */
export class ReorganisationRefused extends Error {
  readonly problems: readonly Words[]

  constructor(problems: readonly Words[]) {
    super(problems.map(({ en }) => en).join(' '))
    this.name = 'ReorganisationRefused'
    this.problems = problems
  }
}

/** The ids of the units made, by key. Looked at once more where nobody else can change the tree: a preview is of a while ago, and a click may come twice. */
export function reorganise({ dialect, write }: Database, plan: Reorganisation): Promise<ReadonlyMap<string, number>> {
  return write(async (db) => {
    await dialect.alone(db, 'reorganising')
    const units = await unitsOf(db)
    const problems = reorganisationProblems(units, plan)
    if (problems.length > 0) throw new ReorganisationRefused(problems)
    const ids = await makeUnits(db, plan)
    const idOf = (ref: UnitRef): number => ('unitId' in ref ? ref.unitId : (ids.get(ref.key) as number))
    const heirs = plan.ended.map(({ unitId, into }) => ({ unitId, heirs: into.map(idOf) }))
    await endUnits(db, plan, heirs)
    const rows = JSON.stringify(heirs.map(({ unitId, heirs: [first] }) => [unitId, first]))
    await dialect.holdPcs(db, sql`select id from pc where unit_id in (select j.old_id from ${dialect.rows('j', PAIRS, rows)})`)
    await moveStays(db, dialect, rows, plan.dayAt)
    await tellPcs(db, dialect, plan, heirs)
    await moveToday(db, dialect, rows)
    await moveRegister(db, dialect, rows, plan.day)
    await carryStaff(db, { day: plan.day, ended: heirs, made: new Set(ids.values()) }, plan)
    await forgetRolled(db, dialect, plan.day)
    await letIntoHeirs(db, dialect, plan, units, ids)
    const detail = { day: plan.day, made: Object.fromEntries(ids), ended: heirs, ...namesIn(plan, units) }
    await db
      .insertInto('event')
      .values({ at: plan.at, kind: 'reorganised', pc_id: null, who: plan.who, detail: JSON.stringify(detail) })
      .execute()
    return ids
  })
}

/** All there ever were, those that have ended too. */
export function unitsOf(db: Kysely<Tables>): Promise<(StandingUnit & { code: string | null; orderNo: number })[]> {
  return db
    .selectFrom('unit')
    .select([
      'id',
      'name',
      'block',
      'parent_id as parentId',
      'valid_from as validFrom',
      'valid_to as validTo',
      'code',
      'order_no as orderNo',
    ])
    .execute()
}

/** Parents before what lies below them. */
async function makeUnits(db: Kysely<Tables>, { made, day }: Reorganisation): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  let left = [...made]
  while (left.length > 0) {
    const ready = left.filter(({ parent }) => parent === null || 'unitId' in parent || ids.has(parent.key))
    if (ready.length === 0) throw new Error('units that are made lie below each other')
    for (const { key, name, block, orderNo, code, parent } of ready) {
      const parentId = parent === null ? null : 'unitId' in parent ? parent.unitId : (ids.get(parent.key) as number)
      const row = {
        name: name.normalize('NFC'),
        name_key: fold(name),
        block,
        order_no: orderNo,
        code,
        parent_id: parentId,
        valid_from: day,
        valid_to: null,
      }
      const { id } = await db.insertInto('unit').values(row).returning('id').executeTakeFirstOrThrow()
      ids.set(key, id)
    }
    left = left.filter(({ key }) => !ids.has(key))
  }
  return ids
}

type Heirs = { readonly unitId: number; readonly heirs: readonly number[] }

async function endUnits(db: Kysely<Tables>, { day }: Reorganisation, ended: readonly Heirs[]): Promise<void> {
  if (ended.length === 0) return
  await db
    .updateTable('unit')
    .set({ valid_to: day })
    .where(
      'id',
      'in',
      ended.map(({ unitId }) => unitId),
    )
    .execute()
  await db
    .insertInto('unit_heir')
    .values(ended.flatMap(({ unitId, heirs }) => heirs.map((heir, place) => ({ unit_id: unitId, heir_id: heir, day, place }))))
    .execute()
}

const ENTRY_COLUMNS: readonly (keyof Tables['register_entry'])[] = [
  'name',
  'name_key',
  'serial',
  'serial_key',
  'kind',
  'year_in_use',
  'cost_dong',
  'exempt',
  'host_name',
  'host_key',
  'mac',
  'note',
  'search',
  'hash',
  'import_id',
  'pc_id',
  'pc_since',
  'pc_away',
]

const PAIRS = { old_id: 'int', new_id: 'int' } as const

/** What began before the day is cut at it, what began since stands in the successor from its beginning: as if it had been known that day. */
async function moveStays(db: Kysely<Tables>, dialect: Dialect, pairs: string, at: number): Promise<void> {
  const rows = dialect.rows('j', PAIRS, pairs)
  await sql`
    insert into pc_stay (pc_id, since, until, unit_id, enrolled_at)
    select s.pc_id, cast(${at} as ${sql.raw(dialect.types.int)}), s.until, j.new_id, s.enrolled_at from pc_stay s join ${rows} on j.old_id = s.unit_id
    where s.since < ${at} and (s.until is null or s.until > ${at})`.execute(db)
  await sql`
    update pc_stay set until = ${at} where since < ${at} and (until is null or until > ${at}) and unit_id in (select j.old_id from ${rows})`.execute(
    db,
  )
  await sql`update pc_stay set unit_id = j.new_id from ${rows} where pc_stay.unit_id = j.old_id and pc_stay.since >= ${at}`.execute(db)
}

/** The register goes along: what stood before the day is cut at it, as with the PCs. */
async function moveRegister(db: Kysely<Tables>, dialect: Dialect, pairs: string, day: string): Promise<void> {
  const rows = dialect.rows('j', PAIRS, pairs)
  const cut = sql`e.from_day < ${day} and (e.until_day is null or e.until_day > ${day})`
  const copied = sql.raw(ENTRY_COLUMNS.join(', '))
  const told = sql.raw(ENTRY_COLUMNS.map((name) => `e.${name}`).join(', '))
  await sql`
    insert into register_entry (item_id, from_day, until_day, unit_id, ${copied})
    select e.item_id, ${day}, e.until_day, j.new_id, ${told} from register_entry e join ${rows} on j.old_id = e.unit_id where ${cut}`.execute(
    db,
  )
  await sql`update register_entry as e set until_day = ${day} where ${cut} and e.unit_id in (select j.old_id from ${rows})`.execute(db)
  await sql`update register_entry set unit_id = j.new_id from ${rows} where register_entry.unit_id = j.old_id and register_entry.from_day >= ${day}`.execute(
    db,
  )
}

/** Today's unit of the PCs, and of the tokens by which others will join. */
async function moveToday(db: Kysely<Tables>, dialect: Dialect, pairs: string): Promise<void> {
  const rows = dialect.rows('j', PAIRS, pairs)
  await sql`update pc set unit_id = j.new_id from ${rows} where pc.unit_id = j.old_id`.execute(db)
  await sql`update pc_search set unit_id = j.new_id from ${rows} where pc_search.unit_id = j.old_id`.execute(db)
  await sql`update enrol_token set unit_id = j.new_id from ${rows} where enrol_token.unit_id = j.old_id`.execute(db)
}
