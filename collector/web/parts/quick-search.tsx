/** The search in the header, on pages other than the list: leads to the list of what matches. "/" and Ctrl+K reach it. */

import { useText } from '@somay/shared/react/language.tsx'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { HOME } from '../pages/log-in/return-address.ts'
import { appText } from '../text/app.ts'
import { useSearchShortcut } from './search-shortcut.ts'

export function QuickSearch() {
  const say = useText(appText)
  const [text, setText] = useState('')
  const [, navigate] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  useSearchShortcut(input)
  return (
    <search>
      <form
        className="quick-search"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') navigate(`${HOME}?q=${encodeURIComponent(text.trim())}`)
        }}
      >
        <input
          ref={input}
          type="search"
          placeholder={say('find')}
          aria-label={say('findLabel')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="key" aria-hidden="true">
          Ctrl+K
        </span>
      </form>
    </search>
  )
}
