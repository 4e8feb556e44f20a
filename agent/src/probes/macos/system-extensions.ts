/** Parses the list of system extensions as systemextensionsctl prints it, with tabs between its columns. */
import type { Reading, TextReading } from '../../platform/reading.ts'

export type Extension = {
  readonly team: string
  readonly bundle: string
  /** "[activated enabled]"; one that waits for a person's leave does nothing yet. */
  readonly isEnabled: boolean
  /** "[terminated waiting to uninstall on reboot]" */
  readonly isLeaving: boolean
}

const COUNT = /^(\d+) extension\(s\)/m
/** Team of the maker, name and both versions, words for people, state. */
const LINE = /^[* ]?\t[* ]?\t([A-Z0-9]{10})\t(\S+) \([^)]*\)\t.*\t\[([a-z ]+)\]\s*$/

export function extensionsIn(text: TextReading): Reading<Extension[]> {
  if (text.kind !== 'read') return text
  const told = COUNT.exec(text.value)?.[1]
  const found = text.value.split('\n').flatMap((line): Extension[] => {
    const [, team, bundle, state] = LINE.exec(line) ?? []
    if (team === undefined || bundle === undefined || state === undefined) return []
    return [{ team, bundle, isEnabled: state === 'activated enabled', isLeaving: state.startsWith('terminated') }]
  })
  // Lines in another form would otherwise look like extensions that are not there.
  return Number(told) === 0 || found.length > 0
    ? { kind: 'read', value: found }
    : { kind: 'failed', detail: 'systemextensionsctl: not understood' }
}
