/** How many lines of a committed plan a filter leaves, where its figures tell: they stand by unit and by year, and not by both. Pure. */
import type { CommittedFilter, CommittedPlan } from '@somay/shared/api/committed-plans.ts'

export function countOf({ rows, years, total }: CommittedPlan, { unit, block, outcome, year }: CommittedFilter): number | undefined {
  const progress = (() => {
    if (unit === undefined && block === undefined)
      return year === undefined ? total : year < 0 ? years.at(-1)?.progress : years[year]?.progress
    if (year !== undefined || (unit !== undefined && block !== undefined)) return undefined
    return rows.find((row) => (unit === undefined ? row.kind === 'block' && row.block === block : row.unitId === unit))?.progress
  })()
  return progress?.[outcome ?? 'lines']
}
