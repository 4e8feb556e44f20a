/** The list of kept scenarios, with the terms in view on the page of planning first: tick two or three of them. */
import type { Scenarios } from '@somay/shared/api/committed-plans.ts'
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { Link } from 'wouter'
import { usePermission } from '../../api/session.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { scenariosText } from '../../text/scenarios.ts'
import { viewOf } from '../plan/asked.ts'
import { planAddress } from '../plan/url-state.ts'
import { type ChoiceId, MOST, NOW } from './choice.ts'
import { ScenarioTerms } from './scenario-terms.tsx'

type Scenario = Scenarios['scenarios'][number]
type Props = {
  readonly scenarios: readonly Scenario[]
  /** What the page of planning asks for. */
  readonly now: PlanQuery
  readonly ids: readonly ChoiceId[]
  readonly onChoose: (id: ChoiceId) => void
  readonly onRemove: (scenario: Scenario) => void
}

export function ScenarioList({ scenarios, now, ids, onChoose, onRemove }: Props) {
  const say = useText(scenariosText)
  const mayMake = usePermission('make-plans') === true
  const isFull = ids.length >= MOST
  const tick = (id: ChoiceId, name: string) => (
    <td className="tick-cell">
      <input
        type="checkbox"
        aria-label={say('chooseOne', { name })}
        checked={ids.includes(id)}
        disabled={isFull && !ids.includes(id)}
        onChange={() => onChoose(id)}
      />
    </td>
  )
  return (
    <>
      <p className="note screen-only" aria-live="polite">
        {say(isFull ? 'mostThree' : 'how')}
      </p>
      <div className="count-frame">
        <table className="count-table plain-rows scenario-table">
          <caption className="visually-hidden">{say('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('choose')}</th>
              <th scope="col">{say('scenario')}</th>
              <th scope="col">{say('terms')}</th>
              <th scope="col">{say('kept')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            <tr>
              {tick(NOW, say('now'))}
              <th scope="row">
                <Link href={planAddress(viewOf(now))}>{say('now')}</Link>
              </th>
              <td>
                <ScenarioTerms asked={now} />
              </td>
              <td className="soft">{say('nowMeans')}</td>
              <td />
            </tr>
            {scenarios.map((scenario) => {
              const { id, name, who, at, own, asked } = scenario
              return (
                <tr key={id}>
                  {tick(id, name)}
                  <th scope="row">
                    <Link href={planAddress(viewOf(asked))}>
                      <bdi>{name}</bdi>
                    </Link>
                  </th>
                  <td>
                    <ScenarioTerms asked={asked} />
                  </td>
                  <td>
                    <bdi>{say('keptBy', { at: formatDateTime(at, currentTimeZone()), who })}</bdi>
                  </td>
                  <td>
                    {own && mayMake && (
                      <button type="button" className="quiet" aria-label={say('removeOne', { name })} onClick={() => onRemove(scenario)}>
                        {say('remove')}
                      </button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}
