/** Chance that repeats: the same seed and name give the same choices on every machine, in any order of asking. */

/** mulberry32: 32 bits of state are plenty for office PCs, and the same numbers come out everywhere. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number
  below(limit: number): number
  /** True in `share` of the cases. */
  happens(share: number): boolean
  pick<T>(choices: readonly T[]): T
  /** Picks by weight; weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T
}

export function chanceOf(seed: number, name: string): Chance {
  let state = seed >>> 0
  for (let index = 0; index < name.length; index++) state = (Math.imul(state ^ name.charCodeAt(index), 0x01000193) + 0x9e3779b9) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    happens: (share) => next() < share,
    pick: (choices) => choices[below(choices.length)] as (typeof choices)[number],
    weighted(choices) {
      let rest = next() * choices.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of choices) {
        rest -= weight
        if (rest < 0) return value
      }
      return (choices.at(-1) as (typeof choices)[number])[1]
    },
  }
}
