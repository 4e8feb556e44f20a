/** What the fields of a plan come to: the version chosen, with what the address changes beside it. Pure. */
import type { Policy, Prices } from '@somay/shared/api/policies.ts'
import { ITEM_NAMES, type Item } from '@somay/shared/text/plan.ts'
import { THRESHOLD_NAMES } from './thresholds.ts'
import { type PlanKey, type PlanView, priceKey, withKey } from './url-state.ts'

export type Value = number | boolean

/** `base` where the address says nothing, or nothing that could be meant. */
function valueIn<V extends Value>(text: string | undefined, base: V): V {
  if (text === undefined) return base
  if (typeof base === 'boolean') return (text === 'true' || text === 'false' ? text === 'true' : base) as V
  return (/^\d{1,15}$/.test(text) ? Number(text) : base) as V
}

export function policyIn(view: PlanView, base: Policy): Policy {
  return Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, valueIn<Value>(view[name], base[name])])) as unknown as Policy
}

/** What a book has no price for may be given one in the address. */
function priceIn(text: string | undefined, base: number | undefined): number | undefined {
  return base === undefined && /^\d{1,15}$/.test(text ?? '') ? Number(text) : base === undefined ? undefined : valueIn(text, base)
}

export function pricesIn(view: PlanView, base: Prices): Prices {
  return Object.fromEntries(
    ITEM_NAMES.flatMap((item) => {
      const dong = priceIn(view[priceKey(item)], base[item])
      return dong === undefined ? [] : [[item, dong]]
    }),
  ) as Prices
}

export function changedThresholds(view: PlanView, base: Policy): readonly (keyof Policy)[] {
  const own = policyIn(view, base)
  return THRESHOLD_NAMES.filter((name) => own[name] !== base[name])
}

export function changedPrices(view: PlanView, base: Prices): readonly Item[] {
  const own = pricesIn(view, base)
  return ITEM_NAMES.filter((item) => own[item] !== base[item])
}

/** What is as the version has it stands in no address. */
export function withValue(view: PlanView, key: PlanKey, value: Value | undefined, base: Value | undefined): PlanView {
  return withKey(view, key, value === base ? undefined : value)
}

/** The version of an address; without one that which the collector used, or until that is known one of the default. */
export function chosen<V extends { readonly id: number; readonly isDefault: boolean }>(
  versions: readonly V[],
  asked: string | undefined,
  used: number | undefined,
): V | undefined {
  if (asked !== undefined) return versions.find((one) => String(one.id) === asked)
  return versions.find(({ id }) => id === used) ?? versions.find(({ isDefault }) => isDefault) ?? versions.at(-1)
}
