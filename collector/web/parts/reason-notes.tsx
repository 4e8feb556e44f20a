/** Under a list on paper: why values are unknown, by the marks in its cells, and what else is to be said of it. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { factText, noteOf } from '@somay/shared/text/fact-text.ts'
import { reasonText } from '@somay/shared/text/reasons.ts'

export function ReasonNotes({ reasons, rest }: { readonly reasons: readonly string[]; readonly rest?: string | undefined }) {
  const say = useText(factText)
  const { language } = useLanguage()
  return (
    <div className="print-notes">
      {reasons.map((reason) => (
        <p key={reason}>
          <sup>{noteOf(reason)}</sup> {say('unknown')}: {reasonText(reason, language)}
        </p>
      ))}
      {rest !== undefined && <p>{rest}</p>}
    </div>
  )
}
