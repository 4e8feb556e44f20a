/** "chưa rõ" in the place of a value, with its reason for eyes, ears and paper; never a blank, a zero or a "no". */
import { useLanguage, useText } from '../text/language.tsx'
import { reasonText, unknownText } from '../text/unknown.ts'

export function UnknownMark({ reason, detail }: { reason: string; detail?: string | undefined }) {
  const { language } = useLanguage()
  const say = useText(unknownText)
  const why = reasonText(reason, language)
  return (
    <span className="unknown" title={detail === undefined ? why : `${why} (${detail})`}>
      {say('unknown')}
      <span className="visually-hidden">: {why}</span>
    </span>
  )
}
