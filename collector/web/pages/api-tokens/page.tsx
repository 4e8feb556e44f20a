/** Tokens by which programs read the ledger. */
import type { ApiToken } from '@somay/shared/api/tokens.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDate } from '@somay/shared/text/dates.ts'
import { useState } from 'react'
import { API_TOKENS_KEY, useApiTokens } from '../../api/administration.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { AdministrationLinks } from '../../parts/administration-links.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { RevokeDialog } from '../../parts/revoke-dialog.tsx'
import { TokenEndCells } from '../../parts/token-end-cells.tsx'
import { UnitNames } from '../../parts/unit-names.tsx'
import { roleWords } from '../../text/app.ts'
import { partsText } from '../../text/parts.ts'
import { tokensText } from '../../text/tokens.ts'
import { NewApiTokenDialog } from './new-token.tsx'

export function ApiTokensPage() {
  const say = useText(tokensText)
  const sayPart = useText(partsText)
  usePageTitle(say('apiTokens'))
  const tokens = useApiTokens()
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<ApiToken>()
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('apiTokens')}</h1>
        <AdministrationLinks />
        <span className="fill" />
        <button type="button" className="primary" onClick={() => setAdding(true)}>
          {say('newApiToken')}
        </button>
      </div>
      <p className="note">{say('apiNote')}</p>
      {tokens.error && <ErrorPanel error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.isPending && <p className="soft">{sayPart('loading')}</p>}
      {tokens.data?.length === 0 && <p className="soft">{say('noneApi')}</p>}
      {tokens.data !== undefined && tokens.data.length > 0 && <ApiTokenTable tokens={tokens.data} onRevoke={setRevoking} />}
      {adding && <NewApiTokenDialog onClose={() => setAdding(false)} />}
      {revoking && (
        <RevokeDialog
          label={revoking.label}
          question={say('revokeApiAsk')}
          path={`/api-tokens/${revoking.id}`}
          stale={API_TOKENS_KEY}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </div>
  )
}

function ApiTokenTable({ tokens, onRevoke }: { tokens: readonly ApiToken[]; onRevoke: (token: ApiToken) => void }) {
  const say = useText(tokensText)
  const { language } = useLanguage()
  const zone = currentTimeZone()
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('apiTokens')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('label')}</th>
            <th scope="col">{say('role')}</th>
            <th scope="col">{say('scope')}</th>
            <th scope="col">{say('expires')}</th>
            <th scope="col">{say('made')}</th>
            <th scope="col">{say('standing')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id} className={token.standing === 'good' ? undefined : 'soft'}>
              <th scope="row">
                <bdi>{token.label}</bdi>
              </th>
              <td>{roleWords[token.role][language]}</td>
              <td>
                <UnitNames units={token.units} />
              </td>
              <td>{token.expiresAt === undefined ? say('neverExpires') : formatDate(token.expiresAt, zone)}</td>
              <TokenEndCells token={token} onRevoke={() => onRevoke(token)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
