/** The PCs behind a figure of a plan, under the same terms, said in words above them. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { WITHHELD } from '@somay/shared/text/withheld.ts'
import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useUnits } from '../../api/pcs.ts'
import { usePlan, usePlannedPcs } from '../../api/plan.ts'
import { usePermission } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import { PrintTerms } from '../plan/print-terms.tsx'
import { type FilterKey, planAddress, plannedPcsAddress, planParameters, readPlannedFilter, readPlanView } from '../plan/url-state.ts'
import { useVersionWords } from '../plan/use-version-words.ts'
import { Filters } from './filters.tsx'
import { PlannedTable } from './planned-table.tsx'
import { plannedWords } from './planned-words.ts'
import { PrintNotes } from './print-notes.tsx'

export function PlannedPcsPage() {
  const say = useText(plannedPcsText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const search = useSearch()
  const [, navigate] = useLocation()
  const [view, filter] = useMemo(() => [readPlanView(search), readPlannedFilter(search)] as const, [search])
  const pcs = usePlannedPcs(planParameters(view, filter))
  const plan = usePlan(planParameters(view))
  const terms = plan.data?.terms
  const place = filter.inUnit ?? view.unit
  const unit = useUnitName(place)
  const rows = pcs.data?.pages.flatMap((page) => page.rows) ?? []
  const total = pcs.data?.pages[0]?.total
  const title = plannedWords(language, { filter, count: total, unit, firstYear: terms?.years[0]?.year })
  usePageTitle(title)
  const mayExport = usePermission('export-pcs')
  const change = (key: FilterKey, value: string | undefined) => {
    const { [key]: _, ...others } = filter
    navigate(plannedPcsAddress(view, value === undefined ? others : { ...others, [key]: value }))
  }
  return (
    <div className="counts-page planned-page">
      <div className="as-of-line">
        <h1 aria-live="polite">{title}</h1>
        <span className="fill" />
        <Link href={planAddress(view)} className="back">
          {say('back')}
        </Link>
        {mayExport && <FileMenu path="/plan/pcs/export" parameters={planParameters(view, filter)} isList />}
      </div>
      {terms && <TermsLine terms={terms} />}
      {terms && <PrintTerms terms={terms} unitName={unit} />}
      <Filters filter={filter} plan={plan.data} onChange={change} />
      {pcs.error && <ErrorPanel error={pcs.error} onRetry={() => void pcs.refetch()} />}
      {pcs.isPending && <p className="soft">{sayPart('loading')}</p>}
      {pcs.data && total === 0 && (
        <p className="soft">
          {say('nobody')} {Object.keys(filter).length > 0 && say('loosen')}
        </p>
      )}
      {rows.length > 0 && <PlannedTable rows={rows} title={title} terms={terms} view={view} />}
      {rows.length > 0 && total !== undefined && <PrintNotes rows={rows} total={total} />}
      {pcs.hasNextPage && (
        <button type="button" disabled={pcs.isFetchingNextPage} onClick={() => void pcs.fetchNextPage()}>
          {say('more')}
        </button>
      )}
      {total !== undefined && !pcs.hasNextPage && rows.length < total && <p className="note">{WITHHELD[language]}</p>}
    </div>
  )
}

/** Until its name is known it must not read as everything. */
function useUnitName(id: string | undefined): string | undefined {
  const units = useUnits({ enabled: id !== undefined }).data
  if (id === undefined) return undefined
  return units ? (units.find((unit) => String(unit.id) === id)?.name ?? `#${id}`) : '…'
}

type Terms = NonNullable<ReturnType<typeof usePlan>['data']>['terms']

function TermsLine({ terms }: { readonly terms: Terms }) {
  const say = useText(plannedPcsText)
  const wordsOf = useVersionWords()
  const used = (version: Terms['policy'] | Terms['priceBook']) =>
    version.changed ? say('changed', { version: wordsOf(version) }) : wordsOf(version)
  return (
    <p className="note screen-only">
      {say('under', { policy: used(terms.policy), prices: used(terms.priceBook), day: formatDay(terms.on) })}
    </p>
  )
}
