/** When what a plan asked for was done, as the facts of the PC tell it: since when memory, system disk, system or battery are what they are now; when it was moved; when it left. */

import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Remedy, VerdictKind } from '@somay/shared/text/plan.ts'
import { sql } from 'kysely'
import type { Database } from '../../store/dialect/dialect.ts'
import { decodeBody } from '../../store/fact-encoding.ts'
import { movedSinceSql } from './went-sql.ts'

/** The part of a fact that a remedy changes: what else changes in it from month to month tells nothing. */
const MARKS = {
  memory: ({ modules, installedBytes }: FactValue<'memory'>) => [modules, installedBytes],
  disks: ({ disks }: FactValue<'disks'>) =>
    disks.filter(({ holdsSystem }) => holdsSystem === true).map(({ model, serial, sizeBytes, kind }) => [model, serial, sizeBytes, kind]),
  os: ({ name, version, build }: FactValue<'os'>) => [name, version, build],
  battery: ({ batteries }: FactValue<'battery'>) => batteries,
} as const

type Marked = keyof typeof MARKS
const MARKED = Object.keys(MARKS) as readonly Marked[]

const FACT_OF: Readonly<Partial<Record<Remedy, Marked>>> = {
  'add-memory': 'memory',
  'swap-memory': 'memory',
  'add-ssd': 'disks',
  'license-os': 'os',
  'upgrade-os': 'os',
  'replace-battery': 'battery',
}

export type DatedLine = {
  readonly pcId: number
  /** The PC itself, or the one it was merged into since. */
  readonly nowPc: number
  readonly verdict: VerdictKind
  /** What was done of what was planned. */
  readonly remedies: readonly Remedy[]
}

/** By `pcId`, ms since 1970; absent where nothing tells. One question for all lines. */
export async function remedyDates(
  { read, dialect }: Database,
  lines: readonly DatedLine[],
  committedAt: number,
): Promise<ReadonlyMap<number, number>> {
  if (lines.length === 0) return new Map()
  const rowsOf = (ids: readonly number[]) => dialect.rows('j', { id: 'int' }, JSON.stringify([...new Set(ids)].map((id) => [id])))
  const asked = rowsOf(lines.map(({ nowPc }) => nowPc))
  const [left, moved, facts] = await Promise.all([
    sql<{
      id: number
      at: number
    }>`select pc.id, pc.retired_at as at from ${asked} join pc on pc.id = j.id where pc.retired_at is not null`.execute(read),
    sql<{ id: number; at: number }>`
      select v.id, v.at from ${rowsOf(lines.map(({ pcId }) => pcId))} join ${movedSinceSql(committedAt)} v on v.id = j.id`.execute(read),
    sql<{ id: number; fact: Marked; since: number; encoding: number; body: Buffer }>`
      select f.pc_id as id, f.fact, f.since, b.encoding, b.body from ${asked} join pc_fact f on f.pc_id = j.id join fact_body b on b.id = f.body_id
      where f.fact in (${sql.join(MARKED)}) and (f.until is null or f.until > ${committedAt}) order by f.pc_id, f.fact, f.since`.execute(
      read,
    ),
  ])
  const [leftAt, movedAt] = [left, moved].map(({ rows }) => new Map(rows.map(({ id, at }) => [id, Number(at)])))
  const histories = Map.groupBy(facts.rows, ({ id, fact }) => `${id} ${fact}`)
  const factAt = (id: number, fact: Marked) =>
    standingSince(
      fact,
      (histories.get(`${id} ${fact}`) ?? []).map((row) => ({ since: Number(row.since), body: decodeBody(row) })),
    )
  const dates = lines.map(({ pcId, nowPc, verdict, remedies }): [number, number | undefined] => {
    const gone = leftAt?.get(nowPc)
    if (gone !== undefined) return [pcId, gone]
    if (verdict === 'move') return [pcId, movedAt?.get(pcId)]
    const facts = [...new Set(remedies.flatMap((remedy) => FACT_OF[remedy] ?? []))]
    const known = facts.map((fact) => factAt(nowPc, fact)).filter((at) => at !== undefined && at > committedAt)
    // Done as a whole when the last of it was.
    return [pcId, known.length === 0 ? undefined : Math.max(...(known as number[]))]
  })
  return new Map(dates.filter((date): date is [number, number] => date[1] !== undefined))
}

/** The first moment from which on the mark was what it is now; what was not read in between breaks nothing. */
function standingSince(fact: Marked, history: readonly { readonly since: number; readonly body: FactBody }[]): number | undefined {
  const read = history.flatMap(({ since, body }) =>
    'known' in body ? [{ since, mark: JSON.stringify(MARKS[fact](body.known as never)) }] : [],
  )
  const now = read.at(-1)?.mark
  const other = read.findLastIndex(({ mark }) => mark !== now)
  return read[other + 1]?.since
}
