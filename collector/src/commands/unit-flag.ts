/** `--unit N` of a command: a unit of the ledger by its number, or the list of them. */
import { dayBefore, formatDay } from '@somay/shared/text/days.ts'
import { SettingRefused } from '../config/read-settings.ts'
import type { Database } from '../store/database.ts'
import { unitsOf } from '../store/reorganise.ts'
import { wholeNumber } from './token.ts'

/** Those that have ended too: of days gone by they are asked for. */
export async function unitOfFlag(database: Database, given: string): Promise<number> {
  const id = wholeNumber('unit', given)
  const units = await unitsOf(database.read)
  if (units.some((unit) => unit.id === id)) return id
  const lines = units
    .toSorted((one, other) => one.id - other.id)
    .map(
      ({ id: number, name, validTo }) =>
        `  ${number}  ${name}${validTo === null ? '' : ` (đến hết / until ${formatDay(dayBefore(validTo))})`}`,
    )
  throw new SettingRefused({
    vi: `--unit: không có đơn vị số ${id}. Các đơn vị trong sổ:\n${lines.join('\n')}`,
    en: `--unit: there is no unit ${id}; those of the ledger are listed above by their numbers.`,
  })
}
