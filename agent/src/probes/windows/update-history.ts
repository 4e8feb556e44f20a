/** When updates last came in: by what Windows Update remembers, or else by the newest date among the installed ones. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { toMinute } from '../minute.ts'
import type { Row } from './inventory.ts'
import { momentOf } from './moments.ts'
import { numberOf } from './properties.ts'
import { isDefinition, mendsWindows } from './update-categories.ts'

type Updates = Extract<FactValue<'patches'>['installed'], unknown[]>

/** IUpdateHistoryEntry: operation 1 is an installation, result 2 "succeeded", 3 "succeeded with errors". */
const INSTALLATION = 1
const SUCCEEDED = [2, 3]

export function lastSuccessOf(history: Reading<Row[]>, installed: Updates | Unknown): string | Unknown {
  const remembered = history.kind === 'read' ? newest(history.value.filter(isPatch).map((row) => momentOf(row, 'at'))) : undefined
  if (remembered !== undefined) return toMinute(remembered)
  // The memory is emptied by every new version of Windows; the installed ones carry their day.
  const days = isUnknown(installed) ? [] : installed.map(({ installedAt }) => (typeof installedAt === 'string' ? installedAt : undefined))
  const day = newest(days)
  if (day !== undefined) return day
  return history.kind === 'read' ? unknown('failed', 'no installation stands in what Windows Update remembers') : because(history)
}

function isPatch(row: Row): boolean {
  if (numberOf(row, 'operation') !== INSTALLATION || !SUCCEEDED.includes(numberOf(row, 'result') ?? 0)) return false
  return mendsWindows(row) && !isDefinition(row)
}

function newest(moments: readonly (string | undefined)[]): string | undefined {
  return moments
    .filter((one) => one !== undefined)
    .sort()
    .at(-1)
}
