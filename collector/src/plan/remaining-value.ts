/** What an asset is still worth in the books: worn off in equal parts over its useful life, a part at each 31/12, the year it was put in use included (Thông tư 23/2023/TT-BTC). */
import { wornYears } from './useful-life.ts'

/** Whole dong, rounded half up; `on` is "2026-09-30". Undefined where the register names no cost or no year. */
export function remainingDong(
  { originalDong, yearInUse }: { readonly originalDong?: number | undefined; readonly yearInUse?: number | undefined },
  usefulLifeYears: number,
  on: string,
): number | undefined {
  if (originalDong === undefined || yearInUse === undefined) return undefined
  const left = Math.max(0, usefulLifeYears - Math.max(0, wornYears(yearInUse, on)))
  return Math.floor((originalDong * left) / usefulLifeYears + 0.5)
}
