/** Under the list on paper: why values are unknown, by the marks in its cells, and where the rest of the list is. */
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { ReasonNotes } from '../../parts/reason-notes.tsx'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import { reasonsShown } from '../pc-list/reasons-shown.ts'

const CELLS = ['model', 'processor', 'memoryBytes', 'diskKind', 'diskBytes', 'os'] as const

export function PrintNotes({ rows, total }: { readonly rows: readonly PlannedPc[]; readonly total: number }) {
  const say = useText(plannedPcsText)
  const cells = rows.map((pc) => ({ id: pc.pcId, cells: Object.fromEntries(CELLS.map((key) => [key, pc[key]])) }))
  const reasons = reasonsShown(
    { rows: cells },
    CELLS.map((key) => ({ key })),
  )
  return <ReasonNotes reasons={reasons} rest={rows.length < total ? say('printRest') : undefined} />
}
