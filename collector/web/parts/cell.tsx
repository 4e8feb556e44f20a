/** One cell of a list by the kind of its column: plain elements only, because component kits make weak PCs crawl. */
import type { Cell as CellValue, Column } from '@somay/shared/api/pcs.ts'
import { formatBytes, formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { filterText } from '../text/filter.ts'
import { sayIn } from '../text/text.ts'
import { Age } from './age.tsx'
import { StateMark } from './state-mark.tsx'
import { UnknownMark } from './unknown-mark.tsx'

// Beyond this many letters the cell is cut by the page and the whole text must be reachable by hovering.
const FITS = 24

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
  if (typeof value === 'boolean') return sayIn(filterText, language)(value ? 'yes' : 'no')
  if (typeof value === 'number') return <NumberCell value={value} column={column} nowMs={nowMs} language={language} />
  if (column.kind === 'choice') {
    const label = column.choices?.find((choice) => choice.value === value)?.label[language] ?? value
    return column.key === 'state' ? <StateMark state={value} label={label} /> : label
  }
  return <bdi title={value.length > FITS ? value : undefined}>{value}</bdi>
}

function NumberCell({ value, column, nowMs, language }: { value: number; column: Column; nowMs: number; language: Language }) {
  switch (column.kind) {
    case 'bytes':
      return formatBytes(value, language)
    case 'instant':
      return <Age atMs={value} nowMs={nowMs} />
    case 'yes-no':
      return sayIn(filterText, language)(value === 1 ? 'yes' : 'no')
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
