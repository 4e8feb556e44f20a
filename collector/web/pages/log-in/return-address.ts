/** Where a person goes after logging in: the page first asked for, and never another site. */

export const HOME = '/pcs'

export function logInAddress(returnTo: string): string {
  return returnTo === '/' || returnTo === HOME ? '/log-in' : `/log-in?then=${encodeURIComponent(returnTo)}`
}

/** Only paths of this site: `//evil.example` and `/\evil.example` would lead elsewhere. */
export function returnAddress(search: string): string {
  const then = new URLSearchParams(search).get('then') ?? HOME
  return /^\/(?![/\\])/.test(then) && !then.startsWith('/log-in') ? then : HOME
}
