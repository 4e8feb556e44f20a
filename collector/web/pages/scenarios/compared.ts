/** Plans side by side: the same lines of each, where a plan has them. Pure. */
import type { Plan, PlanNumbers, PlanRow, PlanTerms } from '@somay/shared/api/plans.ts'
import { ITEM_NAMES, type Item } from '@somay/shared/text/plan.ts'
import { termLines } from '@somay/shared/text/plan-terms.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { sumsOfItem } from '../plan/item-sums.ts'

/** `isOne`: of one unit alone, so that its block is not all of that block. */
export type Column = { readonly plan: Plan; readonly unitName: string | undefined; readonly isOne: boolean }

/** Undefined where the plan has no such line. */
export type Figures = readonly (number | undefined)[]

/** Every year that one of them has, with what it pays; a year that a plan does not have is not 0 dong of it. */
export function yearsOf(columns: readonly Column[]): readonly { readonly year: number; readonly dong: Figures }[] {
  const years = [...new Set(columns.flatMap(({ plan }) => plan.terms.years.map(({ year }) => year)))].sort((one, other) => one - other)
  return years.map((year) => ({
    year,
    dong: columns.map(({ plan: { terms, total } }) => {
      const place = terms.years.findIndex((one) => one.year === year)
      return place < 0 ? undefined : (total.fundedDong[place] ?? 0)
    }),
  }))
}

/** Items that at least one of them buys. */
export function itemsOf(columns: readonly Column[]): readonly { readonly item: Item; readonly quantities: readonly number[] }[] {
  return ITEM_NAMES.map((item) => ({
    item,
    quantities: columns.map(({ plan }) => {
      const line = plan.items.find((one) => one.item === item)
      return line === undefined ? 0 : sumsOfItem(line).quantity
    }),
  })).filter(({ quantities }) => quantities.some((quantity) => quantity > 0))
}

export type UnitLine = Pick<PlanRow, 'kind' | 'unitId' | 'name' | 'block' | 'depth'> & { readonly dong: Figures; readonly funded: Figures }

/** Blocks and units of all of them, in the order of the tree. */
export function unitsOf(columns: readonly Column[]): readonly UnitLine[] {
  const rowsOf = columns.map(
    ({ plan, isOne }) => new Map(plan.rows.filter(({ kind }) => !isOne || kind === 'unit').map((row) => [keyOf(row), row])),
  )
  const lines: PlanRow[] = []
  // The plan with the most rows gives the order; what it lacks follows what it has of the same block.
  for (const rows of [...rowsOf].sort((one, other) => other.size - one.size))
    for (const row of rows.values()) {
      if (lines.some((line) => keyOf(line) === keyOf(row))) continue
      const behind = lines.findLastIndex(({ block }) => block <= row.block)
      lines.splice(behind + 1, 0, row)
    }
  return lines.map(({ kind, unitId, name, block, depth }) => ({
    kind,
    ...(unitId !== undefined && { unitId }),
    name,
    block,
    depth,
    dong: rowsOf.map((rows) => rows.get(keyOf({ unitId, block }))?.numbers.costDong),
    funded: rowsOf.map((rows) => fundedIn(rows.get(keyOf({ unitId, block }))?.numbers)),
  }))
}

/** What all years pay for together. */
export function fundedIn(numbers: PlanNumbers | undefined): number | undefined {
  return numbers?.fundedDong.reduce((all, dong) => all + dong, 0)
}

const keyOf = ({ unitId, block }: { readonly unitId?: number | undefined; readonly block: string }): string | number => unitId ?? block

export type TermLine = { readonly label: string; readonly texts: readonly string[] }

/** The terms in which they differ, in words. */
export function differingTerms(columns: readonly Column[], language: Language): readonly TermLine[] {
  const all = columns.map(({ plan, unitName }) => new Map(linesOf(plan.terms, unitName, language)))
  const labels = [...new Set(all.flatMap((lines) => [...lines.keys()]))]
  return labels
    .map((label) => ({ label, texts: all.map((lines) => lines.get(label) ?? '–') }))
    .filter(({ texts }) => new Set(texts).size > 1)
}

function linesOf(terms: PlanTerms, unitName: string | undefined, language: Language) {
  return termLines(terms, { language, unitName })
}
