/** Which PC stood where in a plan when it was asked: lists and sheets that are read for minutes then say what its sums say, whatever is measured meanwhile. */
import { type RawBuilder, sql } from 'kysely'
import type { Circumstances } from '../../plan/verdict.ts'
import type { Database, Dialect } from '../../store/dialect/dialect.ts'
import { pcParts } from '../pc-parts.ts'
import { codeSql } from './gathered-code.ts'
import type { CodeCount, UnitCondition } from './query.ts'
import { findingsSql } from './rule-sql.ts'
import type { Slice } from './slices.ts'

/** By unit; PCs in the order in which they joined, each with the code of its group beside it. */
export type Members = ReadonlyMap<number, { readonly pcIds: readonly number[]; readonly codes: readonly number[] }>

/** Sixteen bytes a PC: one after the other parts of the fleet, so that no more rows than a part has stand in memory beside them. */
export async function readMembers(database: Database, { policy, on }: Circumstances, within: UnitCondition): Promise<Members> {
  const members = new Map<number, { pcIds: number[]; codes: number[] }>()
  for (const part of await pcParts(database)) {
    const inPart = (pcId: RawBuilder<unknown>, unitId: RawBuilder<unknown>) => sql<boolean>`${part(pcId)} and ${within(unitId)}`
    const { rows } = await sql<{ pc_id: number; unit_id: number; code: number }>`
      select w.pc_id, w.unit_id, ${codeSql({ policy, on })} as code from ${findingsSql(policy, on, inPart)} w order by w.pc_id`.execute(
      database.read,
    )
    for (const { pc_id, unit_id, code } of rows) {
      const unit = members.get(unit_id) ?? { pcIds: [], codes: [] }
      if (unit.pcIds.length === 0) members.set(unit_id, unit)
      unit.pcIds.push(pc_id)
      unit.codes.push(code)
    }
  }
  return members
}

export function countsOf(members: Members): CodeCount[] {
  return [...members].flatMap(([unitId, { codes }]) => {
    const pcs = new Map<number, number>()
    for (const code of codes) pcs.set(code, (pcs.get(code) ?? 0) + 1)
    return [...pcs].map(([code, count]) => ({ unitId, code, pcs: count }))
  })
}

/** Of the PCs of a unit that stand in a slice: which PC, the number of the slice, the place within its group. */
export function* placesOf(members: Members, unitId: number, slices: readonly Slice[]): Generator<readonly [number, number, number]> {
  const { pcIds, codes } = members.get(unitId) ?? { pcIds: [], codes: [] }
  const byCode = Map.groupBy(
    slices.map((slice, number) => ({ ...slice, number })),
    ({ code }) => code,
  )
  const places = new Map<number, number>()
  for (const [index, pcId] of pcIds.entries()) {
    const code = codes[index] as number
    const place = places.get(code) ?? 0
    places.set(code, place + 1)
    const slice = byCode.get(code)?.find(({ from, to }) => place >= from && place < to)
    if (slice) yield [pcId, slice.number, place]
  }
}

/** A table `s` as `inSlicesSql` has it, of the slices of one unit. */
export function membersSql(dialect: Dialect, members: Members, unitId: number, slices: readonly Slice[]): RawBuilder<unknown> {
  const rows = JSON.stringify([...placesOf(members, unitId, slices)])
  return dialect.rows('s', { pc_id: 'int', slice: 'int', place: 'int' }, rows)
}
