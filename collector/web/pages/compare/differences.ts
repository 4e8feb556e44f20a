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
  /** What each side's figures are of, where that is one thing: only then a list holds as many PCs. */
  readonly oldOf?: ListOf | undefined
  readonly newOf?: ListOf | undefined
  readonly told?: Told
}

/** For the list behind a figure: a unit with all below it, or blocks. */
export type ListOf = { readonly unit: number } | { readonly blocks: readonly string[] }

export function differencesOf(old: Counts, fresh: Counts, heirs: UnitTree['heirs']): Difference[] {
  const sides = sidesOf(old, fresh, heirs)
  const blocks = [...new Set([...fresh.rows, ...old.rows].map(({ block }) => block))].sort()
  return [
    {
      key: 'total',
      kind: 'total',
      name: '',
      depth: 0,
      old: old.total,
      new: fresh.total,
      oldOf: { blocks: old.blocks },
      newOf: { blocks: fresh.blocks },
    },
    ...blocks.flatMap((block) => [
      ...fresh.rows.filter((row) => row.block === block).flatMap((row) => aroundOf(row, sides)),
      ...old.rows.filter((row) => row.block === block && isGone(row, sides)).map((row) => beside(row, row, undefined)),
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

type Side = Pick<CountRow, 'figures' | 'unitId' | 'block'> | { readonly figures: Figures } | undefined

/** `old` and `fresh` are the rows whose figures they are, or sums of several. */
function beside(row: CountRow, old: Side, fresh: Side, told?: Told): Difference {
  const { kind, name, depth } = row
  const [oldOf, newOf] = [listOf(old), listOf(fresh)]
  return { key: keyOf(row), kind, name, depth, old: old?.figures, new: fresh?.figures, oldOf, newOf, ...(told && { told }) }
}

function listOf(side: Side): ListOf | undefined {
  if (side === undefined || !('block' in side)) return undefined
  return side.unitId === undefined ? { blocks: [side.block] } : { unit: side.unitId }
}

/** One row as itself, several as their sum. */
function sumOf(rows: readonly CountRow[], all: readonly CountRow[]): Side {
  const [first, ...others] = topmost(rows, all)
  return first && others.length === 0 ? first : { figures: together(rows, all) }
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
  if (row.unitId === undefined || sides.before.has(keyOf(row))) return undefined
  const { parts, isSum } = heldBefore(row, sides)
  const [first, ...others] = parts
  return isSum && others.length === 0 ? first : undefined
}

/** The units of before whose PCs stand in a row of now: its own forerunners, and those of what stands below it. */
function heldBefore(row: CountRow, sides: Sides): { readonly parts: readonly CountRow[]; readonly isSum: boolean } {
  const within = [row, ...below(row, sides.fresh)]
  const members = new Set(within)
  const came = within.flatMap((one) => cameInto(one, sides))
  const stood = within.flatMap((one) => sides.before.get(keyOf(one)) ?? [])
  // What was split with a part elsewhere was not all here.
  const isSum = came.every((one) => successorsOf(one, sides).every((successor) => members.has(successor)))
  return { parts: topmost([...stood, ...came], sides.old), isSum }
}

/** `rows` have parents first. */
function below(row: CountRow, rows: readonly CountRow[]): CountRow[] {
  const rest = rows.slice(rows.indexOf(row) + 1)
  const end = rest.findIndex(({ depth }) => depth <= row.depth)
  return end === -1 ? rest : rest.slice(0, end)
}

function successor(row: CountRow, sides: Sides): Difference {
  const itself = sides.before.get(keyOf(row))
  if (row.unitId === undefined) return beside(row, itself, row)
  const { parts, isSum } = heldBefore(row, sides)
  // What went into it is named though it stood below it before; what only goes on standing there is not.
  const others = topmost([...cameInto(row, sides), ...parts.filter((one) => one !== itself)], sides.old)
  if (others.length === 0) return beside(row, itself, row)
  const how = itself ? 'holdsNow' : soleForerunner(row, sides) ? 'was' : 'madeFrom'
  const names = others.map(({ name }) => name)
  return beside(row, isSum ? sumOf(parts, sides.old) : itself, row, { how, names })
}

function ended(row: CountRow, sides: Sides): Difference {
  const successors = successorsOf(row, sides)
  const isSum = !isWhole(row, sides) && successors.every((one) => cameInto(one, sides).length === 1 && !sides.before.has(keyOf(one)))
  const names = successors.map(({ name }) => name)
  return beside(row, row, isSum ? sumOf(successors, sides.fresh) : undefined, { how: 'became', names })
}

/** A unit with all below it and what went into it, of a whole comparison: narrowed before, what it was made of would be lost. */
export function differencesWithin(differences: readonly Difference[], unit: number | undefined): readonly Difference[] {
  if (unit === undefined) return differences
  const start = differences.findIndex(({ key }) => key === String(unit))
  const row = differences[start]
  if (!row) return []
  const rest = differences.slice(start + 1)
  const end = rest.findIndex(({ depth }) => depth <= row.depth)
  return [row, ...(end === -1 ? rest : rest.slice(0, end))]
}

/** Between the rates as they are printed, in tenths of a point; undefined where either has no PC. */
export function pointTenthsBetween(old: Figures | undefined, fresh: Figures | undefined): number | undefined {
  const [one, other] = [old, fresh].map((figures) => {
    const { connected, all } = sumsOf(figures ?? noFigures())
    return tenthsOf(connected, all)
  })
  return one === undefined || other === undefined ? undefined : other - one
}
