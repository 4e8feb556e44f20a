/** What a person decides about an asset and a PC: the same, two different things, or not matched after all; each with its event. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { writeDeed } from '../deeds.ts'
import type { Database } from '../dialect/dialect.ts'
import { measureAnew } from '../measures.ts'
import type { Tables } from '../tables.ts'
import { markExempt } from './exempt-items.ts'
import { forgetDaysOf, insertMatches } from './match.ts'
import { modelDiffers } from './match-score.ts'
import { unlinkEntries } from './pc-times.ts'

export type PairDecision = {
  readonly itemId: number
  readonly pcId: number
  readonly same: boolean
  readonly who: string
  readonly at: number
  readonly timeZone: string
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

type Pair = {
  asset_code: string
  item_name: string
  name_key: string
  pc_name: string
  manufacturer: string | null
  model: string | null
  basis: string | null
  score: number | null
  item_pc: number | null
  pc_item: number | null
}

/** `taken` when one of both is matched to something else, undefined when the person may not see one of both. */
export function decidePair({ write, dialect }: Database, decision: PairDecision): Promise<'done' | 'taken' | undefined> {
  const { itemId, pcId, same, who, at, mayTouch } = decision
  return write(async (db) => {
    await dialect.alone(db, 'matching')
    const pair = await readPair(db, decision, mayTouch)
    if (!pair) return undefined
    if (same && ((pair.item_pc !== null && pair.item_pc !== pcId) || (pair.pc_item !== null && pair.pc_item !== itemId))) return 'taken'
    const detail = { item: itemId, asset: pair.asset_code, label: pair.item_name, pc: pcId, name: pair.pc_name }
    if (same) {
      const { agree = [], against = [] } = JSON.parse(pair.basis ?? '{}') as { agree?: never[]; against?: never[] }
      await db.deleteFrom('register_apart').where('item_id', '=', itemId).where('pc_id', '=', pcId).execute()
      await insertMatches(db, dialect, [{ itemId, pcId, basis: { score: pair.score ?? 0, agree, against } }], {
        who,
        at,
        differing: new Set(modelDiffers(pair.name_key, pair) ? [itemId] : []),
      })
      await db
        .deleteFrom('register_doubt')
        .where((where) => where.or([where('item_id', '=', itemId), where('pc_id', '=', pcId)]))
        .execute()
      await markExempt(db, dialect, { who, at, timeZone: decision.timeZone })
    } else await part(db, decision)
    if (!same) {
      await forgetDaysOf(db, dialect, [itemId])
      await measureAnew(db, dialect, sql`select ${sql.lit(pcId)}`)
    }
    await writeDeed(db, { at, who, kind: same ? 'register-matched' : 'register-parted', detail })
    return 'done'
  })
}

async function part(db: Kysely<Tables>, { itemId, pcId, who, at }: PairDecision): Promise<void> {
  await db.deleteFrom('register_match').where('item_id', '=', itemId).where('pc_id', '=', pcId).execute()
  // Of an earlier time too: they never were one.
  await unlinkEntries(db, { itemId, pcId })
  await db.deleteFrom('register_doubt').where('item_id', '=', itemId).where('pc_id', '=', pcId).execute()
  await db
    .insertInto('register_apart')
    .values({ item_id: itemId, pc_id: pcId, who, at })
    .onConflict((conflict) => conflict.columns(['item_id', 'pc_id']).doNothing())
    .execute()
}

async function readPair(db: Kysely<Tables>, { itemId, pcId }: PairDecision, mayTouch: PairDecision['mayTouch']): Promise<Pair | undefined> {
  const { rows } = await sql<Pair>`
    select i.asset_code, e.name as item_name, e.name_key, pc.name as pc_name, pc.manufacturer, pc.model, d.basis, d.score,
      (select m.pc_id from register_match m where m.item_id = i.id) as item_pc,
      (select m.item_id from register_match m where m.pc_id = pc.id) as pc_item
    from register_item i join register_entry e on e.item_id = i.id and e.until_day is null join pc on pc.id = ${pcId} and pc.merged_into is null
    left join register_doubt d on d.item_id = i.id and d.pc_id = pc.id
    where i.id = ${itemId} and ${mayTouch(sql`e.unit_id`)} and ${mayTouch(sql`pc.unit_id`)}`.execute(db)
  return rows[0]
}
