/** Changing one's own password. */
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useState } from 'react'
import { ACCOUNT_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { SESSION_KEY } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { accountText } from '../../text/account.ts'
import { logInText } from '../../text/log-in.ts'

const SHORTEST_PASSWORD = 10

export function PasswordForm() {
  const say = useText(accountText)
  const sayLogIn = useText(logInText)
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [shown, setShown] = useState(false)
  const [checked, setChecked] = useState(false)
  const fits = [...fresh].length >= SHORTEST_PASSWORD
  const deed = useDeed<undefined>([SESSION_KEY, ACCOUNT_KEY], () => {
    setOld('')
    setFresh('')
    setChecked(false)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (fits) deed.mutate({ method: 'POST', path: '/account/password', body: { old, new: fresh } })
  }
  const type = shown ? 'text' : 'password'
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{say('password')}</h2>
      <form className="form" onSubmit={submit} noValidate>
        <Field label={say('oldPassword')} type={type} value={old} onChange={setOld} autoComplete="current-password" required />
        <Field
          label={say('newPassword')}
          note={sayLogIn('firstPasswordNote')}
          problem={checked && !fits ? sayLogIn('firstPasswordProblem') : undefined}
          type={type}
          value={fresh}
          onChange={setFresh}
          autoComplete="new-password"
          required
        />
        <label className="tick">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {sayLogIn('show')}
        </label>
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {say('changePassword')}
        </button>
        <p role="status">{deed.isSuccess && fresh === '' ? say('changed') : ''}</p>
      </form>
    </section>
  )
}
