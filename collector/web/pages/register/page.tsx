/** The register against what reported: sums by unit, and the lists behind them; the whole view stands in the address. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { REGISTER_VIEW_NAMES, REGISTER_VIEWS } from '@somay/shared/text/register.ts'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useRegisterSummary } from '../../api/register.ts'
import { API } from '../../api/request.ts'
import { usePermission } from '../../api/session.ts'
import { DayField } from '../../parts/day-field.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { Menu } from '../../parts/menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { UnitChoice } from '../../parts/unit-choice.tsx'
import { partsText } from '../../text/parts.ts'
import { registerText } from '../../text/register.ts'
import { Lists } from './lists.tsx'
import { ReconciliationTable } from './reconciliation-table.tsx'
import {
  listParameters,
  minutesParameters,
  REGISTER_IMPORT,
  type RegisterPageView,
  type RegisterTab,
  readRegisterView,
  registerAddress,
} from './url-state.ts'

const MINUTES_FILES = { docx: 'exportDocx', xlsx: 'exportXlsx', csv: 'exportCsv' } as const

export function RegisterPage() {
  const say = useText(registerText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const view = readRegisterView(useSearch())
  const [, navigate] = useLocation()
  const show = (next: RegisterPageView, options?: { replace: boolean }) => navigate(registerAddress(next), options)
  const summary = useRegisterSummary(view.unit)
  const mayImport = usePermission('manage-register')
  const isEmpty = summary.data !== undefined && summary.data.views.all === 0 && view.unit === undefined
  const last = summary.data?.lastImport
  const minutes = minutesParameters(view, language)
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <UnitChoice label={say('within')} none={say('everywhere')} unit={view.unit} onChange={(unit) => show({ ...view, unit })} />
        {view.tab !== 'reconciliation' && <Search key={view.tab} view={view} show={show} />}
        <span className="fill" />
        {mayImport && (
          <Link href={REGISTER_IMPORT} className="button">
            {say('import')}
          </Link>
        )}
        <DayField
          label={say('minutesOn')}
          day={view.minutesOn ?? summary.data?.asOf}
          onChoose={(minutesOn, how) => show({ ...view, minutesOn }, how)}
        />
        <Menu label={say('minutes')}>
          {(['docx', 'xlsx', 'csv'] as const).map((format) => (
            <a key={format} href={`${API}/register/minutes/export?format=${format}&${minutes}`} download>
              {sayPart(MINUTES_FILES[format])}
            </a>
          ))}
        </Menu>
        {view.tab !== 'reconciliation' && <FileMenu path="/register/export" parameters={listParameters(view)} isList />}
      </div>
      <Tabs view={view} counts={summary.data?.views} />
      {last && <p className="note">{say('lastImport', { file: last.fileName, day: formatDay(last.day), who: last.who })}</p>}
      {summary.error && <ErrorPanel error={summary.error} onRetry={() => void summary.refetch()} />}
      {isEmpty && <p className="note">{say('empty')}</p>}
      {view.tab === 'reconciliation' ? <ReconciliationTable view={view} /> : <Lists view={view} tab={view.tab} />}
    </div>
  )
}

type Counts = Readonly<Partial<Record<RegisterTab, number>>>

function Tabs({ view, counts }: { view: RegisterPageView; counts: Counts | undefined }) {
  const say = useText(registerText)
  const { language } = useLanguage()
  const tabs: readonly RegisterTab[] = ['reconciliation', ...REGISTER_VIEW_NAMES]
  return (
    <nav className="tabs" aria-label={say('views')}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          href={registerAddress({ ...view, tab, q: tab === 'reconciliation' ? '' : view.q })}
          aria-current={tab === view.tab ? 'page' : undefined}
        >
          {tab === 'reconciliation' ? say('reconciliation') : REGISTER_VIEWS[tab][language]}
          {counts?.[tab] !== undefined && <b> {formatNumber(counts[tab], language)}</b>}
        </Link>
      ))}
    </nav>
  )
}

const REST_MS = 250

/** Asks after a short rest, so that the collector does not see every letter. */
function Search({ view, show }: { view: RegisterPageView; show: (view: RegisterPageView, options: { replace: boolean }) => void }) {
  const say = useText(registerText)
  const [typed, type] = useState(view.q)
  useEffect(() => {
    if (typed.trim() === view.q) return
    const rest = setTimeout(() => show({ ...view, q: typed.trim() }, { replace: true }), REST_MS)
    return () => clearTimeout(rest)
  }, [typed, view, show])
  return (
    <search className="search-box">
      <input
        type="search"
        value={typed}
        maxLength={200}
        placeholder={say('search')}
        aria-label={say('search')}
        onChange={({ target }) => type(target.value)}
      />
    </search>
  )
}
