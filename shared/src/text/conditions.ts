/** What a PC is on a date beside its connectivity, as the committee's table asks: its case, its system's support, its updates. */
import { PATCH_AGES, SUPPORT_STATES } from './patches.ts'
import type { Words } from './words.ts'

/** All-in-ones and minis stand on desks. */
export const CASINGS = {
  desktop: { vi: 'để bàn', en: 'desktop' },
  laptop: { vi: 'xách tay', en: 'laptop' },
  other: { vi: 'máy chủ, máy ảo', en: 'server, virtual' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
} as const satisfies Record<string, Words>

/** Each PC has one value of each aspect. */
export const CONDITIONS = { casing: CASINGS, support: SUPPORT_STATES, patchAge: PATCH_AGES } as const

export type Aspect = keyof typeof CONDITIONS
export type ConditionValue<A extends Aspect = Aspect> = A extends Aspect ? keyof (typeof CONDITIONS)[A] : never
export type KnownCondition<A extends Aspect = Aspect> = Exclude<ConditionValue<A>, 'unknown'>

export const ASPECTS = Object.keys(CONDITIONS) as readonly Aspect[]

export const ASPECT_WORDS: Readonly<Record<Aspect, Words>> = {
  casing: { vi: 'Loại máy', en: 'Kind of PC' },
  support: { vi: 'Hỗ trợ của HĐH', en: 'Support of the system' },
  patchAge: { vi: 'Bản vá', en: 'Updates' },
}

/** Those of the committee's column "lacks updates for more than 30 days". */
export const LONG_UNPATCHED: readonly KnownCondition<'patchAge'>[] = ['up-to-90', 'over-90']

export const SHORT_UNPATCHED: readonly KnownCondition<'patchAge'>[] = ['none', 'up-to-30']

export function knownValues<A extends Aspect>(aspect: A): readonly KnownCondition<A>[] {
  return Object.keys(CONDITIONS[aspect]).filter((value) => value !== 'unknown') as KnownCondition<A>[]
}
