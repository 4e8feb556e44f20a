/** "Report now": a button, the three steps while they run, and how it ended. */

import { useManner, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { useState } from 'react'
import type { Answer } from '../../preload/messages.ts'
import { bridge } from '../bridge.ts'
import { roundText } from '../text/standing.ts'

type Round = Answer<'status'>['round']

const STEPS = ['sample', 'inventory', 'contact'] as const

export function ReportNow({ round, onAsked }: { round: Round; onAsked: () => void }) {
  const say = useText(roundText)
  const { timeZone } = useManner()
  const [problem, setProblem] = useState<{ key: 'resting' | 'failed'; until: string }>()
  const isRunning = round.state === 'running'

  async function ask() {
    setProblem(undefined)
    const asked = await bridge().reportNow()
    if (asked.kind !== 'answered') setProblem({ key: 'failed', until: '' })
    else if (asked.value.state === 'resting') setProblem({ key: 'resting', until: asked.value.until ?? '' })
    onAsked()
  }

  return (
    <section className="panel" aria-labelledby="report-now-title">
      <h2 id="report-now-title">{say('title')}</h2>
      <p className="note">{say('about')}</p>
      {/* Not disabled: the focus would be lost in the middle of it. */}
      <button type="button" className="primary" aria-disabled={isRunning} onClick={() => void (isRunning ? undefined : ask())}>
        {say('button')}
      </button>
      {isRunning && <Steps step={round.step} />}
      <div role="status" className="outcome">
        {isRunning && <p className="visually-hidden">{round.step === undefined ? say('waitingTurn') : say(round.step)}</p>}
        {problem && <p>{say(problem.key, { time: problem.until === '' ? '' : clock(problem.until, timeZone) })}</p>}
        {!isRunning && !problem && round.state === 'done' && <Outcome round={round} />}
      </div>
    </section>
  )
}

function Steps({ step }: { step: Round['step'] }) {
  const say = useText(roundText)
  const at = step === undefined ? -1 : STEPS.indexOf(step)
  return (
    <>
      {at < 0 && <p className="soft">{say('waitingTurn')}</p>}
      <ol className="steps" aria-label={say('steps')}>
        {STEPS.map((one, place) => {
          const state = place < at ? 'done' : place === at ? 'atWork' : 'ahead'
          return (
            <li key={one} className={state} aria-current={state === 'atWork' ? 'step' : undefined}>
              {say(one)} <span className="soft">({say(state)})</span>
            </li>
          )
        })}
      </ol>
    </>
  )
}

function Outcome({ round }: { round: Round }) {
  const say = useText(roundText)
  const { timeZone } = useManner()
  const outcome = round.outcome ?? 'failed'
  const mark = outcome === 'acknowledged' ? 'good' : outcome === 'kept' || outcome === 'not-enrolled' ? 'attention' : 'bad'
  const time = round.endedAt === undefined ? '' : formatDateTime(Date.parse(round.endedAt), timeZone)
  return (
    <p className="wrapping">
      <span className={`state state-${mark}`} />
      {say(outcome, { time, sentence: round.sentence ?? '' })}
    </p>
  )
}

/** Of a moment within minutes only the time of day matters. */
function clock(at: string, timeZone: string): string {
  const seconds = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return seconds.format(Date.parse(at))
}
