/** Arrow keys walk over the links of the rows, as in a ledger read with a finger. */
import type { KeyboardEvent } from 'react'

const ROW_LINKS = 'tbody th a'

export function focusFirstRow(): void {
  document.querySelector<HTMLElement>(`.pc-table ${ROW_LINKS}`)?.focus()
}

export function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(ROW_LINKS)]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  links[Math.min(Math.max(to, 0), links.length - 1)]?.focus()
}
