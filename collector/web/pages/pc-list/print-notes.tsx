/** Under the list on paper: why values are unknown, by the marks in its cells, and where the rest of the list is. */
import type { Column, PcList } from '@somay/shared/api/pcs.ts'
import { reasonText } from '@somay/shared/text/reasons.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { noteOf, unknownText } from '../../text/unknown.ts'
import { reasonsShown } from './reasons-shown.ts'

export function PrintNotes({ list, columns }: { list: PcList; columns: readonly Column[] }) {
  const say = useText(pcListText)
  const sayUnknown = useText(unknownText)
  const { language } = useLanguage()
  const reasons = reasonsShown(list, columns)
  return (
    <div className="print-notes">
      {reasons.map((reason) => (
        <p key={reason}>
          <sup>{noteOf(reason)}</sup> {sayUnknown('unknown')}: {reasonText(reason, language)}
        </p>
      ))}
      {list.rows.length < list.total && <p>{say('printRest')}</p>}
    </div>
  )
}
