/** Counts PC by PC and day by day, as a person with the definitions would: what the one query must come to. */
import type { CountRule } from '#collector/counting/rule.ts'

/** Days are numbered from the first of the story, their noons being whole numbers: a day begins half before its own. `unit` null is out of the ledger. */
export type StoryPc = {
  readonly id: number
  readonly enrolled: number
  readonly stays: { readonly since: number; readonly unit: number | null }[]
  /** When it was marked as not to be connected; the end undefined: still. */
  readonly marks: { readonly since: number; readonly until: number | undefined }[]
  /** What each day told. */
  readonly days: Map<number, ReadonlySet<string>>
}

export function countByHand(pcs: readonly StoryPc[], day: number, rule: CountRule): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const pc of pcs) {
    const unit = unitOf(pc, day)
    if (unit === undefined) continue
    const key = `${unit} ${stateByHand(pc, day, rule)}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(counts).sort())
}

const endOf = (day: number): number => day + 0.5

/** Undefined where it was not in the ledger. */
export function unitOf({ stays }: StoryPc, day: number): number | undefined {
  return stays.findLast(({ since }) => since < endOf(day))?.unit ?? undefined
}

export function stateByHand(pc: StoryPc, day: number, { windowDays, silentDays }: CountRule): string {
  const told = (length: number) => {
    const said = new Set<string>()
    for (let back = 0; back < length; back++) for (const one of pc.days.get(day - back) ?? []) said.add(one)
    return said
  }
  const window = told(windowDays)
  if (pc.marks.some(({ since, until }) => since < endOf(day) && (until === undefined || until >= endOf(day)))) return 'exempt'
  if (window.has('internet')) return 'internet'
  if (told(silentDays).size === 0) return pc.enrolled < endOf(day - silentDays) ? 'silent' : 'unknown'
  if (window.has('reached') || window.has('wan-only')) return 'wan-only'
  if (window.has('lan-only') || window.has('captive')) return 'lan-only'
  return window.size > 0 ? 'stand-alone' : 'unknown'
}
