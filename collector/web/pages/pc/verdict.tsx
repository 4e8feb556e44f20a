/** What planning says of the PC, and which rules say it: those that matter first, all of them when asked for. */
import type { Catalogue, PcPage } from '@somay/shared/api/pcs.ts'
import type { PcVerdict } from '@somay/shared/api/planned-pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatDong } from '@somay/shared/text/numbers.ts'
import { NATURES, REMEDY_WORDS } from '@somay/shared/text/plan.ts'
import { useId, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { usePcVerdict } from '../../api/plan.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import { partsText } from '../../text/parts.ts'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import { planAddress, planParameters, readPlanView } from '../plan/url-state.ts'
import { useVersionWords } from '../plan/use-version-words.ts'
import { measureWords, worksFor } from '../plan-pcs/remedies-words.ts'
import { RuleTable } from './rule-table.tsx'
import { Windows11 } from './windows-11.tsx'

export function Verdict({ pc, catalogue }: { readonly pc: PcPage; readonly catalogue: Catalogue }) {
  const say = useText(plannedPcsText)
  const sayPart = useText(partsText)
  const titleId = useId()
  const view = readPlanView(useSearch())
  const verdict = usePcVerdict(String(pc.id), planParameters(view))
  return (
    <section className="pc-verdict" aria-labelledby={titleId}>
      <h2 id={titleId}>{say('planVerdict')}</h2>
      {verdict.error && <ErrorPanel error={verdict.error} onRetry={() => void verdict.refetch()} />}
      {verdict.isPending && <p className="soft">{sayPart('loading')}</p>}
      {verdict.data && (
        <>
          <Conclusion verdict={verdict.data} />
          <Windows11 readiness={verdict.data.windows11} />
          <Under terms={verdict.data.terms} planHref={planAddress(view)} />
          <Rules verdict={verdict.data} catalogue={catalogue} nowMs={pc.at} />
        </>
      )}
    </section>
  )
}

function Conclusion({ verdict }: { readonly verdict: PcVerdict }) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  const { verdict: kind, remedies, costDong, nature, life, missing } = verdict
  const needed = remedies.map((remedy) => REMEDY_WORDS[remedy][language]).join(', ')
  const works = worksFor(verdict, language)
  const measures = missing.map(({ measure }) => measureWords(measure, language)).join('; ')
  const moneyWords = (dong: number | undefined) => {
    if (dong === undefined) return say('unpriced', { measures })
    return dong === 0 ? say('nothingToPay') : say('costs', { dong: formatDong(dong, language) })
  }
  const parts = [
    ...(kind === 'mend' && needed !== '' ? [needed] : []),
    ...(kind === 'mend' || kind === 'replace' ? [moneyWords(costDong)] : []),
    ...(kind === 'unknown' ? [say('readFirst', { measures })] : []),
    ...(works === '' ? [] : [say('besides', { works })]),
    ...(kind === 'replace' && needed !== '' ? [say('insteadOf', { remedies: needed })] : []),
  ]
  return (
    <>
      <p className="verdict-line">
        <b>
          <VerdictMark verdict={kind} />
        </b>{' '}
        {parts.join('; ')}
      </p>
      {kind === 'apart' && nature !== 'unknown' && <p>{say('apartMeans', { nature: NATURES[nature][language] })}</p>}
      {kind === 'move' && <p>{say('moveMeans')}</p>}
      {kind === 'replace' && life === 'unknown' && <p>{say('replaceYear')}</p>}
    </>
  )
}

function Under({ terms, planHref }: { readonly terms: PcVerdict['terms']; readonly planHref: string }) {
  const say = useText(plannedPcsText)
  const wordsOf = useVersionWords()
  const used = (version: PcVerdict['terms']['policy'] | PcVerdict['terms']['priceBook']) =>
    version.changed ? say('changed', { version: wordsOf(version) }) : wordsOf(version)
  return (
    <p className="note">
      {say('under', { policy: used(terms.policy), prices: used(terms.priceBook), day: formatDay(terms.on) })}{' '}
      <Link href={planHref}>{say('back')}</Link>
    </p>
  )
}

type RulesProps = { readonly verdict: PcVerdict; readonly catalogue: Catalogue; readonly nowMs: number }

function Rules({ verdict: { rules }, catalogue, nowMs }: RulesProps) {
  const say = useText(plannedPcsText)
  const [showsAll, showAll] = useState(false)
  const id = useId()
  const telling = rules.filter(({ outcome }) => outcome === 'blocks' || outcome === 'unknown')
  const shown = showsAll ? rules : telling
  return (
    <>
      <div id={id}>{shown.length === 0 ? <p>{say('allMet')}</p> : <RuleTable rules={shown} catalogue={catalogue} nowMs={nowMs} />}</div>
      <button type="button" aria-expanded={showsAll} aria-controls={id} onClick={() => showAll(!showsAll)}>
        {showsAll ? say('tellingRules') : say('allRules', { count: rules.length })}
      </button>
    </>
  )
}
