/** What each outcome means, and from what it is told. */
import { useText } from '@somay/shared/react/language.tsx'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'
import { committedText } from '../../text/committed.ts'
import { OUTCOME_NAMES } from './outcome-names.ts'

const MEANS = {
  done: 'doneMeans',
  'not-yet': 'notYetMeans',
  differently: 'differentlyMeans',
  'cannot-tell': 'cannotTellMeans',
} as const

export function OutcomeNotes() {
  const say = useText(committedText)
  return (
    <section className="plan-section">
      <h2>{say('outcomesMean')}</h2>
      <dl className="term-list">
        {OUTCOME_NAMES.map((outcome) => (
          <div key={outcome}>
            <dt>
              <OutcomeMark outcome={outcome} />
            </dt>
            <dd>{say(MEANS[outcome])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
