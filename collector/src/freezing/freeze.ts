/** Freezes a count: what it says of a date stands from then on as it was, whatever becomes of PCs, units and rules. */

import { ASPECTS, type Aspect } from '@somay/shared/text/conditions.ts'
import { startOfDay } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { casingInBooks, conditionsAsOf } from '../counting/condition-sql.ts'
import { registeredAsOf } from '../counting/register-sql.ts'
import { type AsOf, countedAsOf } from '../counting/state-sql.ts'
import { writeDeed } from '../store/deeds.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { type DraftSeen, takeDraft } from '../store/report-drafts.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from './content-hash.ts'

export type Freezing = {
  readonly asOf: AsOf
  readonly title: string
  readonly note: string
  readonly who: string
  readonly at: number
  /** The frozen report that this one puts right. */
  readonly corrects?: number | undefined
  /** The draft it comes of, which ends with it. */
  readonly draft?: DraftSeen | undefined
  readonly issuer: Issuer
  /** Whether what was copied, by its number, is what somebody was shown; asked before it is sealed. Without it everything is. */
  isAsShown?(id: number): Promise<boolean>
}

/** Who issues what is frozen, as its documents say it. */
export type Issuer = { readonly parent: string; readonly name: string; readonly place: string }

/** Longer than any freezing takes; what is older and not sealed was broken off. */
const BROKEN_OFF_MS = 3_600_000

/** Why nothing was frozen: there is none to correct, or it was corrected before; the draft is no more, or is another's by now; figures changed since they were shown. */
export type NotFrozen = 'correction-unknown' | 'draft-gone' | 'draft-changed' | 'counts-changed'

/** The number of the report. Nobody sees it before it is whole and sealed. */
export async function freeze(database: Database, freezing: Freezing): Promise<number | NotFrozen> {
  const id = await database.write(async (db) => {
    await dropBrokenOff(db, freezing.at - BROKEN_OFF_MS)
    return (await hindrance(db, freezing)) ?? copyCount(db, freezing)
  })
  if (typeof id === 'string') return id
  // Read and added up outside the transaction, so that reports of agents do not wait for it.
  const { who, at, title, asOf, corrects, draft } = freezing
  const hash = await contentHash(database, id, corrects)
  const isOther = freezing.isAsShown !== undefined && !(await freezing.isAsShown(id))
  return database.write(async (db) => {
    // Another may have corrected it meanwhile, or frozen the same draft; what was broken off corrects nothing.
    await database.dialect.alone(db, 'freezing')
    const found =
      (isOther ? 'counts-changed' : await hindrance(db, freezing)) ?? (draft && !(await takeDraft(db, draft)) ? 'draft-changed' : undefined)
    if (found) {
      await dropUnsealed(db, db.selectFrom('frozen_report').select('id').where('id', '=', id))
      return found
    }
    await db
      .updateTable('frozen_report')
      .set({ hash, corrects_id: corrects ?? null })
      .where('id', '=', id)
      .execute()
    const detail = {
      report: id,
      label: title,
      day: dayText(asOf.day),
      version: asOf.rule.version,
      hash,
      ...(corrects !== undefined && { corrects }),
      ...(draft !== undefined && { draft: draft.id }),
    }
    await writeDeed(db, { at, who, kind: 'counts-frozen', detail })
    return id
  })
}

/** 1 where it was kept on the day what PCs were, 2 where that began later: then none are told, as in the live counts. */
async function areConditionsKept(db: Kysely<Tables>, { day, timeZone }: AsOf): Promise<number> {
  const end = startOfDay({ ...day, day: day.day + 1 }, timeZone) - 1
  const { rows } = await sql<{ kept: number }>`
    select case when exists (select 1 from pc_condition where since <= ${end}) or not exists (select 1 from pc_condition) then 1 else 2 end as kept`.execute(
    db,
  )
  return Number(rows[0]?.kept ?? 1)
}

/** The columns of frozen_pc by what they keep. */
const FROZEN: Readonly<Record<Aspect, RawBuilder<string>>> = {
  casing: sql.ref('casing'),
  support: sql.ref('support'),
  patchAge: sql.ref('patch_age'),
}

async function copyCount(db: Kysely<Tables>, { asOf, title, note, who, at, issuer }: Freezing): Promise<number> {
  const { rule, timeZone } = asOf
  const day = dayText(asOf.day)
  const { id } = await db
    .insertInto('frozen_report')
    .values({
      day,
      time_zone: timeZone,
      title: title.normalize('NFC'),
      note: note.normalize('NFC'),
      rule_version: rule.version,
      window_days: rule.windowDays,
      silent_days: rule.silentDays,
      blocks: rule.blocks.join(','),
      who,
      frozen_at: at,
      corrects_id: null,
      issuer: JSON.stringify(issuer),
      has_conditions: await areConditionsKept(db, asOf),
      hash: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await copyPcs(db, asOf, id)
  await copyRegister(db, asOf, id)
  await sql`
    insert into frozen_staff (report_id, unit_id, staff, equipped, licensed_antivirus)
    select ${sql.lit(id)}, n.unit_id, n.staff, n.equipped, n.licensed_antivirus from staff_number n
    where n.from_day = (select max(x.from_day) from staff_number x where x.unit_id = n.unit_id and x.from_day <= ${day})`.execute(db)
  // Figures are added up from the lists themselves: they cannot say anything else than those do.
  await sql`
    insert into frozen_count (report_id, unit_id, state, pcs)
    select ${sql.lit(id)}, unit_id, state, count(*) from (select unit_id, state from frozen_pc where report_id = ${id}
      union all select unit_id, state from frozen_item where report_id = ${id}) as listed group by unit_id, state`.execute(db)
  for (const aspect of ASPECTS) {
    const value = FROZEN[aspect]
    // The books tell the kind of an asset alone.
    const items = aspect === 'casing' ? sql`union all select unit_id, casing from frozen_item where report_id = ${id}` : sql``
    await sql`
      insert into frozen_condition (report_id, unit_id, aspect, value, pcs)
      select ${sql.lit(id)}, unit_id, ${sql.lit(aspect)}, ${value}, count(*)
      from (select unit_id, ${value} from frozen_pc where report_id = ${id} ${items}) as listed
      where ${value} <> 'unknown' group by unit_id, ${value}`.execute(db)
  }
  await sql`
    insert into frozen_unit (report_id, unit_id, parent_id, name, code, block, order_no)
    select ${sql.lit(id)}, id, parent_id, name, code, block, order_no from unit
    where (valid_from <= ${day} and (valid_to is null or valid_to > ${day})) or id in (select unit_id from frozen_count where report_id = ${id})`.execute(
    db,
  )
  return id
}

async function copyPcs(db: Kysely<Tables>, asOf: AsOf, id: number): Promise<void> {
  const { present, state, internetOn, heardOn } = countedAsOf(asOf)
  const { known, values } = conditionsAsOf(asOf)
  const columns = (of: Readonly<Record<Aspect, unknown>>) => sql.join(ASPECTS.map((aspect) => of[aspect]))
  await sql`
    insert into frozen_pc (report_id, name_key, pc_id, unit_id, name, state, internet_on, heard_on, model, serial, reasons, ${columns(FROZEN)})
    select ${sql.lit(id)}, pc.name_key, pc.id, s.unit_id, pc.name, ${state}, ${internetOn}, ${heardOn}, pc.model, pc.serial, pc.reasons, ${columns(values)}
    from pc_stay s join pc on pc.id = s.pc_id left join ${known} where ${present} order by pc.name_key, pc.id`.execute(db)
}

async function copyRegister(db: Kysely<Tables>, asOf: AsOf, id: number): Promise<void> {
  const { listed, state } = registeredAsOf(asOf)
  await sql`
    insert into frozen_item (report_id, name_key, item_id, unit_id, name, asset_code, state, serial, casing)
    select ${sql.lit(id)}, e.name_key, e.item_id, e.unit_id, e.name, i.asset_code, ${state}, e.serial, ${casingInBooks}
    from register_entry e join register_item i on i.id = e.item_id where ${listed}`.execute(db)
}

async function hindrance(db: Kysely<Tables>, { corrects, draft }: Freezing): Promise<NotFrozen | undefined> {
  if (corrects !== undefined && !(await mayCorrect(db, corrects))) return 'correction-unknown'
  if (draft === undefined) return undefined
  const found = await db.selectFrom('report_draft').select('changed_at').where('id', '=', draft.id).executeTakeFirst()
  if (!found) return 'draft-gone'
  return found.changed_at === draft.changedAt ? undefined : 'draft-changed'
}

async function mayCorrect(db: Kysely<Tables>, id: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from frozen_report where id = ${id} and hash <> ''
      and not exists (select 1 from frozen_report c where c.corrects_id = ${id} and c.hash <> '')`.execute(db)
  return rows.length > 0
}

async function dropBrokenOff(db: Kysely<Tables>, before: number): Promise<void> {
  await dropUnsealed(db, db.selectFrom('frozen_report').select('id').where('hash', '=', '').where('frozen_at', '<', before))
}

/** `ids` are of reports that are not sealed. */
async function dropUnsealed(db: Kysely<Tables>, ids: SelectQueryBuilder<Tables, 'frozen_report', { id: number }>): Promise<void> {
  for (const part of ['frozen_pc', 'frozen_item', 'frozen_staff', 'frozen_count', 'frozen_condition', 'frozen_unit'] as const)
    await db.deleteFrom(part).where('report_id', 'in', ids).execute()
  await db.deleteFrom('frozen_report').where('id', 'in', ids).execute()
}
