/** What a PC is, as far as its verdict and its price ask: by name, and as one number that is kept with its measures. 0 where nothing was read. */
import { isUnknown } from '@somay/shared/unknown.ts'
import type { Measures } from './measures/measures.ts'
import type { Casing, Gathered } from './settle.ts'

export type PcClass = Pick<Gathered, 'nature' | 'casing' | 'system' | 'memory'>
type Part = keyof PcClass

/** In the order in which they are packed, what each may be by its number; `memory` on top, so that it can be left out. */
export const CLASS_VALUES = {
  nature: ['unknown', 'office', 'virtual', 'server'],
  casing: ['unknown', 'desktop', 'laptop'],
  system: ['unknown', 'windows', 'other'],
  memory: ['unknown', 'ddr3', 'ddr4', 'ddr5', 'other'],
} as const satisfies { readonly [P in Part]: readonly PcClass[P][] }
const PARTS = Object.keys(CLASS_VALUES) as readonly Part[]

/** Every number of a class is below; what is left of one by `WITHOUT_MEMORY` has no type of memory. */
export const CLASSES_END = PARTS.reduce((end, part) => end * CLASS_VALUES[part].length, 1)
export const WITHOUT_MEMORY = CLASSES_END / CLASS_VALUES.memory.length

export function classOf({ portable, nature, memoryType, osFamily }: Measures): PcClass {
  return {
    nature: isUnknown(nature) ? 'unknown' : nature,
    casing: casingOf(portable),
    system: isUnknown(osFamily) ? 'unknown' : osFamily === 'windows' ? 'windows' : 'other',
    memory: isUnknown(memoryType) ? 'unknown' : memoryType,
  }
}

export function casingOf(portable: Measures['portable']): Casing {
  return isUnknown(portable) ? 'unknown' : portable ? 'laptop' : 'desktop'
}

export function numberOfClass(pcClass: PcClass): number {
  return PARTS.reduceRight((number, part) => number * CLASS_VALUES[part].length + placeOf(part, pcClass[part]), 0)
}

export function classOfNumber(number: number): PcClass {
  const pcClass: Record<string, string | undefined> = {}
  let above = number
  for (const part of PARTS) {
    const values = CLASS_VALUES[part]
    pcClass[part] = values[above % values.length]
    above = Math.floor(above / values.length)
  }
  return pcClass as PcClass
}

function placeOf(part: Part, value: string): number {
  const place = (CLASS_VALUES[part] as readonly string[]).indexOf(value)
  if (place < 0) throw new Error(`${part} "${value}" has no number in plan/pc-class.ts`)
  return place
}
