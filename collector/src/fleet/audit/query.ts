/** Reads the log of events, a page at a time from the newest. */
import type { Audit, AuditQuery, Deed } from '@somay/shared/api/audit.ts'
import { sql } from 'kysely'
import type { Database } from '../../store/dialect/dialect.ts'

const PAGE = 100

/** What agents do by themselves stands on the pages of their PCs: among a million of them it would bury what people did. In the words of the index. */
const OF_PEOPLE = sql<boolean>`kind not in ('enrolled', 'enrolled-again', 'key-rotated', 'key-renewed')`

/** A reorganisation is one deed here, and an event on each of the thousands of PCs that went along. */
const OF_ONE_DEED = sql<boolean>`kind <> 'went-along'`

/** Where a deed names units by their numbers. */
const UNIT_PLACES = ['from', 'to', 'unitId']

export async function readAudit(database: Database, { before, kind, who }: AuditQuery): Promise<Audit> {
  let asked = database.read
    .selectFrom('event')
    .leftJoin('pc', 'pc.id', 'event.pc_id')
    .select(['event.id', 'event.at', 'event.kind', 'event.who', 'event.pc_id', 'event.detail', 'pc.name as pc_name'])
    .orderBy('event.id', 'desc')
    .limit(PAGE + 1)
  if (before !== undefined) asked = asked.where('event.id', '<', before)
  if (who !== undefined) asked = asked.where('event.who', '=', who)
  asked = kind === undefined ? asked.where(OF_PEOPLE).where(OF_ONE_DEED) : asked.where('event.kind', '=', kind)
  const rows = await asked.execute()
  const deeds = rows.slice(0, PAGE).map(
    (row): Deed => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      who: row.who,
      ...(row.pc_id !== null && { pcId: row.pc_id }),
      ...(row.pc_name !== null && { pcName: row.pc_name }),
      detail: JSON.parse(row.detail) as Deed['detail'],
    }),
  )
  return { deeds: await withPcNames(database, await withUnitNames(database, deeds)), more: rows.length > PAGE }
}

async function withUnitNames({ read }: Database, deeds: readonly Deed[]): Promise<Deed[]> {
  const ids = deeds.flatMap(({ detail }) => UNIT_PLACES.map((place) => detail[place]).filter((id) => typeof id === 'number'))
  if (ids.length === 0) return [...deeds]
  const units = await read
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const names = new Map<unknown, string>(units.map(({ id, name }) => [id, name]))
  return deeds.map((deed) => ({
    ...deed,
    detail: Object.fromEntries(
      Object.entries(deed.detail).map(([key, value]) => [key, UNIT_PLACES.includes(key) ? (names.get(value) ?? value) : value]),
    ),
  }))
}

/** The other PC of a merge, a split or a shared key, by the name it has today. */
async function withPcNames({ read }: Database, deeds: readonly Deed[]): Promise<Deed[]> {
  const ids = deeds.map(({ detail }) => detail.otherPcId).filter((id) => typeof id === 'number')
  if (ids.length === 0) return [...deeds]
  const pcs = await read
    .selectFrom('pc')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const names = new Map<unknown, string>(pcs.map(({ id, name }) => [id, `${name} (#${id})`]))
  return deeds.map((deed) => {
    const otherPc = names.get(deed.detail.otherPcId)
    return otherPc === undefined ? deed : { ...deed, detail: { ...deed.detail, otherPc } }
  })
}
