/** Turning one's own second factor on and off. */
import type { RecoveryCodes, SecondFactorBegun } from '@somay/shared/api/account.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { type FormEvent, useState } from 'react'
import { ACCOUNT_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { SecretOnce } from '../../parts/secret-once.tsx'
import { accountText } from '../../text/account.ts'
import { Authenticator } from './authenticator.tsx'

export function SecondFactor({ isOn, codesLeft }: { isOn: boolean; codesLeft: number }) {
  const say = useText(accountText)
  const { language } = useLanguage()
  const [asking, ask] = useState<'begin' | 'end'>()
  return (
    <section aria-labelledby="second-factor-title">
      <h2 id="second-factor-title">{say('secondFactor')}</h2>
      <p>{isOn ? say('secondFactorOn', { count: formatNumber(codesLeft, language) }) : say('secondFactorOff')}</p>
      <button type="button" onClick={() => ask(isOn ? 'end' : 'begin')}>
        {isOn ? say('end') : say('begin')}
      </button>
      {asking === 'begin' && <BeginDialog onClose={() => ask(undefined)} />}
      {asking === 'end' && <EndDialog onClose={() => ask(undefined)} />}
    </section>
  )
}

/** The password, then the picture and its first code, then the recovery codes. */
function BeginDialog({ onClose }: { onClose: () => void }) {
  const say = useText(accountText)
  const begun = useDeed<SecondFactorBegun>([])
  const confirmed = useDeed<RecoveryCodes>([ACCOUNT_KEY])
  if (confirmed.data)
    return (
      <Dialog title={say('recoveryTitle')} onClose={onClose}>
        <div className="form">
          <p>{say('recoveryNote')}</p>
          <SecretOnce label={say('recoveryTitle')} secret={confirmed.data.recoveryCodes.join('\n')} />
        </div>
      </Dialog>
    )
  if (begun.data) return <Authenticator begun={begun.data} confirmed={confirmed} onClose={onClose} />
  return (
    <PasswordDialog
      title={say('begin')}
      submit={say('begin')}
      deed={begun}
      onPassword={(password) => begun.mutate({ method: 'POST', path: '/account/second-factor', body: { password } })}
      onClose={onClose}
    />
  )
}

function EndDialog({ onClose }: { onClose: () => void }) {
  const say = useText(accountText)
  const ended = useDeed<undefined>([ACCOUNT_KEY], onClose)
  return (
    <PasswordDialog
      title={say('end')}
      note={say('endNote')}
      submit={say('end')}
      deed={ended}
      onPassword={(password) => ended.mutate({ method: 'DELETE', path: '/account/second-factor', body: { password } })}
      onClose={onClose}
    />
  )
}

type PasswordDialogProps = {
  title: string
  note?: string
  submit: string
  deed: { isError: boolean; error: unknown; isPending: boolean }
  onPassword: (password: string) => void
  onClose: () => void
}

function PasswordDialog({ title, note, submit, deed, onPassword, onClose }: PasswordDialogProps) {
  const say = useText(accountText)
  const [password, setPassword] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    onPassword(password)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={send}>
        {note !== undefined && <p>{note}</p>}
        <Field
          label={say('oldPassword')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus
          required
        />
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {submit}
        </button>
      </form>
    </Dialog>
  )
}
