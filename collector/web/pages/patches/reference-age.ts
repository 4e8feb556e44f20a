/** Whether the tables of reference are so old that updates may have come out since which they do not hold. Pure. */

const OLD_DAYS = 45
const DAY_MS = 86_400_000

export function isOld({ lifecycle, builds }: { readonly lifecycle: string; readonly builds: string }, nowMs: number): boolean {
  return [lifecycle, builds].some((day) => nowMs - Date.parse(day) > OLD_DAYS * DAY_MS)
}
