/** The views as tabs: arrows move between them, Home and End to the ends, as screen readers announce it. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export type Tab<N extends string> = { readonly name: N; readonly label: string }

type Props<N extends string> = {
  label: string
  tabs: readonly Tab<N>[]
  chosen: N
  onChoose: (name: N) => void
  children: ReactNode
}

export function Tabs<N extends string>({ label, tabs, chosen, onChoose, children }: Props<N>) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const place = tabs.findIndex(({ name }) => name === chosen)
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const at = (next + tabs.length) % tabs.length
    const tab = tabs[at]
    if (tab) onChoose(tab.name)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus()
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`tab-${tab.name}`}
            aria-selected={tab.name === chosen}
            aria-controls="view"
            tabIndex={tab.name === chosen ? 0 : -1}
            onClick={() => onChoose(tab.name)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id="view" role="tabpanel" aria-labelledby={`tab-${chosen}`} className="view">
        {children}
      </div>
    </>
  )
}
