/** Readiness for Windows 11 as lists have it: what stands in the way by name, without the values of the PC. */
import type { ReadinessTold } from '@somay/shared/api/windows-11.ts'
import type { Readiness } from '../../plan/windows-11.ts'

export function readinessTold({ state, hinders, missing }: Readiness): ReadinessTold {
  return { state, hinders: hinders.map(({ rule }) => rule), missing: [...missing] }
}
