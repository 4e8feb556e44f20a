/** Words for the units that facts use; a unit that is not among them is shown as reported. */
import type { Language, Words } from './words.ts'

const UNITS: Readonly<Record<string, Words>> = {
  percent: { vi: '%', en: '%' },
  h: { vi: 'giờ', en: 'h' },
  degC: { vi: '°C', en: '°C' },
}

export function unitText(unit: string, language: Language): string {
  return Object.hasOwn(UNITS, unit) ? (UNITS[unit]?.[language] ?? unit) : unit
}
