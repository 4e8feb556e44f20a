/** The page behind the one-time link that the collector prints: makes the first administrator and enters. */

import { useText } from '@somay/shared/react/language.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { makeFirstAdministrator, SESSION_KEY } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { logInText } from '../../text/log-in.ts'
import { HOME } from '../log-in/return-address.ts'

// As FirstAdministratorSchema and the register of errors have it; the collector checks again.
const USER_NAME = /^[a-z0-9][a-z0-9._-]{0,49}$/
const SHORTEST_PASSWORD = 10

export function FirstAdministratorPage() {
  const say = useText(logInText)
  usePageTitle(say('firstTitle'))
  const code = new URLSearchParams(useSearch()).get('code') ?? ''
  const [userName, setUserName] = useState('admin')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [checked, setChecked] = useState(false)
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const attempt = useMutation({
    mutationFn: makeFirstAdministrator,
    onSuccess: (session) => {
      client.clear()
      client.setQueryData(SESSION_KEY, session)
      navigate(HOME, { replace: true })
    },
  })
  const userNameFits = USER_NAME.test(userName)
  const passwordFits = [...password].length >= SHORTEST_PASSWORD
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (userNameFits && passwordFits) attempt.mutate({ code, userName, password })
  }
  return (
    <div className="narrow">
      <h1>{say('firstTitle')}</h1>
      {code === '' ? (
        <p>{say('firstNoCode')}</p>
      ) : (
        <form className="form" onSubmit={submit} noValidate>
          <p className="note">{say('firstAbout')}</p>
          <Field
            label={say('userName')}
            note={say('firstUserNote')}
            problem={checked && !userNameFits ? say('firstUserProblem') : undefined}
            value={userName}
            onChange={setUserName}
            autoComplete="username"
            required
          />
          <Field
            label={say('password')}
            note={say('firstPasswordNote')}
            problem={checked && !passwordFits ? say('firstPasswordProblem') : undefined}
            type={shown ? 'text' : 'password'}
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            autoFocus
            required
          />
          <label className="tick">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
            {say('show')}
          </label>
          {attempt.isError && <ErrorPanel error={attempt.error} />}
          <button type="submit" className="primary" disabled={attempt.isPending}>
            {say('firstSubmit')}
          </button>
        </form>
      )}
    </div>
  )
}
