/** The PCs behind a figure of a committed plan: what was planned for each, what became of it and what the facts say. */
import type { CommittedFilter, CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { linesWords } from '@somay/shared/text/committed.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useCommittedLines, useCommittedPlan } from '../../api/committed-plans.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { committedText } from '../../text/committed.ts'
import { partsText } from '../../text/parts.ts'
import { committedAddress, lineParameters, linesAddress, readLineFilter } from '../plan/committed-address.ts'
import { countOf } from './count-of.ts'
import { LineFilters } from './line-filters.tsx'
import { LineTable } from './line-table.tsx'
import { PrintReasons } from './print-reasons.tsx'

export function CommittedLinesPage({ id: text }: { readonly id: string }) {
  const say = useText(committedText)
  const sayPart = useText(partsText)
  const id = /^\d{1,15}$/.test(text) ? Number(text) : 0
  const search = useSearch()
  const [, navigate] = useLocation()
  const filter = useMemo(() => readLineFilter(search), [search])
  const plan = useCommittedPlan(id)
  const lines = useCommittedLines(id, lineParameters(filter))
  const rows = lines.data?.pages.flatMap((page) => page.rows) ?? []
  const isWhole = lines.data !== undefined && !lines.hasNextPage
  const title = useTitle(plan.data, filter, isWhole ? rows.length : undefined)
  usePageTitle(title)
  const error = plan.error ?? lines.error
  const isEmpty = isWhole && rows.length === 0
  return (
    <div className="counts-page committed-lines-page">
      <div className="as-of-line">
        <h1 aria-live="polite">{title}</h1>
        <span className="fill" />
        <Link href={committedAddress(id)} className="back">
          {say('toProgress')}
        </Link>
        <FileMenu path={`/committed-plans/${id}/lines/export`} parameters={lineParameters(filter)} isList />
      </div>
      {plan.data && (
        <p className="note">
          <bdi>{say('of', { title: plan.data.title, at: formatDateTime(plan.data.committedAt, currentTimeZone()) })}</bdi>
        </p>
      )}
      {plan.data && <LineFilters plan={plan.data} filter={filter} onChange={(next) => navigate(linesAddress(id, next))} />}
      {error && <ErrorPanel error={error} onRetry={() => void Promise.all([plan.refetch(), lines.refetch()])} />}
      {!error && lines.isPending && <p className="soft">{sayPart('loading')}</p>}
      {!error && isEmpty && (
        <p className="soft">
          {say('nobody')} {Object.keys(filter).length > 0 && say('loosen')}
        </p>
      )}
      {rows.length > 0 && <LineTable rows={rows} title={title} years={plan.data?.terms.years ?? []} />}
      {rows.length > 0 && <PrintReasons rows={rows} isWhole={isWhole} />}
      {lines.hasNextPage && (
        <button type="button" disabled={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </div>
  )
}

/** The figure that led here, where the plan has it; else the number of rows once all are there. */
function useTitle(plan: CommittedPlan | undefined, filter: CommittedFilter, listed: number | undefined): string {
  const { language } = useLanguage()
  const { unit, block, outcome, year } = filter
  const unitName = unit === undefined ? undefined : (plan?.rows.find((row) => row.unitId === unit)?.name ?? (plan ? `#${unit}` : '…'))
  const count = (plan && countOf(plan, filter)) ?? listed
  return linesWords({ outcome, block, unitName, year, years: plan?.terms.years ?? [], count }, language)
}
