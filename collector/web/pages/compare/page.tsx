/** Counts of two days or two frozen reports, unit by unit: what it was, what it is, and the difference. */
import type { Counts } from '@somay/shared/api/counts.ts'
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
import { UnitChoice } from '../overview/unit-choice.tsx'
import { COMPARE, type CountView, readCountView, viewParameters } from '../overview/url-state.ts'
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
  const { unit } = readCountView(asked.toString())
  const fresh = useSide(newer)
  // Without a word of the other day it is a month before this one.
  const given = readSide(asked.get('old'))
  const older = 'day' in given && given.day === undefined && fresh.counts ? { day: monthBefore(fresh.counts.asOf) } : given
  const old = useSide(older)
  const show = (chosen: { old?: Side; new?: Side; unit?: number | undefined }, how?: { readonly replace: boolean }) => {
    const { old: before, new: after, unit: within } = { old: older, new: newer, unit, ...chosen }
    navigate(`${COMPARE}?old=${sideText(before)}&new=${sideText(after)}${within === undefined ? '' : `&unit=${within}`}`, how)
  }
  // What became of units, whenever: the tree of today tells it all.
  const tree = useUnitTree(undefined)
  const error = fresh.error ?? old.error ?? tree.error
  const labels = [old, fresh].map(({ counts }) => (counts ? formatDay(counts.asOf) : '')) as [string, string]
  return (
    <div className="counts-page" lang={language}>
      <div className="as-of-line">
        <h1>{say('compareTitle')}</h1>
        <SideChoice label={say('older')} side={older} day={old.counts?.asOf} onChoose={(side, how) => show({ old: side }, how)} />
        <SideChoice label={say('newer')} side={newer} day={fresh.counts?.asOf} onChoose={(side, how) => show({ new: side }, how)} />
        <UnitChoice day={fresh.counts?.asOf} unit={unit} onChoose={(chosen) => show({ unit: chosen })} />
      </div>
      {error && <ErrorPanel error={error} />}
      {!error && !(old.counts && fresh.counts && tree.data) && <p className="soft">{sayPart('loading')}</p>}
      {!error && old.counts && fresh.counts && tree.data && (
        <DifferenceTable
          old={{ counts: old.counts, view: viewOf(older, old.counts) }}
          fresh={{ counts: fresh.counts, view: viewOf(newer, fresh.counts) }}
          heirs={tree.data.heirs}
          unit={unit}
          labels={labels}
        />
      )}
    </div>
  )
}

/** The counts of a side, live or frozen; of the two questions only the one that is needed is asked. */
function useSide(side: Side) {
  const report = useFrozenReport('report' in side ? side.report : undefined)
  const day = 'day' in side ? side.day : undefined
  const live = useCounts(viewParameters({ asOf: day, unit: undefined }), { enabled: 'day' in side })
  if ('report' in side) return { counts: report.data?.counts, error: report.error }
  return { counts: live.data, error: live.error }
}

/** For the lists behind the figures of a side. */
function viewOf(side: Side, { asOf }: Counts): CountView {
  return { asOf, unit: undefined, report: 'report' in side ? side.report : undefined }
}
