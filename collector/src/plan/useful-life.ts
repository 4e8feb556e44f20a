/** Useful life in years of the books: assets wear off once a year at 31/12, the year they were put in use included (Thông tư 23/2023/TT-BTC). */

/** How many years are worn off at the end of a day, "2026-09-30", or -1 and less before the year of use. */
export function wornYears(yearInUse: number, on: string): number {
  return yearOf(on) - yearInUse + (on.slice(5) === '12-31' ? 1 : 0)
}

/** A PC put in use in this year or later is within its useful life: something of it is not worn off yet. */
export function firstYearWithin({ usefulLifeYears }: { readonly usefulLifeYears: number }, on: string): number {
  return yearOf(on) - usefulLifeYears + 1 + (on.slice(5) === '12-31' ? 1 : 0)
}

const yearOf = (on: string): number => Number(on.slice(0, 4))
