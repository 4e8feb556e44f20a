/** "chưa rõ" in the place of a value, with its reason for eyes, ears and paper; never a blank, a zero or a "no". */
import { reasonText } from '@somay/shared/text/reasons.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { noteOf, unknownText } from '../text/unknown.ts'

/** `said`: there is room for the reason beside the mark. Where there is none it stands on hovering and as a footnote on paper. */
export function UnknownMark({ reason, detail, said = false }: { reason: string; detail?: string | undefined; said?: boolean }) {
  const { language } = useLanguage()
  const say = useText(unknownText)
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
