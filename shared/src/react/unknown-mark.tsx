/** "chưa rõ" in the place of a value, with its reason for eyes, ears and paper; never a blank, a zero or a "no". */
import { factText, noteOf } from '../text/fact-text.ts'
import { reasonText } from '../text/reasons.ts'
import { useLanguage, useText } from './language.tsx'

type Props = { readonly reason: string; readonly detail?: string | undefined; readonly said?: boolean }

/** `said`: there is room for the reason beside the mark. Where there is none it stands on hovering and as a footnote on paper. */
export function UnknownMark({ reason, detail, said = false }: Props) {
  const { language } = useLanguage()
  const say = useText(factText)
  const why = reasonText(reason, language)
  const mark = (
    <span className="unknown" title={detail === undefined ? why : `${why} (${detail})`} data-note={said ? undefined : noteOf(reason)}>
      {say('unknown')}
      {!said && <span className="visually-hidden">: {why}</span>}
    </span>
  )
  if (!said) return mark
  return (
    <>
      {mark} <span className="why">{why}</span>
    </>
  )
}
