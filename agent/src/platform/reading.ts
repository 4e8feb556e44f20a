/** How reading a file or a folder of the system ended: what was there, or why nothing could be read. */

export type Unread = { readonly kind: 'absent' | 'denied' | 'failed' | 'timed-out'; readonly detail: string }

export type Reading<T> = { readonly kind: 'read'; readonly value: T } | Unread

export type TextReading = Reading<string>

const DENIED = new Set(['EACCES', 'EPERM'])
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO'])

/** Tells absent, denied and failed apart; the detail names the path and the system's code, nothing that changes between runs. */
export function unreadFrom(error: unknown, path: string): Unread {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const kind = DENIED.has(code) ? 'denied' : ABSENT.has(code) ? 'absent' : 'failed'
  return { kind, detail: `${path}: ${code}` }
}
