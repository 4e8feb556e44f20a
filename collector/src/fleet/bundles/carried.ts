/** How an imported bundle came, as its event keeps it. */
import type { Carried } from '@somay/shared/api/bundles.ts'

/** `detail` is that of an event of the kind `bundle-imported`. */
export function carriedOf(who: string, detail: string): Carried {
  const { carriedBy, madeAt } = JSON.parse(detail) as Omit<Carried, 'who'>
  return { who, carriedBy, madeAt }
}
