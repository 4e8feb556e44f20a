/** Enrolment tokens of one's units, by which PCs join. */
import type { EnrolToken } from '@somay/shared/api/tokens.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDate, formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { ENROL_TOKENS_KEY, useEnrolTokens } from '../../api/administration.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { RevokeDialog } from '../../parts/revoke-dialog.tsx'
import { partsText } from '../../text/parts.ts'
import { standingWords, tokensText } from '../../text/tokens.ts'
import { registerAddress } from '../register/url-state.ts'
import { NewEnrolTokenDialog } from './new-token.tsx'

/** Who has joined, the last first, and whether it reports. */
const NEWEST_PCS = '/pcs?sort=-enrolledAt&columns=name,unit,enrolledAt,lastSeenAt,state,agentVersion'

const NOT_ARRIVED = registerAddress({ tab: 'register-only', unit: undefined, q: '' })

export function DeploymentPage() {
  const say = useText(tokensText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('deployment'))
  const answer = useEnrolTokens()
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<EnrolToken>()
  const tokens = answer.data?.tokens
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('deployment')}</h1>
        <span className="fill" />
        <button type="button" className="primary" onClick={() => setAdding(true)}>
          {say('newEnrolToken')}
        </button>
      </div>
      <p className="note">{say('deploymentNote')}</p>
      <p>
        <Link href={NEWEST_PCS}>{say('newest')}</Link> · <Link href={NOT_ARRIVED}>{say('notArrived')}</Link>
      </p>
      {answer.error && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <p className="soft">{sayPart('loading')}</p>}
      {tokens?.length === 0 && <p className="soft">{say('none')}</p>}
      {tokens !== undefined && tokens.length > 0 && <EnrolTokenTable tokens={tokens} onRevoke={setRevoking} />}
      {adding && answer.data && <NewEnrolTokenDialog collectorUrl={answer.data.collectorUrl} onClose={() => setAdding(false)} />}
      {revoking && (
        <RevokeDialog
          label={revoking.label}
          question={say('revokeEnrolAsk', { used: formatNumber(revoking.usedCount, language) })}
          path={`/enrol-tokens/${revoking.id}`}
          stale={ENROL_TOKENS_KEY}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </div>
  )
}

function EnrolTokenTable({ tokens, onRevoke }: { tokens: readonly EnrolToken[]; onRevoke: (token: EnrolToken) => void }) {
  const say = useText(tokensText)
  const { language } = useLanguage()
  const zone = currentTimeZone()
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('deployment')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('label')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col" className="number">
              {say('used')}
            </th>
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
              <td>{token.unit}</td>
              <td className="number">
                {say('usedOf', { used: formatNumber(token.usedCount, language), limit: formatNumber(token.useLimit, language) })}
              </td>
              <td>{formatDateTime(token.expiresAt, zone)}</td>
              <td>
                <bdi>{say('madeBy', { at: formatDate(token.createdAt, zone), who: token.madeBy || '–' })}</bdi>
              </td>
              <td>{standingWords[token.standing][language]}</td>
              <td>
                {token.standing === 'good' && (
                  <button type="button" onClick={() => onRevoke(token)}>
                    {say('revoke')} <span className="visually-hidden">{token.label}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
