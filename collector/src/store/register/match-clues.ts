/** Reads which assets and PCs might be the same, and what of both speaks for it. */
import { sql } from 'kysely'
import type { Database } from '../dialect/dialect.ts'
import { readEvidence } from '../evidence.ts'
import { type ItemClues, modelDiffers, type PcClues } from './match-score.ts'

export type CluedPair = { readonly item: ItemClues & { readonly itemId: number }; readonly pc: PcClues & { readonly pcId: number } }

const CHUNK_ITEMS = 2_000

/** A name that more PCs bear names none of them: nobody is asked about all of a hall. Serials, addresses and tags are never too many. */
const MOST_NAMESAKES = 8

type PairRow = {
  item_id: number
  pc_id: number
  asset_key: string
  serial_key: string | null
  mac: string | null
  host_key: string | null
  item_name: string
  item_kind: string | null
  item_unit: number
  asset_tag: string | null
  name_key: string
  manufacturer: string | null
  model: string | null
  chassis_kind: string | null
  pc_unit: number
}

/** Pairs that share a serial, an address, a tag or a name; neither is matched yet, and nobody said that they are two. */
export async function* readPairs(database: Database): AsyncGenerator<CluedPair[]> {
  let after = 0
  for (;;) {
    const items = await openItems(database, after)
    const last = items.at(-1)
    if (last === undefined) return
    after = last
    const rows = await pairsOf(database, items)
    if (rows.length > 0) yield await withEvidence(database, rows)
  }
}

async function openItems({ read }: Database, after: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select e.item_id as id from register_entry e where e.until_day is null and e.item_id > ${after}
      and not exists (select 1 from register_match m where m.item_id = e.item_id) order by e.item_id limit ${CHUNK_ITEMS}`.execute(read)
  return rows.map(({ id }) => id)
}

async function pairsOf({ read, dialect }: Database, itemIds: readonly number[]): Promise<PairRow[]> {
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(itemIds.map((id) => [id])))
  const { rows } = await sql<PairRow>`
    with open_item as materialized (
      select e.item_id, i.asset_key, e.serial_key, e.mac, e.host_key, e.name_key as item_name, e.kind as item_kind, e.unit_id as item_unit,
        case when (select count(*) from (select 1 from pc n where n.name_key = e.host_key and n.retired_at is null
          and not exists (select 1 from register_match m where m.pc_id = n.id) limit ${sql.lit(MOST_NAMESAKES + 1)}) named) <= ${sql.lit(MOST_NAMESAKES)}
          then e.host_key end as telling_name
      from ${ids} join register_entry e on e.item_id = j.id and e.until_day is null join register_item i on i.id = e.item_id),
    found as (
      select o.item_id, v.pc_id from open_item o join evidence v on v.value = o.serial_key where v.kind in ('system-serial', 'chassis-serial', 'board-serial')
      union select o.item_id, v.pc_id from open_item o join evidence v on v.kind = 'mac' and v.value = o.mac
      union select o.item_id, pc.id from open_item o join pc on pc.asset_tag_key = o.asset_key
      union select o.item_id, pc.id from open_item o join pc on pc.name_key = o.telling_name where pc.retired_at is null)
    select o.*, pc.id as pc_id, pc.asset_tag, pc.name_key, pc.manufacturer, pc.model, pc.chassis_kind, pc.unit_id as pc_unit
    from found f join open_item o on o.item_id = f.item_id join pc on pc.id = f.pc_id
    where pc.retired_at is null and not exists (select 1 from register_match m where m.pc_id = pc.id)
      and not exists (select 1 from register_apart a where a.item_id = f.item_id and a.pc_id = f.pc_id)`.execute(read)
  return rows
}

async function withEvidence({ read, dialect }: Database, rows: readonly PairRow[]): Promise<CluedPair[]> {
  const evidence = await readEvidence(read, dialect, [...new Set(rows.map(({ pc_id }) => pc_id))])
  return rows.map((row) => {
    const pieces = evidence.get(row.pc_id) ?? []
    const values = (...kinds: readonly string[]) => pieces.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)
    return {
      item: {
        itemId: row.item_id,
        assetKey: row.asset_key,
        serialKey: row.serial_key,
        mac: row.mac,
        hostKey: row.host_key,
        nameKey: row.item_name,
        kind: row.item_kind,
        unitId: row.item_unit,
      },
      pc: {
        pcId: row.pc_id,
        serials: values('system-serial', 'chassis-serial'),
        boardSerials: values('board-serial'),
        macs: values('mac'),
        assetTag: row.asset_tag,
        nameKey: row.name_key,
        manufacturer: row.manufacturer,
        model: row.model,
        kind: row.chassis_kind,
        unitId: row.pc_unit,
      },
    }
  })
}

type ModelRow = { item_id: number; name_key: string; manufacturer: string | null; model: string | null; model_differs: number }

/** Lists and reports change what both sides say: whether they still tell the same model is worked out anew, and written where it changed. */
export async function refreshModels({ read, write, dialect }: Database): Promise<void> {
  let after = 0
  for (;;) {
    const { rows } = await sql<ModelRow>`
      select m.item_id, e.name_key, pc.manufacturer, pc.model, m.model_differs from register_match m
      join register_entry e on e.item_id = m.item_id and e.until_day is null join pc on pc.id = m.pc_id
      where m.item_id > ${after} order by m.item_id limit ${CHUNK_ITEMS}`.execute(read)
    const last = rows.at(-1)
    if (!last) return
    after = last.item_id
    const changed = rows
      .map((row) => [row.item_id, Number(modelDiffers(row.name_key, row)), row.model_differs])
      .filter(([, differs, before]) => differs !== before)
    if (changed.length === 0) continue
    const pairs = dialect.rows('j', { item_id: 'int', differs: 'int' }, JSON.stringify(changed.map(([id, differs]) => [id, differs])))
    await write((db) =>
      sql`update register_match set model_differs = j.differs from ${pairs} where register_match.item_id = j.item_id`.execute(db),
    )
  }
}
