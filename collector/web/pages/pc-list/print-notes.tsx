/** Under the list on paper: why values are unknown, by the marks in its cells, and where the rest of the list is. */
import type { Column, PcList } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { factText, noteOf } from '@somay/shared/text/fact-text.ts'
import { reasonText } from '@somay/shared/text/reasons.ts'
import { pcListText } from '../../text/pc-list.ts'
import { reasonsShown } from './reasons-shown.ts'

export function PrintNotes({ list, columns }: { list: PcList; columns: readonly Column[] }) {
  const say = useText(pcListText)
  const sayUnknown = useText(factText)
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
