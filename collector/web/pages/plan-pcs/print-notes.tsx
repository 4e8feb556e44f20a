/** Under the list on paper: why values are unknown, by the marks in its cells, and where the rest of the list is. */
import type { PlannedPc } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { factText, noteOf } from '@somay/shared/text/fact-text.ts'
import { reasonText } from '@somay/shared/text/reasons.ts'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import { reasonsShown } from '../pc-list/reasons-shown.ts'

const CELLS = ['model', 'processor', 'memoryBytes', 'diskKind', 'diskBytes', 'os'] as const

export function PrintNotes({ rows, total }: { readonly rows: readonly PlannedPc[]; readonly total: number }) {
  const say = useText(plannedPcsText)
  const sayUnknown = useText(factText)
  const { language } = useLanguage()
  const cells = rows.map((pc) => ({ id: pc.pcId, cells: Object.fromEntries(CELLS.map((key) => [key, pc[key]])) }))
  const reasons = reasonsShown(
    { rows: cells },
    CELLS.map((key) => ({ key })),
  )
  return (
    <div className="print-notes">
      {reasons.map((reason) => (
        <p key={reason}>
          <sup>{noteOf(reason)}</sup> {sayUnknown('unknown')}: {reasonText(reason, language)}
        </p>
      ))}
      {rows.length < total && <p>{say('printRest')}</p>}
    </div>
  )
}
