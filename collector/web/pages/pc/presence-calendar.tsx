/** On which days the PC was there and how far it reached, month by month: squares for eyes, numbers for everyone. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { usePresence } from '../../api/pcs.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { pcText } from '../../text/pc.ts'
import { countOf, DAY_KINDS, type DayKind, daysOf, type Month } from './presence-days.ts'

const WORDS = {
  internet: 'dayInternet',
  reached: 'dayReached',
  lan: 'dayLan',
  sampled: 'daySampled',
  powered: 'dayPowered',
} as const satisfies Record<DayKind, keyof typeof pcText>

const STEP_PX = 16
const SIDE_PX = 12

export function PresenceCalendar({ id }: { id: string }) {
  const say = useText(pcText)
  const sayPart = useText(partsText)
  const presence = usePresence(id)
  const months = presence.data
  return (
    <section className="presence" id="presence" aria-labelledby="presence-title">
      <h2 id="presence-title">{say('presenceTitle')}</h2>
      {presence.error && <ErrorPanel error={presence.error} onRetry={() => void presence.refetch()} />}
      {presence.isPending && <p className="soft">{sayPart('loading')}</p>}
      {months?.length === 0 && <p className="soft">{say('noPresence')}</p>}
      {months !== undefined && months.length > 0 && (
        <>
          <ul>
            {DAY_KINDS.map((kind) => (
              <li key={kind}>
                <svg width={STEP_PX} height={STEP_PX} aria-hidden="true">
                  <rect x={1} y={2} width={SIDE_PX} height={SIDE_PX} className={`day ${kind}`} />
                </svg>
                {say(WORDS[kind])}
              </li>
            ))}
          </ul>
          <p className="note">{say('presenceNote')}</p>
          <MonthTable months={months} />
        </>
      )}
    </section>
  )
}

function MonthTable({ months }: { months: readonly Month[] }) {
  const say = useText(pcText)
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('presenceTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('month')}</th>
            <th scope="col">{say('daysOfMonth')}</th>
            <th scope="col" className="number">
              {say('internetDays')}
            </th>
            <th scope="col" className="number">
              {say('reachedDays')}
            </th>
            <th scope="col" className="number">
              {say('usedDays')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <MonthRow key={month.month} month={month} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MonthRow({ month }: { month: Month }) {
  const say = useText(pcText)
  const { language } = useLanguage()
  const days = daysOf(month)
  const told = countOf(month.useTold)
  const [used, known] = [countOf(month.used), told].map((count) => formatNumber(count, language)) as [string, string]
  return (
    <tr>
      <th scope="row">{`${month.month % 100}/${Math.floor(month.month / 100)}`}</th>
      <td>
        {/* The numbers beside it say the same; each square says its day to a pointer. */}
        <svg width={31 * STEP_PX} height={STEP_PX} aria-hidden="true">
          {days.map((kind, place) => (
            <rect key={place} x={place * STEP_PX + 1} y={2} width={SIDE_PX} height={SIDE_PX} className={`day ${kind ?? ''}`}>
              <title>{kind ? `${place + 1}: ${say(WORDS[kind])}` : String(place + 1)}</title>
            </rect>
          ))}
        </svg>
      </td>
      <td className="number">{formatNumber(countOf(month.internet), language)}</td>
      <td className="number">{formatNumber(countOf(month.reached), language)}</td>
      <td className="number">{told === 0 ? say('notTold') : say('ofTold', { used, told: known })}</td>
    </tr>
  )
}
