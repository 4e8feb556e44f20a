/** The sentence itself: how many of how many, both rates, and what the others are. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { COUNT_STATES } from '@somay/shared/text/choices.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { STATE_NAMES, sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { countsText } from '../../text/counts.ts'
import { FigureLink } from './figure-link.tsx'
import type { CountView } from './url-state.ts'

export function Answer({ counts, view }: { counts: Counts; view: CountView }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const { connected, all, allowed } = sumsOf(counts.total)
  const dated = { ...view, asOf: counts.asOf }
  // Below one unit every block is part of its total.
  const blocks = view.unit === undefined ? counts.blocks : []
  const day = formatDay(counts.asOf)
  if (all === 0) {
    const { outside, of, since } = counts
    // Who may see nothing is not told that there is nothing.
    if (of?.length === 0) return <p className="attention no-figures">{say('noScope')}</p>
    if (since !== undefined) return <p className="soft no-figures">{say('beforeLedger', { day, since: formatDay(since) })}</p>
    const none = view.unit !== undefined ? 'noneInUnit' : sumsOf(outside).all > 0 ? 'noneInTotal' : of ? 'noneInUnits' : 'none'
    return <p className="soft no-figures">{say(none, { day })}</p>
  }
  return (
    <>
      <p className="sentence">
        <b>
          <FigureLink count={connected} view={dated} figure={{ states: ['internet'], blocks }} />
          {' / '}
          <FigureLink count={all} view={dated} figure={{ states: [], blocks }} />
        </b>{' '}
        {say('connected')} <b>{formatRate(connected, all, language)}</b>{' '}
        <span className="soft">{say(counts.isOver ? 'onDay' : 'onDayYet', { day })}</span>
      </p>
      {allowed !== all && (
        <p className="soft">
          {say('allowed', { allowed: formatNumber(allowed, language), rate: formatRate(connected, allowed, language) })}
        </p>
      )}
      <ul className="states" aria-label={say('others')}>
        {STATE_NAMES.filter((state) => state !== 'internet').map((state) => (
          <li key={state}>
            <StateMark state={state} label={COUNT_STATES[state][language]} />{' '}
            <b>
              <FigureLink
                count={counts.total[state]}
                view={dated}
                figure={{ states: [state], blocks }}
                label={COUNT_STATES[state][language]}
              />
            </b>
          </li>
        ))}
      </ul>
    </>
  )
}
