/** What happened to the PC itself: when it enrolled, whether its key was found on another PC, which bundles came of it and how. */
import type { Carried } from '@somay/shared/api/bundles.ts'
import type { PcEvent, PcPage } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { Link } from 'wouter'
import { usePermission } from '../../api/session.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { Filled } from '../../parts/filled.tsx'
import { pcText } from '../../text/pc.ts'
import { SplitDeed } from './split-deed.tsx'

const SENTENCES = {
  enrolled: 'eventEnrolled',
  'enrolled-again': 'eventEnrolledAgain',
  'enrolled-alike': 'eventEnrolledAlike',
  'key-shared': 'eventKeyShared',
  'key-renewed': 'eventKeyRenewed',
  'key-rotated': 'eventKeyRotated',
  'split-off': 'eventSplitOff',
} as const satisfies Record<string, keyof typeof pcText>

export function Events({ pc }: { pc: PcPage }) {
  const say = useText(pcText)
  const mayDecide = usePermission('move-pcs') && pc.mergedInto === undefined && !pc.retired
  return (
    <section className="events" aria-labelledby="events-title">
      <h2 id="events-title">{say('events')}</h2>
      {pc.events.map((event) => (
        <div className="fact" key={`${event.at} ${event.kind}`}>
          <time className="fact-margin" dateTime={new Date(event.at).toISOString()}>
            {formatDateTime(event.at, currentTimeZone())}
          </time>
          <p className="fact-body">
            <Sentence event={event} /> {mayDecide && <SplitDeed pc={pc} event={event} />}
          </p>
        </div>
      ))}
    </section>
  )
}

const STEPS = {
  moved: 'eventMoved',
  retired: 'eventRetired',
  returned: 'eventReturned',
  'went-along': 'eventWentAlong',
} as const satisfies Record<string, keyof typeof pcText>

const MARKS = {
  exempted: 'eventExempted',
  'exemption-ended': 'eventExemptionEnded',
  merged: 'eventMerged',
  'merge-undone': 'eventMergeUndone',
  'told-apart': 'eventToldApart',
  split: 'eventSplit',
} as const satisfies Record<string, keyof typeof pcText>

function Sentence({ event: { kind, otherPcId, carried, step, who } }: { event: PcEvent }) {
  const say = useText(pcText)
  if (carried) return <BundleSentence carried={carried} />
  if (step && Object.hasOwn(STEPS, kind))
    return (
      <>
        {say(STEPS[kind as keyof typeof STEPS], { who: step.who, from: step.from, to: step.to ?? '' })}
        {step.day !== undefined && ` ${say('eventHoldsFrom', { day: formatDay(step.day) })}`}
      </>
    )
  if (who !== undefined && Object.hasOwn(MARKS, kind))
    return (
      <>
        {say(MARKS[kind as keyof typeof MARKS], { who })}
        {otherPcId !== undefined && <OtherPc id={otherPcId} />}
      </>
    )
  // A newer collector may have written kinds that these pages cannot name.
  if (!Object.hasOwn(SENTENCES, kind)) return kind
  const sentence = say(SENTENCES[kind as keyof typeof SENTENCES])
  if (otherPcId === undefined) return sentence
  return (
    <>
      {sentence}
      <OtherPc id={otherPcId} />
    </>
  )
}

function OtherPc({ id }: { id: number }) {
  const say = useText(pcText)
  return (
    <>
      {' '}
      <Link href={`/pcs/${id}`}>{say('otherPc', { id })}</Link>.
    </>
  )
}

function BundleSentence({ carried: { who, carriedBy, madeAt } }: { carried: Carried }) {
  const say = useText(pcText)
  const places = { who: <bdi>{who}</bdi>, carriedBy: <bdi>{carriedBy}</bdi>, madeAt: formatDateTime(madeAt, currentTimeZone()) }
  return <Filled text={say(carriedBy === who ? 'eventBundleBySame' : 'eventBundle')} places={places} />
}
