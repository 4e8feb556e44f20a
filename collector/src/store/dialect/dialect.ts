/** What differs between the databases the store runs on, named by concern; nothing else in the product may know which one it is. */
import type { Kysely, RawBuilder } from 'kysely'
import type { NewEnrolment } from '../enrolments.ts'
import type { IncomingReport, Outcome } from '../reports/incoming.ts'
import type { Tables } from '../tables.ts'

/** `hex` travels as text and arrives as bytes; `json` arrives as the JSON text of the element. */
export type JsonColumn = 'int' | 'text' | 'hex' | 'real' | 'json'

export type ColumnTypes = {
  /** A row number the database gives. */
  readonly rowId: string
  /** A whole number of up to 2^53: ids, counts, bytes, instants in ms. */
  readonly int: string
  readonly real: string
  /** Text compared and sorted by code point in both databases. */
  readonly text: string
  readonly bytes: string
  /** After the closing bracket of a table whose primary key is its order on disk. */
  readonly keyOrdered: string
}

/** What must not be done twice at the same moment where several collectors write. */
export const GUARDED_DEEDS = [
  'counting-ahead',
  'reorganising',
  'matching',
  'freezing',
  'saving-plans',
  'remembering-lists',
  'drafting',
] as const
export type GuardedDeed = (typeof GUARDED_DEEDS)[number]

export type Dialect = {
  readonly name: 'sqlite' | 'postgres'
  readonly types: ColumnTypes
  /** Rows handed over as one JSON parameter, an array of arrays, as a table `alias(columns)`: set-based writes rest on it. */
  rows(alias: string, columns: Readonly<Record<string, JsonColumn>>, json: string): RawBuilder<unknown>
  /** The values of one row as the text of a JSON array: one text crosses from the driver instead of thirty values. */
  jsonArray(values: readonly RawBuilder<unknown>[]): RawBuilder<string>
  /** The text under a key of a column that holds a JSON object; null when the column or the key is. */
  jsonText(column: RawBuilder<unknown>, key: string): RawBuilder<string | null>
  /** Bytes `length` from `offset` (counted from 0) of a packed parameter. */
  slice(pack: Buffer, offset: RawBuilder<unknown>, length: RawBuilder<unknown>): RawBuilder<Buffer>
  /** How often each value of a whole number, never null, stands in a table; the values as text, because they may be greater than a number of JavaScript holds exactly. */
  tally(db: Kysely<Tables>, value: RawBuilder<unknown>, from: RawBuilder<unknown>): Promise<ReadonlyMap<string, number>>
  /** Whether folded `column` holds folded `needle`, as plain text without patterns. */
  contains(column: RawBuilder<unknown>, needle: string): RawBuilder<boolean>
  /** Statements that make the database itself refuse a deed on a table's rows where `when` holds, which speaks of `old` or `new`. */
  refusal(table: string, deed: 'insert' | 'update' | 'delete', when: string): readonly string[]
  /** Statements that make the database itself do a deed after each new row of `table`, or each change of the named columns; it speaks of `new`. */
  afterwards(name: string, table: string, columns: readonly string[] | 'insert', deed: string): readonly string[]
  /**
   * Keeps other transactions from these PCs (`ids` is a query of one column) until this one ends: what changes several PCs begins with it. Always in
   * the same order, so that two wait for each other and never both.
   */
  holdPcs(db: Kysely<Tables>, ids: RawBuilder<unknown>): Promise<void>
  /** Keeps other transactions from the same deed, by this collector or another, until this one ends. */
  alone(db: Kysely<Tables>, deed: GuardedDeed): Promise<void>
  /** As many as like may be beside each other, and none beside one that is alone. */
  beside(db: Kysely<Tables>, deed: GuardedDeed): Promise<void>
  /** What the database itself finds damaged in its files and in rows that name others, a line each. */
  damage(db: Kysely<Tables>): Promise<readonly string[]>
  /** The names of what makes the database refuse deeds or do some by itself (`refusal`, `afterwards`), as far as it is in force. */
  guards(db: Kysely<Tables>): Promise<readonly string[]>
  /** Whether an error says that the database could not write (full disk, read-only, gone), as opposed to a bad statement. */
  isStorageFailure(error: unknown): boolean
}

/** One open database: reads run beside each other and beside a write, writes one at a time where the engine wants it. */
export type Database = {
  readonly dialect: Dialect
  readonly read: Kysely<Tables>
  /** Runs `work` in one transaction; it is durable when the promise resolves. */
  write<T>(work: (transaction: Kysely<Tables>) => Promise<T>): Promise<T>
  /** Stores a batch of reports in one transaction, off the thread that answers requests where the engine needs that. */
  writeReports(batch: readonly IncomingReport[]): Promise<(Outcome | undefined)[]>
  /** Enrols a batch in one transaction, in its order. */
  enrolPcs(batch: readonly NewEnrolment[]): Promise<(number | undefined)[]>
  /** Resolves, with why, only when this process can write no more and must be started anew. */
  readonly broken: Promise<Error>
  close(): Promise<void>
}
