/** Counts of two days or two frozen reports, unit by unit: what it was, what it is, and the difference. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { useLocation, useSearch } from 'wouter'
import { useCounts } from '../../api/counts.ts'
import { useFrozenReport } from '../../api/frozen-reports.ts'
import { useUnitTree } from '../../api/units.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { reportsText } from '../../text/reports.ts'
import { COMPARE } from '../overview/url-state.ts'
import { DifferenceTable } from './difference-table.tsx'
import { SideChoice } from './side-choice.tsx'
import { monthBefore, readSide, type Side, sideText } from './sides.ts'

export function ComparePage() {
  const say = useText(reportsText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('compareTitle'))
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch())
  const newer = readSide(asked.get('new'))
  const fresh = useSide(newer)
  // Without a word of the other day it is a month before this one.
  const given = readSide(asked.get('old'))
  const older = 'day' in given && given.day === undefined && fresh.counts ? { day: monthBefore(fresh.counts.asOf) } : given
  const old = useSide(older)
  const show = (sides: { old: Side; new: Side }, how?: { readonly replace: boolean }) =>
    navigate(`${COMPARE}?old=${sideText(sides.old)}&new=${sideText(sides.new)}`, how)
  // What became of units, whenever: the tree of today tells it all.
  const tree = useUnitTree(undefined)
  const error = fresh.error ?? old.error ?? tree.error
  const labels = [old, fresh].map(({ counts }) => (counts ? formatDay(counts.asOf) : '')) as [string, string]
  return (
    <div className="counts-page" lang={language}>
      <div className="as-of-line">
        <h1>{say('compareTitle')}</h1>
        <SideChoice
          label={say('older')}
          side={older}
          day={old.counts?.asOf}
          onChoose={(side, how) => show({ old: side, new: newer }, how)}
        />
        <SideChoice
          label={say('newer')}
          side={newer}
          day={fresh.counts?.asOf}
          onChoose={(side, how) => show({ old: older, new: side }, how)}
        />
      </div>
      {error && <ErrorPanel error={error} />}
      {!error && !(old.counts && fresh.counts && tree.data) && <p className="soft">{sayPart('loading')}</p>}
      {!error && old.counts && fresh.counts && tree.data && (
        <DifferenceTable old={old.counts} fresh={fresh.counts} heirs={tree.data.heirs} labels={labels} />
      )}
    </div>
  )
}

/** The counts of a side, live or frozen; of the two questions only the one that is needed is asked. */
function useSide(side: Side) {
  const report = useFrozenReport('report' in side ? side.report : undefined)
  const day = 'day' in side ? side.day : undefined
  const live = useCounts(day === undefined ? '' : `asOf=${day}`, { enabled: 'day' in side })
  if ('report' in side) return { counts: report.data?.counts, error: report.error }
  return { counts: live.data, error: live.error }
}
