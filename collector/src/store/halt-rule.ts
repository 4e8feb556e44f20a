/** When a rollout halts by itself. Pure. */
import { LEAST_BAD, MOST_BAD_PERCENT } from '@somay/shared/text/halt-rule.ts'

/** `ended`: PCs on which the update ended, however; `bad`: of them those that it did not bring to the new version. */
export function mustHalt({ ended, bad }: { readonly ended: number; readonly bad: number }): boolean {
  return bad >= LEAST_BAD && bad * 100 > MOST_BAD_PERCENT * ended
}
