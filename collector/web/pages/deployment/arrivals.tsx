/** PCs that joined the unit since the page was opened or in a longer span, the last first, and how far each has come; asked again while somebody looks. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useId } from 'react'
import { Link } from 'wouter'
import { useArrivals } from '../../api/arrivals.ts'
import { Age } from '../../parts/age.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { deploymentText, spanNames } from '../../text/deployment.ts'
import { partsText } from '../../text/parts.ts'
import { type Arrival, arrivalsAddress } from './arrived.ts'
import { type DeploymentView, SPANS, type Span } from './url-state.ts'

type Props = { readonly view: DeploymentView; readonly show: (view: DeploymentView) => void }

export function Arrivals({ view, show }: Props) {
  const say = useText(deploymentText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const id = useId()
  const { list, since } = useArrivals(view)
  const arrivals = list.data
  const number = (count: number) => formatNumber(count, language)
  return (
    <section aria-labelledby={`${id}-title`}>
      <div className="as-of-line">
        <h2 id={`${id}-title`}>{say('arrivals')}</h2>
        <label htmlFor={id}>{say('since')}</label>
        <select id={id} value={view.since} onChange={({ target }) => show({ ...view, since: target.value as Span })}>
          {SPANS.map((span) => (
            <option key={span} value={span}>
              {spanNames[span][language]}
            </option>
          ))}
        </select>
      </div>
      {/* What changed is said; the whole table is not read out again. */}
      <p role="status" aria-live="polite" className="soft">
        {list.isPending && !list.error && sayPart('loading')}
        {arrivals?.total === 0 && say('noArrivals')}
        {arrivals !== undefined && arrivals.total > 0 && (
          <>
            {say('arrivedSum', { arrived: number(arrivals.total), reported: number(arrivals.reported), waiting: number(arrivals.waiting) })}
            {arrivals.total > arrivals.rows.length && ` ${say('newestOnly', { shown: number(arrivals.rows.length) })}`}
          </>
        )}
      </p>
      {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {arrivals !== undefined && arrivals.total > 0 && (
        <>
          <div className="count-frame">
            <table className="count-table plain-rows narrow-table">
              <caption className="visually-hidden">{say('arrivals')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('pc')}</th>
                  <th scope="col">{say('joined')}</th>
                  <th scope="col">{say('firstReport')}</th>
                </tr>
              </thead>
              <tbody>
                {arrivals.rows.map((arrival) => (
                  <ArrivalRow key={arrival.id} arrival={arrival} nowMs={arrivals.at} />
                ))}
              </tbody>
            </table>
          </div>
          {since !== undefined && (
            <p>
              <Link href={arrivalsAddress(view.unit, since)}>{say('allArrivals')}</Link>
            </p>
          )}
        </>
      )}
    </section>
  )
}

const MARKS = { reported: 'good', contacted: 'attention', enrolled: 'unknown' } as const

function ArrivalRow({ arrival: { id, name, enrolledAt, state }, nowMs }: { arrival: Arrival; nowMs: number }) {
  const say = useText(deploymentText)
  return (
    <tr>
      <th scope="row">
        <Link href={`/pcs/${id}`}>
          <bdi>{name}</bdi>
        </Link>
      </th>
      <td>
        <Age atMs={enrolledAt} nowMs={nowMs} />
      </td>
      <td>
        <span className={`state state-${MARKS[state]}`}>{say(state)}</span>
      </td>
    </tr>
  )
}
