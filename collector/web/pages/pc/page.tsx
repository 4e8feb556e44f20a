/** One PC: who, whose and how fresh on top, then every fact of the catalogue in reading order, then what changed. */
import type { Catalogue, PcPage as Pc } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { Link } from 'wouter'
import { useCatalogue, usePc } from '../../api/pcs.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { useScrollToHash } from '../../parts/scroll-to-hash.ts'
import { partsText } from '../../text/parts.ts'
import { pcText } from '../../text/pc.ts'
import { lastListAddress } from '../pc-list/last-list.ts'
import { Events } from './events.tsx'
import { FactSection } from './fact-section.tsx'
import { Heading } from './heading.tsx'
import { History } from './history.tsx'
import { PresenceCalendar } from './presence-calendar.tsx'
import { commonProvenance } from './provenance.ts'
import { Verdict } from './verdict.tsx'

export function PcPage({ id }: { id: string }) {
  const say = useText(pcText)
  const sayPart = useText(partsText)
  const pc = usePc(id)
  const catalogue = useCatalogue()
  usePageTitle(pc.data?.name ?? say('title'))
  const error = pc.error ?? catalogue.error
  return (
    <article className="pc-page">
      <p className="back">
        <Link href={lastListAddress()}>{say('back')}</Link>
      </p>
      {error ? (
        <>
          <h1>{say('title')}</h1>
          <ErrorPanel
            error={error}
            onRetry={() => {
              void pc.refetch()
              void catalogue.refetch()
            }}
          />
        </>
      ) : !pc.data || !catalogue.data ? (
        <>
          <h1 className="visually-hidden">{say('title')}</h1>
          <p className="soft">{sayPart('loading')}</p>
        </>
      ) : (
        <>
          <p className="print-head">
            Sổ Máy · {say('asOf', { time: formatDateTime(pc.data.at, currentTimeZone()) })} · {window.location.href}
          </p>
          <Heading pc={pc.data} catalogue={catalogue.data} />
          {pc.data.mergedInto !== undefined && (
            <p className="attention">
              {say('mergedInto')} <Link href={`/pcs/${pc.data.mergedInto}`}>{say('otherPc', { id: pc.data.mergedInto })}</Link>.{' '}
              {say('mergedMeans')}
            </p>
          )}
          {/* What is no more in the ledger is planned for nobody. */}
          {pc.data.mergedInto === undefined && !pc.data.retired && <Verdict pc={pc.data} catalogue={catalogue.data} />}
          <Facts pc={pc.data} catalogue={catalogue.data} />
          <PresenceCalendar id={id} />
          <History id={id} catalogue={catalogue.data} />
          <Events pc={pc.data} />
        </>
      )}
    </article>
  )
}

function Facts({ pc, catalogue }: { pc: Pc; catalogue: Catalogue }) {
  useScrollToHash()
  const say = useText(pcText)
  const { language } = useLanguage()
  // A newer agent may send facts that this collector cannot name; they stand last, and are not hidden.
  const newer = pc.facts.map(({ name }) => name).filter((name) => !catalogue.some((spec) => spec.name === name))
  const names = [...catalogue.map(({ name }) => name), ...newer]
  const common = commonProvenance(pc.facts)
  const specOf = (name: string) => catalogue.find((spec) => spec.name === name)
  return (
    <>
      <h2 className="visually-hidden">{say('facts')}</h2>
      <nav className="contents" aria-label={say('contents')}>
        {names.map((name) => (
          <a key={name} href={`#${name}`}>
            {specOf(name)?.title[language] ?? name}
          </a>
        ))}
        <a href="#presence">{say('presence')}</a>
        <a href="#history">{say('history')}</a>
      </nav>
      {names.map((name) => (
        <FactSection
          key={name}
          name={name}
          spec={specOf(name)}
          fact={pc.facts.find((fact) => fact.name === name)}
          pc={pc}
          common={common}
        />
      ))}
    </>
  )
}
