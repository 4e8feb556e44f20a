/** Numbers of a unit as somebody types them, held against what stands. Pure. */
import type { StaffChange, StaffNumbers } from '@somay/shared/api/register.ts'

const FIELDS = ['staff', 'leaders', 'equipped', 'licensedAntivirus'] as const
type Field = (typeof FIELDS)[number]

export type Typed = Readonly<Record<Field, string>>

/** Why the numbers of a unit cannot be saved: the field that says so, and what is wrong with it. */
export type Wrong = { readonly field: Field; readonly why: 'noNumber' | 'moreEquipped' | 'moreLeaders' }

export function typedOf(numbers: Readonly<Record<Field, number | null>>): Typed {
  const text = (field: Field) => String(numbers[field] ?? '')
  return Object.fromEntries(FIELDS.map((field) => [field, text(field)])) as Typed
}

const MOST = 10_000_000

/** Empty is not known; undefined is no number. Points between the thousands are no fractions. */
function numberOf(text: string): number | null | undefined {
  const plain = text.trim().replaceAll(/[.,\s]/g, '')
  if (plain === '') return null
  return /^\d+$/.test(plain) && Number(plain) <= MOST ? Number(plain) : undefined
}

/** What is to be saved, and the units whose numbers cannot be. */
export function changesOf(
  { units }: StaffNumbers,
  typed: ReadonlyMap<number, Typed>,
): { readonly changes: StaffChange['units']; readonly wrong: ReadonlyMap<number, Wrong> } {
  const changes: StaffChange['units'] = []
  const wrong = new Map<number, Wrong>()
  for (const unit of units) {
    const own = typed.get(unit.unitId)
    if (!own) continue
    const read = readOf(own)
    if ('why' in read) wrong.set(unit.unitId, read)
    else if (FIELDS.some((field) => read[field] !== unit[field])) changes.push({ unitId: unit.unitId, ...read })
  }
  return { changes, wrong }
}

function readOf(typed: Typed): Readonly<Record<Field, number | null>> | Wrong {
  const noNumber = FIELDS.find((field) => numberOf(typed[field]) === undefined)
  if (noNumber) return { field: noNumber, why: 'noNumber' }
  const read = Object.fromEntries(FIELDS.map((field) => [field, numberOf(typed[field])])) as Readonly<Record<Field, number | null>>
  const { staff, leaders, equipped } = read
  const isMore = (part: number | null) => part !== null && staff !== null && part > staff
  if (isMore(leaders)) return { field: 'leaders', why: 'moreLeaders' }
  if (isMore(equipped)) return { field: 'equipped', why: 'moreEquipped' }
  return read
}
