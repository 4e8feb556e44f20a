/** How many were connected at the end of each of the last months: bars that print, and the same as a table. */
import type { Trend as TrendAnswer } from '@somay/shared/api/trend.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { useTrend } from '../../api/counts.ts'
import { countsText } from '../../text/counts.ts'
import { type CountView, OVERVIEW, pageParameters } from './url-state.ts'

type Day = TrendAnswer['days'][number]

const STEP_PX = 58
const BAR_PX = 40
const HEIGHT_PX = 56
/** Above the bars their rates, below them their months. */
const LINE_PX = 16

export function Trend({ view }: { view: CountView }) {
  const say = useText(countsText)
  const { data } = useTrend(view)
  // Before the first PC there is nothing to show.
  const days = data?.days.filter(({ figures }) => sumsOf(figures).all > 0) ?? []
  const last = data?.days.at(-1)?.day
  if (days.length < 2) return null
  return (
    <section className="trend" aria-label={say('trend')}>
      <Bars days={days} last={last} view={view} />
      <details>
        <summary>{say('trendTable')}</summary>
        <TrendTable days={days} view={view} />
      </details>
    </section>
  )
}

/** `last` is the last whole day, on which a unit may be no more. */
function Bars({ days, last, view }: { days: readonly Day[]; last: string | undefined; view: CountView }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const width = days.length * STEP_PX
  return (
    <svg width={width} height={HEIGHT_PX + 2 * LINE_PX + 4} role="img" aria-label={say('trendSays', { table: say('trendTable') })}>
      <line x1={0} x2={width} y1={HEIGHT_PX + LINE_PX} y2={HEIGHT_PX + LINE_PX} className="axis" />
      {days.map(({ day, figures }, place) => {
        const { connected, all } = sumsOf(figures)
        const height = (connected / all) * HEIGHT_PX
        const middle = place * STEP_PX + STEP_PX / 2
        const shown = (view.asOf ?? last) === day
        return (
          <g key={day}>
            <title>{`${formatDay(day)}: ${formatNumber(connected, language)} / ${formatNumber(all, language)}`}</title>
            <rect
              x={middle - BAR_PX / 2}
              y={LINE_PX + HEIGHT_PX - height}
              width={BAR_PX}
              height={height}
              className={shown ? 'bar shown' : 'bar'}
            />
            <text x={middle} y={LINE_PX + HEIGHT_PX - height - 4}>
              {formatRate(connected, all, language)}
            </text>
            <text x={middle} y={HEIGHT_PX + 2 * LINE_PX - 1}>
              {monthOf(day, day === last)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** "9/2016"; of the last day, which is no end of a month, all of it. */
function monthOf(day: string, isLast: boolean): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return isLast ? `${date}/${month}` : `${Number(month)}/${year}`
}

function TrendTable({ days, view }: { days: readonly Day[]; view: CountView }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  return (
    <table className="count-table plain-rows">
      <caption className="visually-hidden">{say('trend')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('asOf')}</th>
          <th scope="col" className="number">
            {say('all')}
          </th>
          <th scope="col" className="number">
            {say('connectedShort')}
          </th>
          <th scope="col" className="number">
            {say('rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, figures }) => {
          const { connected, all } = sumsOf(figures)
          return (
            <tr key={day}>
              <th scope="row">
                <Link href={`${OVERVIEW}?${pageParameters({ ...view, asOf: day })}`}>{formatDay(day)}</Link>
              </th>
              <td className="number">{formatNumber(all, language)}</td>
              <td className="number">{formatNumber(connected, language)}</td>
              <td className="number">{formatRate(connected, all, language)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
