/** A plan as a caller asked for it: its terms, within what the caller may see. */
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import type { Scope } from '../../access/access.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import type { PlanAsked } from './plan-groups.ts'
import { type PlanPlace, termsAsked } from './terms.ts'

export async function planAsked(place: PlanPlace, query: PlanQuery, scope: Scope): Promise<PlanAsked> {
  await expectUnit(place.database, scope, query.unit)
  return { terms: await termsAsked(place, query), scope, unit: query.unit, at: place.now(), timeZone: place.timeZone }
}
