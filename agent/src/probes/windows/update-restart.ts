/** Whether a restart is due: every place Windows and its installers leave a mark in. */
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { partOf, rowOf, type WindowsReading } from './inventory.ts'
import { numberOf, yesNoOf } from './properties.ts'

const KEYS = ['rebootPending', 'rebootInProgress', 'packagesPending', 'rebootRequired'] as const

/** One mark is enough for yes; no needs every place to have been read. */
export function restartPendingOf(windows: WindowsReading | undefined): boolean | Unknown {
  const marks = [...keysOf(windows), movesOf(windows), renamedOf(windows)]
  if (marks.includes(true)) return true
  return marks.find(isUnknown) ?? false
}

function keysOf(windows: WindowsReading | undefined): (boolean | Unknown)[] {
  const keys = rowOf(windows, 'updates-policy', 'restartKeys')
  if (keys.kind !== 'read') return [because(keys)]
  return KEYS.map((name) => yesNoOf(keys.value, name) ?? unknown('failed', `${name}: not understood`))
}

function movesOf(windows: WindowsReading | undefined): boolean | Unknown {
  const moves = partOf(windows, 'updates-policy', 'movesPending')
  if (moves.kind !== 'read') return because(moves)
  const count = numberOf({ moves: moves.value }, 'moves')
  return count === undefined ? unknown('failed', 'movesPending: not understood') : count > 0
}

function renamedOf(windows: WindowsReading | undefined): boolean | Unknown {
  const renamed = partOf(windows, 'updates-policy', 'renamePending')
  if (renamed.kind !== 'read') return because(renamed)
  return typeof renamed.value === 'boolean' ? renamed.value : unknown('failed', 'renamePending: not understood')
}
