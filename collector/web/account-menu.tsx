/** Who is logged in, the theme, and logging out; asks first when files that were picked would be forgotten by it. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { logOut, useSession } from './api/session.ts'
import { chooseTheme, storedTheme, THEMES } from './display/theme.ts'
import { useDesk } from './pages/bundles/use-desk.ts'
import { Dialog } from './parts/dialog.tsx'
import { Menu } from './parts/menu.tsx'
import { appText, roleWords, themeWords } from './text/app.ts'

export function AccountMenu({ left }: { left: number }) {
  const say = useText(appText)
  const { language } = useLanguage()
  const [theme, setTheme] = useState(storedTheme)
  const [asking, ask] = useState(false)
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [, desk] = useDesk()
  const { data: session } = useSession()
  const leave = async () => {
    await logOut()
    desk.clear()
    navigate('/log-in')
    client.clear()
  }
  return (
    <Menu label={session?.person.userName ?? say('account')}>
      {session && <p className="note">{roleWords[session.person.role][language]}</p>}
      <Link href="/account">{say('ownAccount')}</Link>
      <fieldset className="choices">
        <legend>{say('theme')}</legend>
        {THEMES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              checked={theme === one}
              onChange={() => {
                chooseTheme(one)
                setTheme(one)
              }}
            />
            {themeWords[one][language]}
          </label>
        ))}
      </fieldset>
      <button type="button" onClick={() => (left > 0 ? ask(true) : void leave())}>
        {say('logOut')}
      </button>
      {asking && (
        <Dialog title={say('logOutAsk')} onClose={() => ask(false)}>
          <p>{say('logOutLoses', { count: formatNumber(left, language) })}</p>
          <div className="dialog-actions">
            <span className="fill" />
            <button type="button" className="primary" onClick={() => void leave()}>
              {say('logOut')}
            </button>
          </div>
        </Dialog>
      )}
    </Menu>
  )
}
