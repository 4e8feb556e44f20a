/** The units of a date, in their order, with what they came from and went into. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { usePermission } from '../../api/session.ts'
import { useUnitTree } from '../../api/units.ts'
import { DayField } from '../../parts/day-field.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { unitsText } from '../../text/units.ts'
import { REORGANISE, toldBy, UNITS } from './addresses.ts'
import { TreeTable } from './tree-table.tsx'

export function UnitsPage() {
  const say = useText(unitsText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const [, navigate] = useLocation()
  const asOf = new URLSearchParams(useSearch()).get('asOf') ?? undefined
  const tree = useUnitTree(asOf)
  const mayReorganise = usePermission('manage-units')
  const told = toldBy(useHistoryState())
  const units = tree.data?.units ?? []
  const day = tree.data ? formatDay(tree.data.asOf) : ''
  return (
    <div className="counts-page">
      <h1 className="visually-hidden">{say('title')}</h1>
      <div className="as-of-line">
        <DayField
          label={say('asOf')}
          day={asOf ?? tree.data?.asOf}
          onChoose={(chosen, how) => navigate(chosen === undefined ? UNITS : `${UNITS}?asOf=${chosen}`, how)}
        />
        {tree.data && units.length > 0 && (
          <span className="soft">{say(units.length === 1 ? 'one' : 'number', { count: formatNumber(units.length, language), day })}</span>
        )}
        <span className="fill" />
        <Link href="/units/staff">{say('staff')}</Link>
        {mayReorganise && <Link href={REORGANISE}>{say('reorganise')}</Link>}
        {units.length > 0 && <FileMenu path="/units/tree/export" parameters={asOf === undefined ? '' : `asOf=${asOf}`} isList />}
      </div>
      <p className="told" role="status">
        {told}
      </p>
      {tree.error && <ErrorPanel error={tree.error} onRetry={() => void tree.refetch()} />}
      {tree.isPending && <p className="soft">{sayPart('loading')}</p>}
      {tree.data && !tree.error && (units.length === 0 ? <p className="soft">{say('none', { day })}</p> : <TreeTable tree={tree.data} />)}
    </div>
  )
}
