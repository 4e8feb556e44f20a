/** Numbers of people as somebody types them, held against what stands. Pure. */
import type { StaffChange, StaffNumbers } from '@somay/shared/api/register.ts'

export type Typed = { readonly staff: string; readonly equipped: string }
type Numbers = { readonly staff: number | null; readonly equipped: number | null }

export function typedOf({ staff, equipped }: Numbers): Typed {
  return { staff: staff === null ? '' : String(staff), equipped: equipped === null ? '' : String(equipped) }
}

const MOST_PEOPLE = 10_000_000

/** Empty is not known; undefined is no number. Points between the thousands are no fractions. */
function numberOf(text: string): number | null | undefined {
  const plain = text.trim().replaceAll(/[.,\s]/g, '')
  if (plain === '') return null
  return /^\d+$/.test(plain) && Number(plain) <= MOST_PEOPLE ? Number(plain) : undefined
}

/** What is to be saved, and the units whose numbers cannot be. */
export function changesOf(
  { units }: StaffNumbers,
  typed: ReadonlyMap<number, Typed>,
): { readonly changes: StaffChange['units']; readonly wrong: ReadonlySet<number> } {
  const changes: StaffChange['units'] = []
  const wrong = new Set<number>()
  for (const { unitId, staff, equipped } of units) {
    const own = typed.get(unitId)
    if (!own) continue
    const [people, withPc] = [numberOf(own.staff), numberOf(own.equipped)]
    if (people === undefined || withPc === undefined || (people !== null && withPc !== null && withPc > people)) wrong.add(unitId)
    else if (people !== staff || withPc !== equipped) changes.push({ unitId, staff: people, equipped: withPc })
  }
  return { changes, wrong }
}
