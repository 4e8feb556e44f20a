/** The counts a list belongs to, live or frozen, and the name of its unit then. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { noConditions, noFigures } from '@somay/shared/text/figures.ts'
import { useCounts } from '../../api/counts.ts'
import { useFrozenReport } from '../../api/frozen-reports.ts'
import { useUnitsOn } from '../../api/units.ts'
import { countsText } from '../../text/counts.ts'
import { unitLabel } from '../overview/unit-label.ts'
import { type CountView, viewParameters } from '../overview/url-state.ts'

/** Until its name is known, and where it has none here. */
const COMING = '…'
const numberOf = (unit: number) => `#${unit}`

/** `unit` is undefined for all units alone: a list of one must never read as one of all. */
export function useFigures(view: CountView): { readonly counts: Counts | undefined; readonly unit: string | undefined } {
  const say = useText(countsText)
  const isLive = view.report === undefined
  const live = useCounts(viewParameters(view), { enabled: isLive })
  const day = view.asOf ?? live.data?.asOf
  const units = useUnitsOn(isLive && view.unit !== undefined ? day : undefined, view.unit)
  const report = useFrozenReport(view.report)
  if (view.unit === undefined) return { counts: isLive ? live.data : report.data?.counts, unit: undefined }
  if (isLive) {
    const unit = units.data?.find(({ id }) => id === view.unit)
    return { counts: live.data, unit: unit ? unitLabel(unit, day, say) : units.data ? numberOf(view.unit) : COMING }
  }
  const counts = report.data?.counts
  const row = counts?.rows.find(({ unitId }) => unitId === view.unit)
  // Of one unit its own row is all there is.
  if (!counts || !row) return { counts: undefined, unit: counts ? numberOf(view.unit) : COMING }
  const { figures, conditions } = row
  const own = { rows: [row], total: figures, outside: noFigures(), ...(conditions && { conditions, outsideConditions: noConditions() }) }
  return { counts: { ...counts, ...own }, unit: row.name }
}
