/** Numbers as people of each language write them; rates rounded half up with integers, never through binary fractions. */
import type { Language } from './words.ts'

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

// Making a formatter costs a hundred times its use; a page of a list needs hundreds of numbers.
const formatters = new Map<string, Intl.NumberFormat>()

export function formatNumber(value: number, language: Language, fractionDigits = 0): string {
  const key = `${language}${fractionDigits}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
      roundingMode: 'halfExpand',
    } as Intl.NumberFormatOptions)
    formatters.set(key, formatter)
  }
  return formatter.format(value)
}

/** A rate in tenths of a per cent, rounded half up on whole numbers: 970 of 2.068 in 2.132; undefined when the denominator is 0. */
export function tenthsOf(numerator: number, denominator: number): number | undefined {
  return denominator === 0 ? undefined : Math.floor((numerator * 2000 + denominator) / (denominator * 2))
}

/** A rate in per cent with one decimal ("97,0%"); an en dash when the denominator is 0. */
export function formatRate(numerator: number, denominator: number, language: Language): string {
  const tenths = tenthsOf(numerator, denominator)
  return tenths === undefined ? '–' : `${formatNumber(tenths / 10, language, 1)}%`
}

/** Money in whole dong: "15.000.000 đ". */
export function formatDong(dong: number, language: Language): string {
  return `${formatNumber(dong, language)} đ`
}

/** Money in millions of dong with one decimal, as tables print it. */
export function formatMillionDong(dong: number, language: Language): string {
  return formatNumber(Math.round(dong / 100_000) / 10, language, 1)
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const

/** Bytes in powers of 1024 with the short names people use for memory and disks ("8 GB", "237,9 GB"). */
export function formatBytes(sizeBytes: number, language: Language): string {
  let value = sizeBytes
  let step = 0
  while (value >= 1024 && step < BINARY_UNITS.length - 1) {
    value /= 1024
    step++
  }
  const unit = (BINARY_UNITS[step] ?? 'B').replace('iB', 'B')
  const whole = Number.isInteger(value) || value >= 1000
  return `${formatNumber(value, language, whole ? 0 : 1)} ${unit}`
}
