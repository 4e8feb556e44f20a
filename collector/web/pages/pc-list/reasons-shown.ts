/** Why cells of a page of the list are unknown: every reason once, in the order of their marks on paper. */
import type { Column, PcList } from '@somay/shared/api/pcs.ts'
import { REASON_WORDS } from '@somay/shared/text/reasons.ts'

const ORDER = Object.keys(REASON_WORDS)

export function reasonsShown({ rows }: Pick<PcList, 'rows'>, columns: readonly Pick<Column, 'key'>[]): string[] {
  const found = new Set<string>()
  for (const { cells } of rows) {
    for (const { key } of columns) {
      const cell = cells[key]
      if (cell === undefined) found.add('no-report')
      else if (typeof cell === 'object') found.add(cell.unknown)
    }
  }
  return [...found].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other))
}
