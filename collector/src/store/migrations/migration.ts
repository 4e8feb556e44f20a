/** What a migration is: SQL statements written with the dialect's column types; past ones never change. */
import type { Dialect } from '../dialect/dialect.ts'

export type Migration = (dialect: Dialect) => readonly string[]
