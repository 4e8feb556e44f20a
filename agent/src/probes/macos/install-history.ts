/** Updates of macOS that are in, by what it remembers of installations. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { toMinute } from '../minute.ts'
import { inOrder } from '../order.ts'
import type { Row } from './profile.ts'
import { wordsOf } from './properties.ts'

type Updates = Extract<FactValue<'patches'>['installed'], unknown[]>

const MAX_UPDATES = 5_000
const BY_APPLE = 'package_source_apple'
/** Not the lists XProtect and Gatekeeper fetch by themselves every few days, nor programs Apple sells. */
const PATCH = /^(macOS|(Rapid )?Security (Update|Response)|Background Security Improvement|Safari)\b/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

export function installedUpdates(history: Reading<Row[]>): Updates | Unknown {
  if (history.kind !== 'read') return because(history)
  const found = new Map<string, Updates[number]>()
  for (const row of history.value) {
    const name = wordsOf(row, '_name', 120)
    if (name === undefined || !PATCH.test(name) || wordsOf(row, 'package_source') !== BY_APPLE) continue
    const version = wordsOf(row, 'install_version', 120)
    const id = version === undefined || name.includes(version) ? name : `${name} ${version}`.slice(0, 120)
    const update = { id, ...(version !== undefined && { version }), installedAt: momentOf(row) }
    found.set(id, newer(found.get(id), update))
  }
  return inOrder([...found.values()], ({ id }) => id).slice(0, MAX_UPDATES)
}

export function lastInstalled(installed: Updates | Unknown): string | Unknown {
  if (isUnknown(installed)) return installed
  const moments = installed.flatMap(({ installedAt }) => (typeof installedAt === 'string' ? [installedAt] : []))
  return moments.sort().at(-1) ?? unknown('failed', 'no update of macOS stands in what it remembers of installations')
}

/** The same may have come in twice, on a second try. */
function newer(known: Updates[number] | undefined, found: Updates[number]): Updates[number] {
  const at = ({ installedAt }: Updates[number]) => (typeof installedAt === 'string' ? installedAt : '')
  return known !== undefined && at(known) > at(found) ? known : found
}

function momentOf(row: Row): string | Unknown {
  const written = wordsOf(row, 'install_date') ?? ''
  const isMoment = MOMENT.test(written) && !Number.isNaN(Date.parse(written))
  return isMoment ? toMinute(written) : unknown('failed', 'install_date: not understood')
}
