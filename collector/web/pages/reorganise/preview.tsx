/** What the plan would do, as the collector says: what stands in its way, or which PCs go where, who will see them no more and who will see more. */
import type { Reorganised } from '@somay/shared/api/units.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { reorganiseText } from '../../text/reorganise.ts'
import { refOf } from './draft.ts'
import type { Plan } from './plan.ts'

export function Preview({ answer, plan, day }: { answer: Reorganised; plan: Plan; day: string }) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const { problems, moved, losingSight, gainingSight } = answer
  if (problems.length > 0)
    return (
      <section className="alerts plan-part" aria-labelledby="plan-problems">
        <h2 id="plan-problems">{say('problems')}</h2>
        <ul>
          {[...new Set(problems.map((problem) => problem[language]))].map((sentence) => (
            <li key={sentence}>
              <bdi>{sentence}</bdi>
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <section className="plan-part" aria-labelledby="plan-effects">
      <h2 id="plan-effects">{say('previewTitle')}</h2>
      <p>{effectsIn(answer, plan, language, (values) => say('effects', { day: formatDay(day), ...values }))}</p>
      {moved.length > 0 && <MovedTable moved={moved} plan={plan} />}
      {losingSight.length === 0 ? (
        <p className="soft">{say('losingNone')}</p>
      ) : (
        <p className="attention">
          {say('losing')} <bdi>{losingSight.join(', ')}</bdi>. <Link href="/people">{say('peoplePage')}</Link>{' '}
          <Link href="/api-tokens">{say('tokensPage')}</Link>
        </p>
      )}
      {gainingSight.length === 0 ? <p className="soft">{say('gainingNone')}</p> : <Gaining who={gainingSight} />}
    </section>
  )
}

function Gaining({ who }: { who: Reorganised['gainingSight'] }) {
  const say = useText(reorganiseText)
  return (
    <div className="attention">
      <p>{say('gaining')}</p>
      <ul>
        {who.map(({ who: name, units }) => (
          <li key={name}>
            <bdi>{name}</bdi>: <bdi>{units.join(', ')}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Figures = { readonly ended: string; readonly made: string; readonly pcs: string }

/** The three figures of a plan in a sentence of the caller's. */
export function effectsIn({ moved }: Reorganised, { draft }: Plan, language: 'vi' | 'en', sentence: (figures: Figures) => string): string {
  const pcs = moved.reduce((sum, one) => sum + one.pcs, 0)
  return sentence({
    ended: formatNumber(draft.ended.length, language),
    made: formatNumber(draft.made.length, language),
    pcs: formatNumber(pcs, language),
  })
}

function MovedTable({ moved, plan: { draft, labels } }: { moved: Reorganised['moved']; plan: Plan }) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const into = new Map(draft.ended.map((unit) => [unit.unitId, unit.into[0] ?? '']))
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('moving')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('from')}</th>
            <th scope="col" className="number">
              {say('moving')}
            </th>
            <th scope="col">{say('into')}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ unitId, pcs }) => (
            <tr key={unitId}>
              <th scope="row">
                <bdi>{labels.get(refOf(unitId)) ?? `#${unitId}`}</bdi>
              </th>
              <td className="number">{formatNumber(pcs, language)}</td>
              <td>
                <bdi>{labels.get(into.get(unitId) ?? '') ?? '–'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
