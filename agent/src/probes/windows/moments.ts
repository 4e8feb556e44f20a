/** Moments and dates in the forms Windows has for them, as UTC text; what cannot be one is undefined. */
import type { Row } from './inventory.ts'

/** CIM_DATETIME of WMI (DMTF DSP0004, 5.2.4): the last four characters are minutes east of UTC. */
const DMTF = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\.\d{6}([+-]\d{3})$/
/** ConvertTo-Json of Windows PowerShell writes dates so, in milliseconds since 1970. */
const SCRIPT_DATE = /^\/Date\((-?\d+)\)\/$/
const MONTH_DAY_YEAR = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
/** Years since 1601 in steps of 100 ns, in hex, as Windows Vista and 7 give for some updates. */
const FILE_TIME = /^[0-9a-f]{15,16}$/i
const FILE_TIME_STEPS_PER_MS = 10_000n
const MS_FROM_1601_TO_1970 = 11_644_473_600_000n
const MINUTE_MS = 60_000
/** Windows writes zero dates (1601, 1899) for "never". */
const FIRST_YEAR = 1990
const LAST_YEAR = 2200

export function momentOf(row: Row, name: string): string | undefined {
  const value = row[name]
  // Get-CimInstance through ConvertTo-Json makes an object of a date.
  if (typeof value === 'object' && value !== null && 'value' in value) return momentIn(value.value)
  return momentIn(value)
}

export function momentIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const dmtf = DMTF.exec(text)
  if (dmtf) {
    const [year, month, day, hour, minute, second, offset] = dmtf.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    if (dayIn(`${dmtf[1]}-${dmtf[2]}-${dmtf[3]}`) === undefined) return undefined
    return instant(Date.UTC(year, month - 1, day, hour, minute, second) - offset * MINUTE_MS)
  }
  const script = SCRIPT_DATE.exec(text)?.[1]
  if (script !== undefined) return instant(Number(script))
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? instant(Date.parse(text)) : undefined
}

/** The day alone: of a WMI date as written, so that no time zone moves the date of a BIOS. */
export function dateOf(row: Row, name: string): string | undefined {
  const value = row[name]
  const text = typeof value === 'string' ? value.trim() : ''
  const written = /^(\d{4})(\d{2})(\d{2})(?:$|\d{6}\.)/.exec(text)
  if (written) return dayIn(`${written[1]}-${written[2]}-${written[3]}`)
  const [, month, day, year] = MONTH_DAY_YEAR.exec(text) ?? []
  // WMI writes the American order whatever the language; a "month" over 12 means that here it did not, and then nothing is sure.
  if (month && day && year) return dayIn(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (FILE_TIME.test(text)) return instant(Number(BigInt(`0x${text}`) / FILE_TIME_STEPS_PER_MS - MS_FROM_1601_TO_1970))?.slice(0, 10)
  return momentOf(row, name)?.slice(0, 10)
}

function instant(milliseconds: number): string | undefined {
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) return undefined
  const year = date.getUTCFullYear()
  return year < FIRST_YEAR || year > LAST_YEAR ? undefined : date.toISOString()
}

/** A date of the calendar, not the 31st of February. */
function dayIn(iso: string): string | undefined {
  const date = new Date(`${iso}T00:00:00.000Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) return undefined
  return instant(date.getTime()) === undefined ? undefined : iso
}
