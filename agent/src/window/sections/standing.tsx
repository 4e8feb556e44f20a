/** How this PC stands with its collector: one sentence, the dates behind it, and what a person may do about it. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { choiceText, STATES } from '@somay/shared/text/choices.ts'
import { formatAge } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { reasonText, UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Answer } from '../../preload/messages.ts'
import { Moment } from '../parts/moment.tsx'
import { Pair } from '../parts/pair.tsx'
import { standingText } from '../text/standing.ts'
import { PlacementForm } from './placement-form.tsx'
import { ReportNow } from './report-now.tsx'

type Status = Answer<'status'>

export function Standing({ status, onChange }: { status: Status; onChange: () => void }) {
  return (
    <>
      <Connection connectivity={status.connectivity} />
      <NotEnrolled state={status.enrolment.state} />
      <Dates status={status} />
      <div className="two">
        <ReportNow round={status.round} onAsked={onChange} />
        <PlacementForm />
      </div>
    </>
  )
}

const MARKS: Readonly<Record<string, string>> = {
  internet: 'good',
  'wan-only': 'attention',
  'lan-only': 'attention',
  captive: 'attention',
  offline: 'bad',
}

function Connection({ connectivity }: { connectivity: Status['connectivity'] }) {
  const { language } = useLanguage()
  const say = useText(standingText)
  return (
    <p className="answer">
      <span className="soft">{say('connection')}: </span>
      {connectivity === undefined ? (
        <span className="state state-unknown">{say('notMeasured')}</span>
      ) : typeof connectivity.state === 'string' ? (
        <strong className={`state state-${MARKS[connectivity.state] ?? 'unknown'}`}>
          {choiceText(STATES, connectivity.state, language)}
        </strong>
      ) : (
        <>
          <strong className="state state-unknown">{UNKNOWN_WORD[language]}</strong>{' '}
          <span className="why">{reasonText(connectivity.state.unknown, language)}</span>
        </>
      )}
      {connectivity && (
        <span className="soft"> · {say('measured', { age: formatAge(Date.parse(connectivity.at), Date.now(), language) })}</span>
      )}
    </p>
  )
}

function NotEnrolled({ state }: { state: Status['enrolment']['state'] }) {
  const say = useText(standingText)
  if (state === 'enrolled') return null
  return (
    <div className="hint" role="status">
      <p className="error-what">{say(state === 'none' ? 'notEnrolled' : 'refusedEnrolment')}</p>
      <p>{say(state === 'none' ? 'notEnrolledTodo' : 'refusedTodo')}</p>
    </div>
  )
}

function Dates({ status }: { status: Status }) {
  const say = useText(standingText)
  const { language } = useLanguage()
  const { enrolment, lastContactAt, nextContactAt, restsUntil, lastError, rejected } = status
  return (
    <dl className="pairs standing">
      <Pair title={say('lastContact')}>{lastContactAt === undefined ? say('never') : <Moment at={lastContactAt} />}</Pair>
      {restsUntil !== undefined ? (
        <Pair title={say('rests')}>
          <Moment at={restsUntil} exact />
        </Pair>
      ) : (
        nextContactAt !== undefined && (
          <Pair title={say('nextContact')}>
            <Moment at={nextContactAt} exact />
          </Pair>
        )
      )}
      <Pair title={say('waiting')}>{formatNumber(status.waiting, language)}</Pair>
      <Pair title={say('samples')}>{formatNumber(status.samplesWaiting, language)}</Pair>
      <Pair title={say('collector')}>
        <bdi>{status.collectorUrl ?? say('noCollector')}</bdi>
      </Pair>
      {enrolment.state === 'enrolled' && enrolment.since !== undefined && (
        <Pair title={say('enrolment')}>
          <Enrolled pc={enrolment.pcId ?? 0} since={enrolment.since} />
        </Pair>
      )}
      <Pair title={say('agent')}>
        <RunningSince version={status.agentVersion} since={status.runningSince} />
      </Pair>
      {lastError && (
        <Pair title={say('lastError')}>
          <Moment at={lastError.at} />
          <br />
          {lastError.sentence}
        </Pair>
      )}
      {rejected.length > 0 && (
        <Pair title={say('rejected')}>
          {rejected.map(({ name, reason }) => (
            <p key={name}>{reason}</p>
          ))}
        </Pair>
      )}
    </dl>
  )
}

function Enrolled({ pc, since }: { pc: number; since: string }) {
  const say = useText(standingText)
  const [before, after] = say('enrolled', { pc: String(pc), since: '\n' }).split('\n')
  return (
    <>
      {before}
      <Moment at={since} exact />
      {after}
    </>
  )
}

function RunningSince({ version, since }: { version: string; since: string }) {
  const say = useText(standingText)
  const [before, after] = say('runningSince', { version, since: '\n' }).split('\n')
  return (
    <>
      {before}
      <Moment at={since} exact />
      {after}
    </>
  )
}
