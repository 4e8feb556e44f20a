/** Exactly what the collector acknowledged: fact by fact as people read it, and raw. */
import type { Catalogue } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { RawBody } from '@somay/shared/react/raw-body.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { isRecord } from '@somay/shared/text/read-schema.ts'
import { useEffect, useRef } from 'react'
import { bridge } from '../bridge.ts'
import { Moment } from '../parts/moment.tsx'
import { Pair } from '../parts/pair.tsx'
import { Unanswered } from '../parts/unanswered.tsx'
import { sentText } from '../text/sent.ts'
import { useAsked } from '../use-asked.ts'
import { FactSection } from './fact-section.tsx'

/** Asked again whenever a contact succeeded, so that the view never shows an older state than the one beside it. */
export function Sent({ acknowledgedAt }: { acknowledgedAt: string | undefined }) {
  const say = useText(sentText)
  const sent = useAsked(bridge().sent)
  const facts = useAsked(bridge().facts)
  const seen = useRef(acknowledgedAt)
  useEffect(() => {
    if (seen.current !== acknowledgedAt) sent.again()
    seen.current = acknowledgedAt
  }, [acknowledgedAt, sent.again])
  if (sent.asked?.kind !== 'answered') return <Unanswered asked={sent.asked} onRetry={sent.again} />
  if (facts.asked?.kind !== 'answered') return <Unanswered asked={facts.asked} onRetry={facts.again} />
  const shown = sent.asked.value.sent
  if (!shown) {
    return (
      <div className="hint">
        <p className="error-what">{say('nothing')}</p>
        <p>{say('nothingTodo')}</p>
      </div>
    )
  }
  const catalogue = facts.asked.value.catalogue as Catalogue
  const bodies = isRecord(shown.facts) ? shown.facts : {}
  return (
    <>
      <p className="soft">{say('about')}</p>
      <Head shown={shown} />
      <Facts bodies={bodies} catalogue={catalogue} />
      <RawBody title={say('rawReport')} body={shown.lastReport} />
    </>
  )
}

type Shown = { readonly acknowledgedAt: string; readonly lastReport: unknown; readonly collector?: string }

function Head({ shown }: { shown: Shown }) {
  const say = useText(sentText)
  const { language } = useLanguage()
  const report = isRecord(shown.lastReport) ? shown.lastReport : {}
  return (
    <dl className="pairs standing">
      <Pair title={say('acknowledged')}>
        <Moment at={shown.acknowledgedAt} />
      </Pair>
      {shown.collector !== undefined && (
        <Pair title={say('to')}>
          <bdi>{shown.collector}</bdi>
        </Pair>
      )}
      {typeof report.takenAt === 'string' && (
        <Pair title={say('taken')}>
          <Moment at={report.takenAt} exact />
        </Pair>
      )}
      {Array.isArray(report.samples) && <Pair title={say('samples')}>{formatNumber(report.samples.length, language)}</Pair>}
    </dl>
  )
}

function Facts({ bodies, catalogue }: { bodies: Readonly<Record<string, unknown>>; catalogue: Catalogue }) {
  const say = useText(sentText)
  const { language } = useLanguage()
  const specOf = (name: string) => catalogue.find((spec) => spec.name === name)
  const known = catalogue.map(({ name }) => name).filter((name) => Object.hasOwn(bodies, name))
  const names = [...known, ...Object.keys(bodies).filter((name) => !known.includes(name))]
  return (
    <>
      <nav className="contents" aria-label={say('contents')}>
        {names.map((name) => (
          <a key={name} href={`#${name}`}>
            {specOf(name)?.title[language] ?? name}
          </a>
        ))}
      </nav>
      {names.map((name) => (
        <FactSection key={name} name={name} spec={specOf(name)} body={bodies[name]} />
      ))}
    </>
  )
}
