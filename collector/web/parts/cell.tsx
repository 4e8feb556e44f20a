/** One cell of a list by the kind of its column: plain elements only, because component kits make weak PCs crawl. */
import type { Cell as CellValue, Column } from '@somay/shared/api/pcs.ts'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { YES_NO } from '@somay/shared/text/filters.ts'
import { formatBytes, formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { Age } from './age.tsx'
import { shortName } from './short-name.ts'
import { StateMark } from './state-mark.tsx'

// Beyond this many letters the page cuts the cell, and the whole text must be reachable by hovering.
const FITS = 15

export function Cell({
  value,
  column,
  nowMs,
  language,
}: {
  value: CellValue | undefined
  column: Column
  nowMs: number
  language: Language
}) {
  // A column this collector did not send: said as such, not drawn as an empty value.
  if (value === undefined) return <UnknownMark reason="no-report" />
  if (typeof value === 'object') return <UnknownMark reason={value.unknown} />
  if (typeof value === 'boolean') return YES_NO[value ? 'yes' : 'no'][language]
  if (typeof value === 'number') return <NumberCell value={value} column={column} nowMs={nowMs} language={language} />
  if (column.kind === 'choice') {
    const label = column.choices?.find((choice) => choice.value === value)?.label[language] ?? value
    return column.form === 'state' ? <StateMark state={value} label={label} /> : label
  }
  return shortName(value, column.form)
}

function NumberCell({ value, column, nowMs, language }: { value: number; column: Column; nowMs: number; language: Language }) {
  switch (column.kind) {
    case 'bytes':
      return formatBytes(value, language)
    case 'instant':
      return <Age atMs={value} nowMs={nowMs} />
    case 'yes-no':
      return YES_NO[value === 1 ? 'yes' : 'no'][language]
    case 'count':
    case 'text':
    case 'choice':
    case 'unit':
      return formatNumber(value, language)
  }
}

/** Numbers that are compared stand at the right, under each other. */
export function alignment(column: Column): string | undefined {
  return column.kind === 'bytes' || column.kind === 'count' ? 'number' : undefined
}

/** The text as reported, for hovering, when the cell may show less of it. */
export function wholeText(value: CellValue | undefined, column: Column): string | undefined {
  return typeof value === 'string' && (value.length > FITS || shortName(value, column.form) !== value) ? value : undefined
}
