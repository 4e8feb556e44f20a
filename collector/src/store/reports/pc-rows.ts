/** Rewrites the one denormalised row of every PC whose facts changed in a batch. */
import { fold } from '@somay/shared/text/fold.ts'
import { type Kysely, sql } from 'kysely'
import { COMPARISON_NAMES, COMPARISON_ROWS, comparisonsOf } from '../comparisons.ts'
import type { Dialect, JsonColumn } from '../dialect/dialect.ts'
import { COLUMNS_OF, PC_COLUMN_NAMES, PC_COLUMNS, type PcColumn, type Promoted } from '../pc-columns.ts'
import type { Tables } from '../tables.ts'
import type { IncomingReport } from './incoming.ts'

/** `found` are columns from bodies the store held already. */
export type PcChange = {
  readonly report: Pick<IncomingReport, 'pcId' | 'promoted'>
  readonly found: Promoted
  readonly gone: readonly string[]
}

type Values = Record<PcColumn, string | number | null>
type StoredRow = { id: number; name: string; reasons: string } & Values

/** Reasons of columns stand under the column's name, of facts unknown as a whole or in part under one of these and the fact's name. */
const FACT_PREFIX = 'fact:'
const PART_PREFIX = 'part:'

const ROWS: Record<string, JsonColumn> = {
  id: 'int',
  reasons: 'text',
  unknown_count: 'int',
  ...Object.fromEntries(PC_COLUMN_NAMES.map((name) => [name, PC_COLUMNS[name].type])),
  ...COMPARISON_ROWS,
}

const ASSIGNMENTS = Object.keys(ROWS)
  .filter((name) => name !== 'id')
  .map((name) => `${name} = j.${name}`)
  .join(', ')

export async function writePcRows(db: Kysely<Tables>, dialect: Dialect, changes: readonly PcChange[]): Promise<void> {
  if (changes.length === 0) return
  const stored = await readRows(db, dialect, changes)
  const rows: unknown[][] = []
  const renamed: unknown[][] = []
  const searched: unknown[][] = []
  for (const change of changes) {
    const before = stored.get(change.report.pcId)
    if (!before) continue
    const { values, reasons } = laidOver(before, change)
    const name = typeof values.host_name === 'string' && values.host_name !== '' ? values.host_name : before.name
    if (name !== before.name) renamed.push([before.id, name, fold(name)])
    searched.push([before.id, searchText(name, values)])
    const comparisons = comparisonsOf(values)
    rows.push([
      before.id,
      JSON.stringify(reasons),
      incompleteFacts(reasons),
      ...PC_COLUMN_NAMES.map((column) => values[column]),
      ...COMPARISON_NAMES.map((column) => comparisons[column]),
    ])
  }
  await sql`update pc set ${sql.raw(ASSIGNMENTS)}, unmeasured = pc.unmeasured + 1 from ${dialect.rows('j', ROWS, JSON.stringify(rows))} where pc.id = j.id`.execute(
    db,
  )
  await sql`
    update pc_search set text = j.text
    from ${dialect.rows('j', { pc_id: 'int', text: 'text' }, JSON.stringify(searched))} where pc_search.pc_id = j.pc_id`.execute(db)
  if (renamed.length === 0) return
  // Apart, because naming an indexed column in an update rewrites its index entries even when nothing changes.
  await sql`
    update pc set name = j.name, name_key = j.name_key
    from ${dialect.rows('j', { id: 'int', name: 'text', name_key: 'text' }, JSON.stringify(renamed))} where pc.id = j.id`.execute(db)
}

async function readRows(db: Kysely<Tables>, dialect: Dialect, changes: readonly PcChange[]): Promise<Map<number, StoredRow>> {
  const { rows } = await sql<StoredRow>`
    select pc.id, pc.name, pc.reasons, ${sql.raw(PC_COLUMN_NAMES.map((name) => `pc.${name}`).join(', '))}
    from ${dialect.rows('j', { id: 'int' }, JSON.stringify(changes.map((change) => [change.report.pcId])))} join pc on pc.id = j.id`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function laidOver(before: StoredRow, { report, found, gone }: PcChange): { values: Values; reasons: Record<string, string> } {
  const values = Object.fromEntries(PC_COLUMN_NAMES.map((name) => [name, before[name]])) as Values
  const reasons: Record<string, string> = JSON.parse(before.reasons)
  for (const fact of gone) {
    delete reasons[FACT_PREFIX + fact]
    delete reasons[PART_PREFIX + fact]
    for (const column of COLUMNS_OF.get(fact) ?? []) {
      values[column] = null
      delete reasons[column]
    }
  }
  for (const promoted of [report.promoted, found]) {
    for (const [column, value] of Object.entries(promoted.values)) {
      values[column as PcColumn] = value
      delete reasons[column]
    }
    Object.assign(reasons, promoted.reasons)
    keepReasons(reasons, FACT_PREFIX, promoted.unknownFacts)
    keepReasons(reasons, PART_PREFIX, promoted.partlyUnknown)
  }
  return { values, reasons }
}

function keepReasons(reasons: Record<string, string>, prefix: string, ofFacts: Readonly<Record<string, string | null>>): void {
  for (const [fact, reason] of Object.entries(ofFacts)) {
    if (reason === null) delete reasons[prefix + fact]
    else reasons[prefix + fact] = reason
  }
}

/** Facts not known to the last property; what was turned off on purpose is not missing. */
function incompleteFacts(reasons: Readonly<Record<string, string>>): number {
  const isOfFact = (key: string) => key.startsWith(FACT_PREFIX) || key.startsWith(PART_PREFIX)
  return Object.entries(reasons).filter(([key, reason]) => isOfFact(key) && reason !== 'turned-off').length
}

function searchText(name: string, values: Values): string {
  const { manufacturer, model, serial, processor, os_name, ip_address, mac_addresses } = values
  return fold([name, manufacturer, model, serial, processor, os_name, ip_address, mac_addresses].filter((text) => text !== null).join('\n'))
}
