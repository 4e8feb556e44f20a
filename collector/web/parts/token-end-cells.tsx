/** The last cells of a row of tokens, whatever they open: who made it and when, how it stands, and taking it back. */
import type { Standing } from '@somay/shared/api/tokens.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDate } from '@somay/shared/text/dates.ts'
import { currentTimeZone } from '../display/time-zone.ts'
import { standingWords, tokensText } from '../text/tokens.ts'

type Token = { readonly label: string; readonly createdAt: number; readonly madeBy: string; readonly standing: Standing }

export function TokenEndCells({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  const say = useText(tokensText)
  const { language } = useLanguage()
  return (
    <>
      <td>
        <bdi>{say('madeBy', { at: formatDate(token.createdAt, currentTimeZone()), who: token.madeBy || '–' })}</bdi>
      </td>
      <td>{standingWords[token.standing][language]}</td>
      <td>
        {token.standing === 'good' && (
          <button type="button" onClick={onRevoke}>
            {say('revoke')} <span className="visually-hidden">{token.label}</span>
          </button>
        )}
      </td>
    </>
  )
}
