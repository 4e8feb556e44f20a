/**
 * How wide columns stand, in px: fixed, so that nothing moves when a page is turned. Together the usual ones fit 1366 px beside a
 * scroll bar; in a wider window they share what is left, each by its width.
 */
import type { Column } from '@somay/shared/api/pcs.ts'
import type { CSSProperties } from 'react'

const BY_KIND: Readonly<Record<Column['kind'], number>> = {
  text: 132,
  unit: 176,
  choice: 116,
  instant: 108,
  bytes: 88,
  count: 88,
  'yes-no': 96,
}

// Where the contents are known to be longer or shorter than their kind; a column not named here does as well without.
const BY_KEY: Readonly<Record<string, number>> = {
  name: 168,
  unit: 176,
  state: 136,
  lastSeenAt: 104,
  model: 136,
  processor: 110,
  memoryBytes: 86,
  systemDiskKind: 86,
  osName: 158,
  pendingUpdates: 86,
  macAddresses: 140,
  unknownCount: 98,
}

function columnWidth({ key, kind }: Column): number {
  return BY_KEY[key] ?? BY_KIND[kind]
}

/** As a variable of the element, so that paper may still choose its own widths. */
export function widthOf(...columns: readonly Column[]): CSSProperties {
  const sum = columns.reduce((total, column) => total + columnWidth(column), 0)
  return { '--width': `${sum}px` } as CSSProperties
}
