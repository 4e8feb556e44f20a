/** The other pages of administration beside this one; those the person may not see are not offered. */
import { useText } from '@somay/shared/react/language.tsx'
import { Link, useLocation } from 'wouter'
import { useSession } from '../api/session.ts'
import { appText } from '../text/app.ts'

export const ADMINISTRATION = [
  { address: '/people', words: 'people', permission: 'manage-people' },
  { address: '/api-tokens', words: 'apiTokens', permission: 'manage-api-tokens' },
  { address: '/identity', words: 'identity', permission: 'move-pcs' },
  { address: '/count-rules', words: 'countRules', permission: 'manage-count-rules' },
  { address: '/agent-updates', words: 'agentUpdates', permission: 'manage-updates' },
  { address: '/audit', words: 'audit', permission: 'see-audit' },
] as const

export function AdministrationLinks() {
  const say = useText(appText)
  const [path] = useLocation()
  const permissions = useSession().data?.person.permissions ?? []
  return (
    <nav className="beside" aria-label={say('administration')}>
      {ADMINISTRATION.filter(({ address, permission }) => address !== path && permissions.includes(permission)).map(
        ({ address, words }) => (
          <Link key={address} href={address}>
            {say(words)}
          </Link>
        ),
      )}
    </nav>
  )
}
