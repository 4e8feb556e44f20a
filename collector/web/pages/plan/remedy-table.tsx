/** How many PCs need which remedy, works that are done by hand too, each with its list. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { REMEDY_KINDS, REMEDY_WORDS } from '@somay/shared/text/plan.ts'
import { planText } from '../../text/plan.ts'
import { PcsLink } from './pcs-link.tsx'
import type { PlanView } from './url-state.ts'

export function RemedyTable({ plan, view }: { readonly plan: Plan; readonly view: PlanView }) {
  const say = useText(planText)
  const { language } = useLanguage()
  return (
    <div className="count-frame narrow-frame">
      <table className="count-table remedy-table">
        <caption className="visually-hidden">{say('remedies')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('remedy')}</th>
            <th scope="col" className="number">
              {say('pcs')}
            </th>
            <th scope="col">{say('how')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.remedies.map(({ remedy, pcs }) => (
            <tr key={remedy}>
              <th scope="row">{REMEDY_WORDS[remedy][language]}</th>
              <td className="number">
                <PcsLink count={pcs} view={view} filter={{ remedy }} label={REMEDY_WORDS[remedy][language]} />
              </td>
              <td className="soft">{say(REMEDY_KINDS[remedy] === 'work' ? 'byHand' : 'bought')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
