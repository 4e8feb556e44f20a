/** What the figures of people and of the staff norm mean, under the table of units. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { staffOf } from '@somay/shared/text/plan-staff.ts'
import { staffNotes } from '@somay/shared/text/staff-notes.ts'
import { planText } from '../../text/plan.ts'

export function StaffMeans({ plan: { rows, terms } }: { readonly plan: Plan }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const { leaderPcs } = terms.policy.policy
  return (
    <>
      <p className="note">{say('staffMeans')}</p>
      <p className="note">{staffNotes(staffOf(rows), { leaderPcs, language }).join(' ')}</p>
    </>
  )
}
