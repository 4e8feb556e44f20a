/** Under the lines on paper: why values are unknown, by the marks in their cells, and where the rest of the list is. */
import type { CommittedLines } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { factText, noteOf } from '@somay/shared/text/fact-text.ts'
import { reasonText } from '@somay/shared/text/reasons.ts'
import { committedText } from '../../text/committed.ts'
import { reasonsShown } from '../pc-list/reasons-shown.ts'

type Line = CommittedLines['rows'][number]

export function PrintReasons({ rows, isWhole }: { readonly rows: readonly Line[]; readonly isWhole: boolean }) {
  const say = useText(committedText)
  const sayUnknown = useText(factText)
  const { language } = useLanguage()
  const stands = rows.flatMap(({ pcId, before, now }) =>
    [before, ...(now ? [now] : [])].map((cells) => ({ id: pcId, cells: { ...cells } })),
  )
  const columns = (['memoryBytes', 'diskKind', 'os'] as const).map((key) => ({ key }))
  return (
    <div className="print-notes">
      {reasonsShown({ rows: stands }, columns).map((reason) => (
        <p key={reason}>
          <sup>{noteOf(reason)}</sup> {sayUnknown('unknown')}: {reasonText(reason, language)}
        </p>
      ))}
      {!isWhole && <p>{say('printRest')}</p>}
    </div>
  )
}
