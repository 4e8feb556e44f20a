/** Reads a page of the register, or of the PCs that are in none, by name; or all of it in chunks for a file. */
import type { RegisterList, RegisterRow } from '@somay/shared/api/register.ts'
import { fold } from '@somay/shared/text/fold.ts'
import type { RegisterView } from '@somay/shared/text/register.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../store/dialect/dialect.ts'
import type { UnitCondition } from '../counts/query.ts'
import { type After, allPages, pageAfter } from '../pages-by-key.ts'
import { IN_VIEW, ITEMS, KIND_DIFFERS, MODEL_DIFFERS, NOT_MARKED, UNIT_DIFFERS, UNREGISTERED } from './conditions.ts'
import { type ItemRow, itemRowOf, PC_CELLS, type PcCells, pcOf } from './rows.ts'

export type RegisterAsked = {
  readonly view: RegisterView
  /** What the caller may see, narrowed to the unit asked for. */
  readonly within: UnitCondition
  /** Whether the caller may see a PC of that unit at all: an asset may stand in another one than its PC. */
  readonly seen: UnitCondition
  /** Assets that must not be connected are counted for this caller and not named; nor are PCs that bear the mark. */
  readonly hidesExempt: boolean
  readonly q: string | undefined
}

type Found = { readonly key: string; readonly id: number; readonly row: RegisterRow }

export function readRegister(
  database: Database,
  asked: RegisterAsked,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<RegisterList> {
  return pageAfter((after, limit) => pageOf(database, asked, after, limit), rowOf, page)
}

export function readWholeRegister(database: Database, asked: RegisterAsked): AsyncGenerator<RegisterRow[]> {
  return allPages((after, limit) => pageOf(database, asked, after, limit), rowOf)
}

const rowOf = ({ row }: Found): RegisterRow => row

function pageOf(database: Database, asked: RegisterAsked, after: After, limit: number): Promise<Found[]> {
  return asked.view === 'unregistered' ? pagePcs(database, asked, after, limit) : pageItems(database, asked, after, limit)
}

const pcCells = PC_CELLS.map((name) => sql.ref(name))

const searched = ({ dialect }: Database, q: string | undefined, column: RawBuilder<unknown>) =>
  (q === undefined
    ? []
    : fold(q)
        .split(' ')
        .filter((word) => word !== '')
  ).map((word) => sql`and ${dialect.contains(column, word)}`)

async function pageItems(
  database: Database,
  { view, within, seen, hidesExempt, q }: RegisterAsked,
  after: After,
  limit: number,
): Promise<Found[]> {
  const { read, dialect } = database
  const flag = (is: RawBuilder<boolean>) => sql`case when ${is} then 1 else 0 end`
  const own = ['i.asset_code', 'e.name', 'unit.name', 'e.kind', 'e.serial', 'e.year_in_use', 'e.cost_dong', 'e.exempt', 'e.note'].map(
    (name) => sql.ref(name),
  )
  const cells = dialect.jsonArray([
    ...own,
    flag(UNIT_DIFFERS),
    flag(KIND_DIFFERS),
    flag(MODEL_DIFFERS),
    sql`m.who`,
    sql`pc.retired_at`,
    ...pcCells,
  ])
  const beyond = after === undefined ? sql`` : sql`and (e.name_key, e.item_id) > (${after[0]}, ${after[1]})`
  const { rows } = await sql<ItemRow>`
    select e.item_id as id, e.name_key as key, ${cells} as cells from ${ITEMS} left join unit pu on pu.id = pc.unit_id left join pc_contact c on c.pc_id = pc.id
    where e.until_day is null and ${within(sql`e.unit_id`)} and ${IN_VIEW[view === 'unregistered' ? 'all' : view]} ${hidesExempt ? sql`and e.exempt = 0 and ${NOT_MARKED}` : sql``} ${beyond}
      ${sql.join(searched(database, q, sql`e.search`), sql` `)}
    order by e.name_key, e.item_id limit ${limit}`.execute(read)
  const candidates = await candidatesOf(database, rows, { seen, hidesExempt })
  const visible = await visiblePcs(database, rows, seen)
  return rows.map((row) => {
    const { pc, ...rest } = itemRowOf(row, candidates.get(row.id) ?? [])
    return { key: row.key, id: row.id, row: { ...rest, ...(pc && visible.has(pc.id) && { pc }) } }
  })
}

/** Of the matched PCs those the caller may see. */
async function visiblePcs({ read, dialect }: Database, rows: readonly ItemRow[], seen: UnitCondition): Promise<ReadonlySet<number>> {
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(rows.map(({ id }) => [id])))
  const { rows: found } = await sql<{ id: number }>`
    select pc.id from ${ids} join register_match m on m.item_id = j.id join pc on pc.id = m.pc_id where ${seen(sql`pc.unit_id`)}`.execute(
    read,
  )
  return new Set(found.map(({ id }) => id))
}

type CandidateRow = { item_id: number; basis: string; cells: string }

/** PCs a person must look at, by asset. */
export async function candidatesOf(
  { read, dialect }: Database,
  rows: readonly Pick<ItemRow, 'id'>[],
  { seen, hidesExempt }: Pick<RegisterAsked, 'seen' | 'hidesExempt'>,
) {
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(rows.map(({ id }) => [id])))
  const { rows: found } = await sql<CandidateRow>`
    select d.item_id, d.basis, ${dialect.jsonArray(pcCells)} as cells from ${ids} join register_doubt d on d.item_id = j.id
    join pc on pc.id = d.pc_id join unit pu on pu.id = pc.unit_id join pc_contact c on c.pc_id = pc.id where ${seen(sql`pc.unit_id`)} ${hidesExempt ? sql`and ${NOT_MARKED}` : sql``} order by d.item_id, d.score desc, d.pc_id`.execute(
    read,
  )
  const candidates = new Map<number, RegisterRow['candidates']>()
  for (const { item_id, basis, cells: own } of found) {
    const { agree, against } = JSON.parse(basis) as Pick<RegisterRow['candidates'][number], 'agree' | 'against'>
    candidates.set(item_id, [...(candidates.get(item_id) ?? []), { ...pcOf(JSON.parse(own) as PcCells), agree, against }])
  }
  return candidates
}

async function pagePcs(database: Database, { within, hidesExempt, q }: RegisterAsked, after: After, limit: number): Promise<Found[]> {
  const { read, dialect } = database
  const beyond = after === undefined ? sql`` : sql`and (pc.name_key, pc.id) > (${after[0]}, ${after[1]})`
  const narrowed = searched(database, q, sql`s.text`)
  const found =
    narrowed.length === 0 ? sql`` : sql`and pc.id in (select s.pc_id from pc_search s where 1 = 1 ${sql.join(narrowed, sql` `)})`
  const { rows } = await sql<ItemRow>`
    select pc.id, pc.name_key as key, ${dialect.jsonArray(pcCells)} as cells from pc join unit pu on pu.id = pc.unit_id join pc_contact c on c.pc_id = pc.id
    where ${UNREGISTERED} and ${within(sql`pc.unit_id`)} ${hidesExempt ? sql`and ${NOT_MARKED}` : sql``} ${beyond} ${found} order by pc.name_key, pc.id limit ${limit}`.execute(
    read,
  )
  return rows.map(({ id, key, cells: own }) => ({ id, key, row: { pc: pcOf(JSON.parse(own) as PcCells), differs: [], candidates: [] } }))
}
