/** Updates: what waits by Windows Update's own last search, what is in, where they come from, and whether a restart is due. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { waitingFigures } from '../waiting-updates.ts'
import { partOf, type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { dateOf } from './moments.ts'
import { textOf } from './properties.ts'
import { lastSuccessOf } from './update-history.ts'
import { pendingOf, severityIsSecurity } from './update-pending.ts'
import { restartPendingOf } from './update-restart.ts'
import { lastSearchOf, sourceOf } from './update-source.ts'

type Patches = FactValue<'patches'>
type Updates = Extract<Patches['installed'], unknown[]>

const MAX_UPDATES = 5_000

export function parsePatchesOnWindows(windows: WindowsReading | undefined, nowMs: number): FactBody<Patches> {
  const fixes = installedOf(rowsOf(windows, 'updates-installed', 'fixes'))
  const pending = pendingOf(rowsOf(windows, 'updates-pending', 'pending'))
  const known: Patches = {
    ...waitingFigures({
      pending,
      securityCount: isUnknown(pending) ? pending : pending.filter(severityIsSecurity).length,
      searchedAt: lastSearchOf(partOf(windows, 'updates-policy', 'lastSearchAt')),
      nowMs,
    }),
    installed: fixes,
    lastSuccessAt: lastSuccessOf(rowsOf(windows, 'updates-history', 'history'), fixes),
    restartPending: restartPendingOf(windows),
    source: sourceOf(windows),
  }
  const unread = Object.values(known).filter(isUnknown)
  const [first] = unread
  if (first && unread.length === Object.keys(known).length) return first
  return { known, source: 'Windows Update Agent, Win32_QuickFixEngineering, registry' }
}

function installedOf(rows: Reading<Row[]>): Updates | Unknown {
  if (rows.kind !== 'read') return because(rows)
  const found = new Map<string, Updates[number]>()
  for (const row of rows.value) {
    // Windows XP lists files of a service pack as "File 1".
    const id = textOf(row, 'HotFixID', 120)
    if (id === undefined || !/^(KB|Q)\d+/i.test(id)) continue
    const day = dateOf(row, 'InstalledOn')
    found.set(id, {
      id,
      installedAt: day === undefined ? unknown('not-supported', 'Windows does not tell the day') : `${day}T00:00:00.000Z`,
    })
  }
  return inOrder([...found.values()], ({ id }) => id).slice(0, MAX_UPDATES)
}
