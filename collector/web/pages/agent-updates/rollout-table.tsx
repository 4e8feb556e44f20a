/** The rollouts that have not ended: stage by stage, with figures that lead to their PCs. */
import type { PcUpdateState, Progress, Rollout, Stage } from '@somay/shared/api/agent-updates.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { AGENT_UPDATES_KEY } from '../../api/agent-updates.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { agentUpdatesText, pcUpdateWords, rolloutWords } from '../../text/agent-updates.ts'
import { STAGE_CHOICES, shareWords } from './stages.ts'
import { pcsAddress } from './url-state.ts'

const FIGURES: readonly (readonly [PcUpdateState, keyof Progress])[] = [
  ['offered', 'offered'],
  ['installed', 'installed'],
  ['failed', 'failed'],
  ['rolled-back', 'rolledBack'],
  ['refused', 'refused'],
  ['cannot-tell', 'cannotTell'],
]

type Asked = { readonly rollout: Rollout; readonly deed: 'halted' | 'ended' | Stage }

export function RolloutTable({ rollouts }: { readonly rollouts: readonly Rollout[] }) {
  const say = useText(agentUpdatesText)
  const { language } = useLanguage()
  const [asked, ask] = useState<Asked>()
  return (
    <section>
      <h2>{say('rollouts')}</h2>
      {rollouts.length === 0 ? (
        <p className="soft">{say('noRollouts')}</p>
      ) : (
        <div className="count-frame">
          <table className="count-table plain-rows">
            <caption className="visually-hidden">{say('rollouts')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('version')}</th>
                <th scope="col">{say('unit')}</th>
                <th scope="col">{say('stage')}</th>
                <th scope="col">{say('state')}</th>
                <th scope="col" className="number">
                  {say('there')}
                </th>
                <th scope="col" className="number">
                  {say('due')}
                </th>
                {FIGURES.map(([state]) => (
                  <th key={state} scope="col" className="number">
                    {pcUpdateWords[state][language]}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rollouts.map((rollout) => (
                <RolloutRow key={rollout.id} rollout={rollout} ask={(deed) => ask({ rollout, deed })} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked && <Question asked={asked} onClose={() => ask(undefined)} />}
    </section>
  )
}

function RolloutRow({ rollout, ask }: { readonly rollout: Rollout; readonly ask: (deed: Asked['deed']) => void }) {
  const say = useText(agentUpdatesText)
  const { language } = useLanguage()
  const { version, unitId, unit = say('wholeTree'), stage, state, haltedByRule, who, at, progress } = rollout
  const when = formatDateTime(at, currentTimeZone())
  const isRunning = state === 'running'
  const waiting = [
    progress.lackPackage > 0 && say('lackPackage', { count: formatNumber(progress.lackPackage, language), version }),
    progress.lackWayBack > 0 && say('lackWayBack', { count: formatNumber(progress.lackWayBack, language) }),
  ].filter((one) => one !== false)
  return (
    <tr>
      <th scope="row">
        <Link href={pcsAddress({ version, unitId })}>{version}</Link>
      </th>
      <td>
        <bdi>{unit}</bdi>
        {waiting.map((sentence) => (
          <p key={sentence} className="attention-note">
            {sentence}
          </p>
        ))}
      </td>
      <td>
        <fieldset className="stages" aria-label={`${say('stage')}: ${version}, ${unit}`}>
          {STAGE_CHOICES.map((one) => (
            <button key={one} type="button" aria-pressed={isRunning && one === stage} onClick={() => ask(one)}>
              {shareWords(one, say)}
            </button>
          ))}
        </fieldset>
      </td>
      <td>
        <StateMark state={isRunning ? 'internet' : haltedByRule ? 'offline' : 'captive'} label={rolloutWords[state][language]} />
        <p className="soft">{haltedByRule ? say('byRule', { at: when }) : say('byPerson', { who, at: when })}</p>
      </td>
      <td className="number">{formatNumber(progress.there, language)}</td>
      <td className="number">{formatNumber(progress.due, language)}</td>
      {FIGURES.map(([one, figure]) => (
        <td key={one} className="number">
          {progress[figure] === 0 ? (
            formatNumber(0, language)
          ) : (
            <Link href={pcsAddress({ version, state: one, unitId })}>{formatNumber(progress[figure], language)}</Link>
          )}
        </td>
      ))}
      <td className="row-deeds">
        <button type="button" onClick={() => ask(isRunning ? 'halted' : stage)}>
          {say(isRunning ? 'halt' : 'goOn')} <span className="visually-hidden">{`${version}, ${unit}`}</span>
        </button>
        <button type="button" onClick={() => ask('ended')}>
          {say('end')} <span className="visually-hidden">{`${version}, ${unit}`}</span>
        </button>
      </td>
    </tr>
  )
}

function Question({ asked: { rollout, deed }, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const say = useText(agentUpdatesText)
  const { id, version, unitId, unit = say('wholeTree') } = rollout
  const stops = deed === 'halted' || deed === 'ended'
  const doIt = stops ? say(deed === 'halted' ? 'halt' : 'end') : shareWords(deed, say)
  return (
    <AskDialog
      title={`${version}, ${unit}`}
      doIt={doIt}
      deed={
        stops
          ? { method: 'POST', path: `/agent-updates/rollouts/${id}/stop`, body: { state: deed } }
          : { method: 'POST', path: '/agent-updates/rollouts', body: { version, stage: deed, ...(unitId !== undefined && { unitId }) } }
      }
      stale={[AGENT_UPDATES_KEY]}
      onClose={onClose}
    >
      <p>
        {deed === 'halted'
          ? say('haltAsk')
          : deed === 'ended'
            ? say('endAsk')
            : say('stageAsk', { version, unit, share: shareWords(deed, say) })}
      </p>
    </AskDialog>
  )
}
