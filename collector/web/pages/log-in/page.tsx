/** Logging in; what was typed stays when it was wrong. */

import { useText } from '@somay/shared/react/language.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ApiError } from '../../api/request.ts'
import { logIn, SESSION_KEY } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { logInText } from '../../text/log-in.ts'
import { returnAddress } from './return-address.ts'

export function LogInPage() {
  const say = useText(logInText)
  usePageTitle(say('title'))
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [code, setCode] = useState('')
  const [, navigate] = useLocation()
  const search = useSearch()
  const client = useQueryClient()
  const attempt = useMutation({
    mutationFn: logIn,
    onSuccess: (session) => {
      client.clear()
      client.setQueryData(SESSION_KEY, session)
      navigate(session.person.mustChangePassword ? '/account' : returnAddress(search), { replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt.mutate({ userName: userName.trim(), password, ...(code.trim() !== '' && { code: code.trim() }) })
  }
  // Stays once it was asked for: a mistyped code is mended in its place.
  const needsCode = attempt.error instanceof ApiError && attempt.error.code.startsWith('second-factor-')
  return (
    <div className="narrow">
      <h1>{say('title')}</h1>
      <p className="note">{say('about')}</p>
      <form className="form" onSubmit={submit}>
        <Field label={say('userName')} value={userName} onChange={setUserName} autoComplete="username" autoFocus required />
        <Field
          label={say('password')}
          type={shown ? 'text' : 'password'}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required
        />
        <label className="tick">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {say('show')}
        </label>
        {(needsCode || code !== '') && (
          <Field
            label={say('code')}
            note={say('codeNote')}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            autoFocus
            maxLength={40}
          />
        )}
        {attempt.isError && <ErrorPanel error={attempt.error} />}
        <button type="submit" className="primary" disabled={attempt.isPending}>
          {say('submit')}
        </button>
        <p className="note">{say('forgotten')}</p>
      </form>
    </div>
  )
}
