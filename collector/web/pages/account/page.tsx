/** One's own way in: what one may, the password, the second factor, the open sessions. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { useAccount } from '../../api/administration.ts'
import { useSession } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { UnitNames } from '../../parts/unit-names.tsx'
import { accountText } from '../../text/account.ts'
import { appText, roleWords } from '../../text/app.ts'
import { partsText } from '../../text/parts.ts'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactor } from './second-factor.tsx'

export function AccountPage() {
  const say = useText(accountText)
  const sayApp = useText(appText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const { data: session } = useSession()
  const account = useAccount()
  if (account.error) return <ErrorPanel error={account.error} onRetry={() => void account.refetch()} />
  if (!account.data || !session) return <p className="soft">{sayPart('loading')}</p>
  const { person } = session
  return (
    <div className="account">
      <h1>{account.data.fullName || person.userName}</h1>
      <p className="note">
        {person.userName} · {roleWords[person.role][language]} · {say('scope')}: <UnitNames units={account.data.units} />
      </p>
      {person.mustChangePassword && (
        <p className="attention" role="alert">
          {sayApp('mustChange')}
        </p>
      )}
      <PasswordForm />
      {!person.mustChangePassword && (
        <>
          <SecondFactor isOn={account.data.secondFactor} codesLeft={account.data.recoveryCodesLeft} />
          <OwnSessions sessions={account.data.sessions} />
        </>
      )}
    </div>
  )
}
