/** Parses what softwareupdate lists: updates its own last search found. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { TextReading } from '../../platform/reading.ts'
import { because, textIn } from '../because.ts'
import { inOrder } from '../order.ts'

type Updates = Extract<FactValue<'patches'>['pending'], unknown[]>

/** Two lines an update; a title may have commas of its own. Lines of the system's log may stand between. */
const LABEL = /^\s*\* Label: (.+)$/
const DETAILS = /^\s*Title: (.*?), Version: ([^,]*),/
const NOTHING = /^No new software available\.?$/m
/** Apple names no severity; those that are about security alone say so in the label, which is the same in every language. */
const ABOUT_SECURITY = /\bSecurity ?(Update|Response|Improvement)/i

export function waitingUpdates(listed: TextReading): Updates | Unknown {
  if (listed.kind !== 'read') return because(listed)
  const lines = listed.value.split('\n').map((line) => line.trimEnd())
  const found = new Map<string, Updates[number]>()
  let label: string | undefined
  for (const line of lines) {
    const next = LABEL.exec(line)?.[1]
    const [, title, version] = DETAILS.exec(line) ?? []
    label = next ?? label
    if (label === undefined || (next === undefined && title === undefined)) continue
    found.set(label, updateOf(label, title, version))
  }
  if (found.size > 0) return inOrder([...found.values()], ({ id }) => id)
  // Neither an update nor the words that there is none: it could not look.
  return NOTHING.test(listed.value) ? [] : unknown('failed', 'softwareupdate: not understood')
}

function updateOf(label: string, title = '', version = ''): Updates[number] {
  const named = textIn(title, 300)
  const numbered = textIn(version, 120)
  return {
    id: label.slice(0, 120),
    ...(named !== undefined && { title: named }),
    ...(numbered !== undefined && { version: numbered }),
    ...(ABOUT_SECURITY.test(label) && { severity: 'security' as const }),
  }
}

export function waitingForSecurity(waiting: Updates | Unknown): number | Unknown {
  if (!Array.isArray(waiting)) return waiting
  const isTold = waiting.every(({ severity }) => severity === 'security')
  return isTold ? waiting.length : unknown('not-supported', 'Apple does not tell which of the waiting updates are about security')
}
