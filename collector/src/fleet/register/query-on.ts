/** The register as it stood on a day, and the PCs that stood in the ledger then without being an asset of it: what inventory minutes of that day are made of. */
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { type CalendarDay, startOfDay } from '@somay/shared/text/dates.ts'
import { dayFrom, dayText } from '@somay/shared/text/days.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { assetMayBeNamed, mayBeNamed } from '../../access/scope.ts'
import { ruleOn } from '../../counting/rule.ts'
import { countedAsOf } from '../../counting/state-sql.ts'
import { dayOfRecord } from '../../counting/window.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { UnitCondition } from '../counts/query.ts'
import { type After, allPages } from '../pages-by-key.ts'
import { candidatesOf } from './query.ts'
import { type ItemRow, itemRowOf, PC_CELLS, type PcCells, pcOf } from './rows.ts'

export type RegisterOn = { readonly day: CalendarDay; readonly timeZone: string }

export type OnAsked = {
  readonly on: RegisterOn
  readonly within: UnitCondition
  /** Whether the caller may see a PC of that unit at all. */
  readonly seen: UnitCondition
  readonly scope: Scope
}

type Found = { readonly key: string; readonly id: number; readonly row: RegisterRow }
type Row = ItemRow & { readonly seen: unknown; readonly heard: number | null }

/** `standing` of a stay `s`, `listed` of an entry `e`. */
function conditionsOn({ day, timeZone }: RegisterOn) {
  const end = startOfDay({ ...day, day: day.day + 1 }, timeZone) - 1
  const text = dayText(day)
  const listed = (entry: string) => {
    const [from, until] = [sql.ref(`${entry}.from_day`), sql.ref(`${entry}.until_day`)]
    return sql<boolean>`(${from} <= ${text} and (${until} is null or ${until} > ${text}))`
  }
  return { end, standing: sql<boolean>`(s.since <= ${end} and (s.until is null or s.until > ${end}))`, listed }
}

/** Units that had an asset or a PC that day, in protocol order. */
export async function unitsOn({ read }: Database, { on, within }: Pick<OnAsked, 'on' | 'within'>): Promise<{ id: number; name: string }[]> {
  const { standing, listed } = conditionsOn(on)
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from unit where ${within(sql`unit.id`)}
      and (id in (select e.unit_id from register_entry e where ${listed('e')}) or id in (select s.unit_id from pc_stay s where ${standing}))
    order by block, order_no, id`.execute(read)
  return rows
}

/** Assets by name, then the PCs that are in no list, in chunks. */
export async function* readRegisterOn(database: Database, asked: OnAsked): AsyncGenerator<RegisterRow[]> {
  const { heardOn } = countedAsOf({ ...asked.on, rule: await ruleOn(database, dayText(asked.on.day)) })
  const shown = ({ row }: Found) => row
  yield* allPages((after, limit) => pageItems(database, asked, heardOn, after, limit), shown)
  yield* allPages((after, limit) => pagePcs(database, asked, heardOn, after, limit), shown)
}

const pcCells = PC_CELLS.map((name) => sql.ref(name))
const flag = (is: RawBuilder<boolean>) => sql`case when ${is} then 1 else 0 end`

/** A PC that had not joined by then is none yet; of one that had left by then it is told when. */
async function pageItems(
  database: Database,
  { on, within, seen, scope }: OnAsked,
  heardOn: RawBuilder<number | null>,
  after: After,
  limit: number,
): Promise<Found[]> {
  const { read, dialect } = database
  const { end, standing, listed } = conditionsOn(on)
  const own = ['i.asset_code', 'e.name', 'unit.name', 'e.kind', 'e.serial', 'e.year_in_use', 'e.cost_dong', 'e.exempt', 'e.note'].map(
    (name) => sql.ref(name),
  )
  const cells = dialect.jsonArray([
    ...own,
    flag(sql`s.unit_id <> e.unit_id`),
    sql`0`,
    flag(sql`m.model_differs = 1`),
    sql`m.who`,
    sql`case when pc.id is not null and s.pc_id is null then (select max(x.until) from pc_stay x where x.pc_id = pc.id and x.until <= ${end}) end`,
    ...pcCells,
  ])
  const { rows } = await sql<Row>`
    select e.item_id as id, e.name_key as key, ${cells} as cells, ${flag(seen(sql`pu.id`))} as seen, ${heardOn} as heard
    from register_entry e join register_item i on i.id = e.item_id join unit on unit.id = e.unit_id
    left join pc on pc.id = e.pc_id and e.pc_since <= ${end} left join pc_stay s on s.pc_id = pc.id and ${standing}
    left join unit pu on pu.id = coalesce(s.unit_id, pc.unit_id) left join pc_contact c on c.pc_id = pc.id
    left join register_match m on m.item_id = e.item_id and m.pc_id = pc.id
    where ${listed('e')} and ${within(sql`e.unit_id`)} and ${assetMayBeNamed(scope, sql`e.item_id`)}
      ${scope === 'all-open' ? sql`and e.exempt = 0` : sql``} ${beyond(after, sql`(e.name_key, e.item_id)`)}
    order by e.name_key, e.item_id limit ${limit}`.execute(read)
  const candidates = await candidatesOf(database, rows, { seen, hidesExempt: scope === 'all-open' })
  return rows.map((found) => {
    const { pc, ...rest } = itemRowOf(found, candidates.get(found.id) ?? [])
    return { key: found.key, id: found.id, row: { ...rest, ...(pc && Number(found.seen) === 1 && { pc: heardBy(pc, found, on, end) }) } }
  })
}

async function pagePcs(
  { read, dialect }: Database,
  { on, within, scope }: OnAsked,
  heardOn: RawBuilder<number | null>,
  after: After,
  limit: number,
): Promise<Found[]> {
  const { end, standing, listed } = conditionsOn(on)
  const { rows } = await sql<Row>`
    select pc.id, pc.name_key as key, ${dialect.jsonArray(pcCells)} as cells, ${heardOn} as heard
    from pc_stay s join pc on pc.id = s.pc_id join unit pu on pu.id = s.unit_id join pc_contact c on c.pc_id = pc.id
    where ${standing} and ${within(sql`s.unit_id`)} and ${mayBeNamed(scope, sql`pc.id`)}
      and not exists (select 1 from register_entry x where x.pc_id = pc.id and ${listed('x')}) ${beyond(after, sql`(pc.name_key, pc.id)`)}
    order by pc.name_key, pc.id limit ${limit}`.execute(read)
  return rows.map((found) => {
    const pc = heardBy(pcOf(JSON.parse(found.cells) as PcCells), found, on, end)
    return { key: found.key, id: found.id, row: { pc, differs: [], candidates: [] } }
  })
}

function beyond(after: After, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return after === undefined ? sql`` : sql`and ${columns} > (${after[0]}, ${after[1]})`
}

type Pc = NonNullable<RegisterRow['pc']>

/** When it was heard of last by then: to the moment where nothing came since, else to the day. */
function heardBy({ lastSeenAt, ...pc }: Pc, { heard }: Row, { timeZone }: RegisterOn, end: number): Pc {
  if (lastSeenAt === undefined || lastSeenAt <= end) return { ...pc, ...(lastSeenAt !== undefined && { lastSeenAt }) }
  const day = heard === null ? undefined : dayFrom(dayOfRecord(Number(heard)))
  return { ...pc, ...(day && { lastSeenAt: startOfDay(day, timeZone) }) }
}
