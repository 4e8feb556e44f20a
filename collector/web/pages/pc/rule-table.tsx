/** Rules of planning over one PC: the outcome as a word with its mark, the sentence, what was not read and who can read it, and what it rests on. */
import type { Catalogue } from '@somay/shared/api/pcs.ts'
import type { PcVerdict } from '@somay/shared/api/planned-pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { REMEDY_WORDS } from '@somay/shared/text/plan.ts'
import { remedyText } from '@somay/shared/text/reasons.ts'
import { Fragment } from 'react'
import { Age } from '../../parts/age.tsx'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import { measureWords } from '../plan-pcs/remedies-words.ts'

type Rule = PcVerdict['rules'][number]
type Props = { readonly rules: readonly Rule[]; readonly catalogue: Catalogue; readonly nowMs: number }

export function RuleTable({ rules, catalogue, nowMs }: Props) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  return (
    <div className="count-frame">
      <table className="count-table plain-rows rule-table">
        <caption className="visually-hidden">{say('rules')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('rule')}</th>
            <th scope="col">{say('outcome')}</th>
            <th scope="col">{say('finding')}</th>
            <th scope="col">{say('facts')}</th>
            <th scope="col">{say('source')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.code}>
              <th scope="row" title={rule.question[language]}>
                {rule.title[language]}
              </th>
              <td>
                <Outcome rule={rule} />
              </td>
              <td>
                <Finding rule={rule} />
              </td>
              <td>
                <Facts rule={rule} catalogue={catalogue} nowMs={nowMs} />
              </td>
              <td>
                <Source source={rule.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Outcome({ rule: { outcome, remedy } }: { readonly rule: Rule }) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  switch (outcome) {
    case 'meets':
      return <span className="state state-good">{say('meets')}</span>
    case 'blocks':
      // Noted is no need: nothing mends it, and it alone buys nothing.
      if (remedy === undefined || remedy === 'none') return <span className="state state-exempt">{say('noted')}</span>
      return (
        <span className={`state state-${remedy === 'replace' ? 'bad' : 'attention'}`}>
          {say('blocks', { remedy: REMEDY_WORDS[remedy][language] })}
        </span>
      )
    case 'unknown':
      return <span className="state state-unknown">{say('unknown')}</span>
    case 'not-asked':
      return <span className="soft">{say('notAsked')}</span>
  }
}

function Finding({ rule: { outcome, says, missing, holdsUp } }: { readonly rule: Rule }) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  return (
    <>
      {says?.[language]}
      {missing.map(({ measure, reason, detail }) =>
        // No probe can read it: the register must tell.
        measure === 'yearInUse' ? (
          <p key={measure}>{say('noYear')}</p>
        ) : (
          <p key={measure}>
            {measureWords(measure, language)}: <UnknownMark reason={reason} detail={detail} said />
            <span className="why">. {remedyText(reason, language)}</span>
          </p>
        ),
      )}
      {outcome === 'unknown' && holdsUp && <p>{say('holdsUp')}</p>}
    </>
  )
}

type FactsProps = { readonly rule: Rule; readonly catalogue: Catalogue; readonly nowMs: number }

function Facts({ rule, catalogue, nowMs }: FactsProps) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  return rule.facts.map(({ fact, since }, place) => {
    const title = catalogue.find(({ name }) => name === fact)?.title[language] ?? fact
    return (
      <Fragment key={fact}>
        {place > 0 && <br />}
        {since === undefined ? (
          say('noFact', { fact: title })
        ) : (
          <>
            <a href={`#${fact}`}>{title}</a>: <Age atMs={since} nowMs={nowMs} />
          </>
        )}
      </Fragment>
    )
  })
}

function Source({ source: { title: words, address } }: { readonly source: Rule['source'] }) {
  const { language } = useLanguage()
  const title = words[language]
  if (address === undefined) return title
  return (
    <a href={address} rel="noreferrer">
      {title}
    </a>
  )
}
