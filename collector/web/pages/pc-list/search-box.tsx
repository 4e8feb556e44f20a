/** The search of the list: asks after a short rest, so that neither the collector nor the way back sees every letter. */

import { useText } from '@somay/shared/react/language.tsx'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSearchShortcut } from '../../parts/search-shortcut.ts'
import { pcListText } from '../../text/pc-list.ts'
import { focusFirstRow } from './row-keys.ts'
import { change, type ListView } from './url-state.ts'
import type { ShowView } from './use-view.ts'

const REST_MS = 250
// As PcListQuerySchema has it.
const LONGEST = 200

export function SearchBox({ view, show }: { view: ListView; show: ShowView }) {
  const say = useText(pcListText)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(view.q)
  const [asked, setAsked] = useState(view.q)
  useSearchShortcut(input)
  // Back, a link or "leave out" changed the address: the box follows; while typing it leads.
  if (view.q !== asked) {
    setAsked(view.q)
    if (view.q !== typed.trim()) setTyped(view.q)
  }
  useEffect(() => {
    if (typed.trim() === view.q) return
    const rest = setTimeout(() => show(change(view, { q: typed.trim() }), { replace: true }), REST_MS)
    return () => clearTimeout(rest)
  }, [typed, view, show])
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      focusFirstRow()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
    }
  }
  return (
    <search className="search-box">
      <input
        ref={input}
        type="search"
        value={typed}
        maxLength={LONGEST}
        placeholder={say('search')}
        aria-label={say('searchLabel')}
        title={say('searchLabel')}
        aria-keyshortcuts="/ Control+K"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKey}
      />
      <span className="key" aria-hidden="true">
        /
      </span>
    </search>
  )
}
