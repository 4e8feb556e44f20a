/** Two counts beside each other, unit by unit, in the order of the newer tree; what ended stands beside what it became. Pure. */
import type { CountRow, Counts, Figures } from '@somay/shared/api/counts.ts'
import type { UnitTree } from '@somay/shared/api/units.ts'
import { noFigures, sumsOf } from '@somay/shared/text/figures.ts'
import { tenthsOf } from '@somay/shared/text/numbers.ts'
import { type Successions, successionsOf, together, topmost } from './successions.ts'

/** What a reorganisation made of the unit, or of what it was made: the names of the others. */
export type Told = { readonly how: 'was' | 'madeFrom' | 'holdsNow' | 'became'; readonly names: readonly string[] }

export type Difference = {
  readonly key: string
  readonly kind: 'total' | CountRow['kind']
  /** Of a block its numeral; of the total empty. */
  readonly name: string
  readonly depth: number
  /** Undefined where there are none, or none that can be compared. */
  readonly old: Figures | undefined
  readonly new: Figures | undefined
  readonly told?: Told
}

export function differencesOf(old: Counts, fresh: Counts, heirs: UnitTree['heirs']): Difference[] {
  const sides = sidesOf(old, fresh, heirs)
  const blocks = [...new Set([...fresh.rows, ...old.rows].map(({ block }) => block))].sort()
  return [
    { key: 'total', kind: 'total', name: '', depth: 0, old: old.total, new: fresh.total },
    ...blocks.flatMap((block) => [
      ...fresh.rows.filter((row) => row.block === block).flatMap((row) => aroundOf(row, sides)),
      ...old.rows.filter((row) => row.block === block && isGone(row, sides)).map((row) => beside(row, row.figures, undefined)),
    ]),
  ]
}

type Sides = Successions & {
  readonly old: readonly CountRow[]
  readonly fresh: readonly CountRow[]
  readonly before: ReadonlyMap<string, CountRow>
  readonly after: ReadonlyMap<string, CountRow>
}

function sidesOf({ rows: old }: Counts, { rows: fresh }: Counts, heirs: UnitTree['heirs']): Sides {
  const byKey = (rows: readonly CountRow[]) => new Map(rows.map((row) => [keyOf(row), row]))
  return { old, fresh, before: byKey(old), after: byKey(fresh), ...successionsOf(old, fresh, heirs) }
}

function keyOf({ unitId, block }: CountRow): string {
  return unitId === undefined ? block : String(unitId)
}

function beside(row: CountRow, old: Figures | undefined, fresh: Figures | undefined, told?: Told): Difference {
  const { kind, name, depth } = row
  return { key: keyOf(row), kind, name, depth, old, new: fresh, ...(told && { told }) }
}

/** In neither the newer count nor any unit of it. */
function isGone(row: CountRow, { after, became }: Sides): boolean {
  return !after.has(keyOf(row)) && !(row.unitId !== undefined && became.has(row.unitId))
}

/** A row of the newer count, before it what was split and has its first successor here, after it what went into it alone. */
function aroundOf(row: CountRow, sides: Sides): Difference[] {
  const came = cameInto(row, sides)
  const isFirstOf = (one: CountRow) => successorsOf(one, sides)[0] === row
  const [whole, split] = [came.filter((one) => isWhole(one, sides)), came.filter((one) => !isWhole(one, sides))]
  // Of a unit that only got another name or place everything stands in the row of its successor.
  const listed = whole.filter((one) => one !== soleForerunner(row, sides))
  return [
    ...split.filter(isFirstOf).map((one) => ended(one, sides)),
    successor(row, sides),
    ...listed.map((one) => ({ ...ended(one, sides), depth: row.depth + 1 })),
  ]
}

function cameInto({ unitId }: CountRow, { cameFrom }: Sides): readonly CountRow[] {
  return unitId === undefined ? [] : (cameFrom.get(unitId) ?? [])
}

function successorsOf({ unitId }: CountRow, { became }: Sides): readonly CountRow[] {
  return unitId === undefined ? [] : (became.get(unitId) ?? [])
}

/** Whether all of it went to one place. */
function isWhole(row: CountRow, sides: Sides): boolean {
  return successorsOf(row, sides).length === 1
}

/** What a unit was before under another name or in another place, with all that stood below it and nothing else. */
function soleForerunner(row: CountRow, sides: Sides): CountRow | undefined {
  const came = cameInto(row, sides)
  const [first, ...others] = topmost(came, sides.old)
  const isSole = others.length === 0 && came.every((one) => isWhole(one, sides)) && !sides.before.has(keyOf(row))
  return isSole ? first : undefined
}

function successor(row: CountRow, sides: Sides): Difference {
  const [itself, came] = [sides.before.get(keyOf(row)), cameInto(row, sides)]
  if (came.length === 0) return beside(row, itself?.figures, row.figures)
  const isSum = came.every((one) => isWhole(one, sides))
  const parts = itself ? [itself, ...came] : came
  const how = itself ? 'holdsNow' : soleForerunner(row, sides) ? 'was' : 'madeFrom'
  const names = topmost(came, sides.old).map(({ name }) => name)
  return beside(row, isSum ? together(parts, sides.old) : itself?.figures, row.figures, { how, names })
}

function ended(row: CountRow, sides: Sides): Difference {
  const successors = successorsOf(row, sides)
  const isSum = !isWhole(row, sides) && successors.every((one) => cameInto(one, sides).length === 1 && !sides.before.has(keyOf(one)))
  const names = successors.map(({ name }) => name)
  return beside(row, row.figures, isSum ? together(successors, sides.fresh) : undefined, { how: 'became', names })
}

/** Between the rates as they are printed, in tenths of a point; undefined where either has no PC. */
export function pointTenthsBetween(old: Figures | undefined, fresh: Figures | undefined): number | undefined {
  const [one, other] = [old, fresh].map((figures) => {
    const { connected, all } = sumsOf(figures ?? noFigures())
    return tenthsOf(connected, all)
  })
  return one === undefined || other === undefined ? undefined : other - one
}
