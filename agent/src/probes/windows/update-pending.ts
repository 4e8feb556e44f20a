/** The updates that wait, with their severity by numbers and not by words: titles are in the language of the PC. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { listOf, type Row } from './inventory.ts'
import { textOf } from './properties.ts'
import { CRITICAL_UPDATES, categoriesOf, isDefinition, SECURITY_UPDATES } from './update-categories.ts'

type Updates = Extract<FactValue<'patches'>['pending'], unknown[]>
type Update = Updates[number]

/** MsrcSeverity, in English in every language of Windows. */
const SEVERITIES: Readonly<Record<string, NonNullable<Update['severity']>>> = {
  critical: 'critical',
  important: 'important',
  moderate: 'moderate',
  low: 'low',
}

export function pendingOf(rows: Reading<Row[]>): Updates | Unknown {
  if (rows.kind !== 'read') return because(rows)
  const updates: Update[] = []
  for (const row of rows.value) {
    if (isDefinition(row)) continue
    const update = updateOf(row)
    // Leaving one out would make the count smaller than it is.
    if (!update) return unknown('failed', 'updates-pending.pending: an update without a name')
    updates.push(update)
  }
  return inOrder(updates, ({ id, title = '' }) => `${id} ${title}`)
}

function updateOf(row: Row): Update | undefined {
  const article = listOf(row.articles).map(String)[0]
  const id = article === undefined || article === '' ? textOf(row, 'id', 120) : `KB${article.replace(/^KB/i, '')}`.slice(0, 120)
  const title = textOf(row, 'title', 300)
  if (id === undefined) return undefined
  return { id, ...(title !== undefined && { title }), severity: severityOf(row) }
}

function severityOf(row: Row): NonNullable<Update['severity']> {
  const told = SEVERITIES[textOf(row, 'severity')?.toLowerCase() ?? '']
  if (told) return told
  const categories = categoriesOf(row)
  if (categories.includes(SECURITY_UPDATES)) return 'security'
  return categories.includes(CRITICAL_UPDATES) ? 'critical' : 'other'
}

export function severityIsSecurity({ severity }: Update): boolean {
  return severity !== undefined && severity !== 'other'
}
