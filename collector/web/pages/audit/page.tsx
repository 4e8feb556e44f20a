/** The log of what people changed, the newest first; one kind or one person stands in the address. */
import type { Deed } from '@somay/shared/api/audit.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { useId } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useAudit } from '../../api/administration.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { AdministrationLinks } from '../../parts/administration-links.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { auditText, deedWords } from '../../text/audit.ts'
import { partsText } from '../../text/parts.ts'
import { aboutOf, detailLines } from './detail.ts'

const AUDIT = '/audit'

export function AuditPage() {
  const say = useText(auditText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch())
  const kind = asked.get('kind') ?? ''
  const who = asked.get('who') ?? ''
  const audit = useAudit(parametersOf({ kind, who }))
  const select = useId()
  const deeds = audit.data?.pages.flatMap((page) => page.deeds)
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <AdministrationLinks />
        <span className="fill" />
        {who !== '' && (
          <>
            <span>{say('onlyWho', { who })}</span>
            <Link href={`${AUDIT}?${parametersOf({ kind })}`}>{say('everyone')}</Link>
          </>
        )}
        <label htmlFor={select}>{say('kind')}</label>
        <select id={select} value={kind} onChange={({ target }) => navigate(`${AUDIT}?${parametersOf({ kind: target.value, who })}`)}>
          <option value="">{say('everything')}</option>
          {Object.entries(deedWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words[language]}
            </option>
          ))}
        </select>
      </div>
      {audit.error && <ErrorPanel error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.isPending && <p className="soft">{sayPart('loading')}</p>}
      {deeds?.length === 0 && <p className="soft">{say('none')}</p>}
      {deeds !== undefined && deeds.length > 0 && <DeedTable deeds={deeds} kind={kind} />}
      {audit.hasNextPage && (
        <button type="button" disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </div>
  )
}

function parametersOf(wanted: { kind?: string; who?: string }): string {
  return new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString()
}

function DeedTable({ deeds, kind }: { deeds: readonly Deed[]; kind: string }) {
  const say = useText(auditText)
  return (
    <div className="count-frame">
      <table className="count-table plain-rows deed-table">
        <caption className="visually-hidden">{say('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('about')}</th>
            <th scope="col">{say('detail')}</th>
          </tr>
        </thead>
        <tbody>
          {deeds.map((deed) => (
            <DeedRow key={deed.id} deed={deed} kind={kind} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DeedRow({ deed, kind }: { deed: Deed; kind: string }) {
  const { language } = useLanguage()
  const timeZone = currentTimeZone()
  return (
    <tr>
      <th scope="row">{formatDateTime(deed.at, timeZone)}</th>
      <td>
        <Link href={`${AUDIT}?${parametersOf({ kind, who: deed.who })}`}>
          <bdi>{deed.who}</bdi>
        </Link>
      </td>
      <td>{deedWords[deed.kind]?.[language] ?? deed.kind}</td>
      <td>
        {deed.pcId === undefined ? (
          <bdi>{aboutOf(deed) || '–'}</bdi>
        ) : (
          <Link href={`/pcs/${deed.pcId}`}>
            <bdi>{aboutOf(deed) || deed.pcId}</bdi>
          </Link>
        )}
      </td>
      <td>
        <bdi>{detailLines(deed, { language, timeZone }).join('; ') || '–'}</bdi>
      </td>
    </tr>
  )
}
