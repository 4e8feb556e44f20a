/** The enrolment tokens of one's units: how far each is used, until when it is good, and taking it back. */
import type { EnrolToken } from '@somay/shared/api/tokens.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useState } from 'react'
import { ENROL_TOKENS_KEY } from '../../api/administration.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { RevokeDialog } from '../../parts/revoke-dialog.tsx'
import { TokenEndCells } from '../../parts/token-end-cells.tsx'
import { deploymentText } from '../../text/deployment.ts'
import { tokensText } from '../../text/tokens.ts'

export function EnrolTokenTable({ tokens }: { tokens: readonly EnrolToken[] }) {
  const say = useText(tokensText)
  const sayPage = useText(deploymentText)
  const { language } = useLanguage()
  const zone = currentTimeZone()
  const [revoking, revoke] = useState<EnrolToken>()
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{sayPage('tokens')}</caption>
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
              <TokenEndCells token={token} onRevoke={() => revoke(token)} />
            </tr>
          ))}
        </tbody>
      </table>
      {revoking && (
        <RevokeDialog
          label={revoking.label}
          question={say('revokeEnrolAsk', { used: formatNumber(revoking.usedCount, language) })}
          path={`/enrol-tokens/${revoking.id}`}
          stale={ENROL_TOKENS_KEY}
          onClose={() => revoke(undefined)}
        />
      )}
    </div>
  )
}
