/** The top of the page: which PC, whose, in what state, how fresh and how complete. */
import type { Catalogue, PcPage } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { choiceText, STATES } from '@somay/shared/text/choices.ts'
import { formatDate } from '@somay/shared/text/dates.ts'
import { factText } from '@somay/shared/text/fact-text.ts'
import { readBody } from '@somay/shared/text/reading.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { unknownInside } from '@somay/shared/text/unknown-inside.ts'
import type { ReactNode } from 'react'
import { currentTimeZone } from '../../display/time-zone.ts'
import { Age } from '../../parts/age.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { pcText } from '../../text/pc.ts'
import { Actions } from './actions.tsx'
import { Asset } from './asset.tsx'
import { commonProvenance } from './provenance.ts'

// Less is within what clocks drift between two corrections.
const WORTH_SAYING_MS = 60_000

export function Heading({ pc, catalogue }: { pc: PcPage; catalogue: Catalogue }) {
  const say = useText(pcText)
  const sayFact = useText(factText)
  const { language } = useLanguage()
  const common = commonProvenance(pc.facts)
  return (
    <div className="pc-head">
      <div className="as-of-line">
        <h1>
          <bdi>{pc.name}</bdi>
        </h1>
        <span className="fill" />
        <Actions pc={pc} />
      </div>
      {pc.exemptSince !== undefined && (pc.lastSeenAt ?? 0) > pc.exemptSince && (
        <p className="attention" role="alert">
          {say('exemptReported')}
        </p>
      )}
      <p className="pc-whose">
        <bdi>{pc.unit}</bdi>{' '}
        <StateMark state={pc.state} label={pc.state === 'unknown' ? UNKNOWN_WORD[language] : choiceText(STATES, pc.state, language)} />
        {pc.retired && <b>{say('retired')}</b>}
        {pc.exemptSince !== undefined && (
          <StateMark state="exempt" label={say('exempt', { day: formatDate(pc.exemptSince, currentTimeZone()) })} />
        )}
      </p>
      <dl className="pc-times">
        <Pair title={say('lastSeen')}>{pc.lastSeenAt === undefined ? say('never') : <Age atMs={pc.lastSeenAt} nowMs={pc.at} />}</Pair>
        <Pair title={say('inventory')}>{pc.inventoryAt === undefined ? say('never') : <Age atMs={pc.inventoryAt} nowMs={pc.at} />}</Pair>
        {common.since !== undefined && (
          <Pair title={say('valuesSince')}>
            <Age atMs={common.since} nowMs={pc.at} />
          </Pair>
        )}
        {common.source !== undefined && (
          <Pair title={sayFact('source')}>
            <bdi>{common.source}</bdi>
          </Pair>
        )}
        <Pair title={say('enrolled')}>
          <Age atMs={pc.enrolledAt} nowMs={pc.at} />
        </Pair>
        <Pair title={say('agent')}>{pc.agentVersion}</Pair>
        {pc.clockSkewMs !== undefined && Math.abs(pc.clockSkewMs) >= WORTH_SAYING_MS && (
          <Pair title={say('clock')}>
            {say(pc.clockSkewMs > 0 ? 'clockSlow' : 'clockFast', { minutes: Math.round(Math.abs(pc.clockSkewMs) / 60_000) })}
          </Pair>
        )}
        {pc.asset !== undefined && (
          <Pair title={say('asset')}>
            <Asset asset={pc.asset} />
          </Pair>
        )}
        <Pair title={say('completeness')}>
          <Completeness pc={pc} catalogue={catalogue} />
        </Pair>
      </dl>
    </div>
  )
}

function Pair({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Completeness({ pc, catalogue }: { pc: PcPage; catalogue: Catalogue }) {
  const say = useText(pcText)
  const bodies = new Map(pc.facts.map((fact) => [fact.name, readBody(fact.body)]))
  const isTurnedOff = (name: string) => {
    const body = bodies.get(name)
    return body !== undefined && 'unknown' in body && body.unknown === 'turned-off'
  }
  // What an administrator does not want read is not missing.
  const wanted = catalogue.filter(({ name }) => !isTurnedOff(name))
  const isWhole = (name: string) => {
    const fact = pc.facts.find((one) => one.name === name)
    const reason = fact === undefined ? 'no-report' : unknownInside(JSON.stringify(fact.body))
    return reason === undefined || reason === 'turned-off'
  }
  return <>{say('known', { known: wanted.filter(({ name }) => isWhole(name)).length, all: wanted.length })}</>
}
