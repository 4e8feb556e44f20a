/** The counts a list belongs to, live or frozen, and the name of its unit then. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { noFigures } from '@somay/shared/text/figures.ts'
import { useCounts } from '../../api/counts.ts'
import { useFrozenReport } from '../../api/frozen-reports.ts'
import { useUnits } from '../../api/pcs.ts'
import { type CountView, viewParameters } from '../overview/url-state.ts'

export function useFigures(view: CountView): { readonly counts: Counts | undefined; readonly unit: string | undefined } {
  const isLive = view.report === undefined
  const live = useCounts(viewParameters(view), { enabled: isLive })
  const units = useUnits({ enabled: isLive && view.unit !== undefined })
  const report = useFrozenReport(view.report)
  if (isLive) return { counts: live.data, unit: units.data?.find(({ id }) => id === view.unit)?.name }
  const counts = report.data?.counts
  if (!counts || view.unit === undefined) return { counts, unit: undefined }
  const row = counts.rows.find(({ unitId }) => unitId === view.unit)
  // Of one unit its own row is all there is.
  return { counts: row && { ...counts, rows: [row], total: row.figures, outside: noFigures() }, unit: row?.name }
}
