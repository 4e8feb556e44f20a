/** The header of every page: product, pages, search, language and account. */
import { LANGUAGES } from '@somay/shared/text/words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { logOut, useSession } from './api/session.ts'
import { chooseTheme, storedTheme, THEMES } from './display/theme.ts'
import { HOME } from './pages/log-in/return-address.ts'
import { Menu } from './parts/menu.tsx'
import { QuickSearch } from './parts/quick-search.tsx'
import { appText, roleWords, themeWords } from './text/app.ts'
import { useLanguage, useText } from './text/language.tsx'

export function Header() {
  const say = useText(appText)
  const [path] = useLocation()
  const outside = path === '/log-in' || path === '/first'
  return (
    <header className="top">
      <Link href={HOME} className="product">
        {say('product')}
      </Link>
      {outside ? (
        <span className="fill" />
      ) : (
        <>
          <nav aria-label={say('pages')}>
            <Link href={HOME} aria-current={path === HOME ? 'page' : undefined} className={path.startsWith(HOME) ? 'here' : ''}>
              {say('pcs')}
            </Link>
          </nav>
          <span className="fill" />
          {path !== HOME && <QuickSearch />}
        </>
      )}
      <LanguageSwitch />
      {!outside && <AccountMenu />}
    </header>
  )
}

function LanguageSwitch() {
  const say = useText(appText)
  const { language, choose } = useLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, and here is none
    <div className="languages" role="group" aria-label={say('language')}>
      {LANGUAGES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => choose(one)}>
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  )
}

function AccountMenu() {
  const say = useText(appText)
  const { language } = useLanguage()
  const [theme, setTheme] = useState(storedTheme)
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const { data: session } = useSession()
  const leave = async () => {
    await logOut()
    navigate('/log-in')
    client.clear()
  }
  return (
    <Menu label={session?.person.userName ?? say('account')}>
      {session && <p className="note">{roleWords[session.person.role][language]}</p>}
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
      <button type="button" onClick={() => void leave()}>
        {say('logOut')}
      </button>
    </Menu>
  )
}
