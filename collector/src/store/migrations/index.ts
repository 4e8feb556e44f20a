/** Brings the tables up to date, forward only, before anyone listens; the order is the order of this list. */
import { type Kysely, Migrator, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import type { Tables } from '../tables.ts'
import { firstLedger } from './0001-first-ledger.ts'
import { counts } from './0002-counts.ts'
import { unitHeirs } from './0003-unit-heirs.ts'
import { people } from './0004-people.ts'
import { frozenReports } from './0006-frozen-reports.ts'
import { rolledCounts } from './0007-rolled-counts.ts'
import { register } from './0008-register.ts'
import { identityDesk } from './0009-identity-desk.ts'
import { measures } from './0010-measures.ts'
import { plans } from './0011-plans.ts'
import { reportDrafts } from './0012-report-drafts.ts'
import { fresherMeasures } from './0013-fresher-measures.ts'
import { committedSystems } from './0014-committed-systems.ts'
import { surerVerdicts } from './0015-surer-verdicts.ts'
import { datedCeilings } from './0016-dated-ceilings.ts'
import { agentReleases } from './0017-agent-releases.ts'
import { standingFindings } from './0018-standing-findings.ts'
import { leaders } from './0019-leaders.ts'
import { linesWithSystems } from './0020-lines-with-systems.ts'
import { conditions } from './0021-conditions.ts'
import { registerOverTime } from './0022-register-over-time.ts'
import type { Migration } from './migration.ts'

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-ledger': firstLedger,
  '0002-counts': counts,
  '0003-unit-heirs': unitHeirs,
  '0004-people': people,
  '0006-frozen-reports': frozenReports,
  '0007-rolled-counts': rolledCounts,
  '0008-register': register,
  '0009-identity-desk': identityDesk,
  '0010-measures': measures,
  '0011-plans': plans,
  '0012-report-drafts': reportDrafts,
  '0013-fresher-measures': fresherMeasures,
  '0014-committed-systems': committedSystems,
  '0015-surer-verdicts': surerVerdicts,
  '0016-dated-ceilings': datedCeilings,
  '0017-agent-releases': agentReleases,
  '0018-standing-findings': standingFindings,
  '0019-leaders': leaders,
  '0020-lines-with-systems': linesWithSystems,
  '0021-conditions': conditions,
  '0022-register-over-time': registerOverTime,
}

/** In their order. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS)

/** Carried as `code` by what is thrown when a newer product wrote the ledger. */
export const LEDGER_NEWER = 'LEDGER_NEWER'

/** Those of `applied` that this product does not know: then a newer one wrote the ledger, and this one would read it wrongly. */
export function unknownMigrations(applied: readonly string[]): string[] {
  return applied.filter((name) => !Object.hasOwn(MIGRATIONS, name))
}

/** `db` is a connection of its own right to write, outside any transaction: the migrator makes its own. `last` for a ledger as it once was. */
export async function migrate(db: Kysely<Tables>, dialect: Dialect, last = MIGRATION_NAMES.at(-1) as string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(MIGRATIONS).map(([name, migration]) => [name, steps(migration, dialect)])),
    },
  })
  const newer = unknownMigrations(await appliedMigrations(db))
  if (newer.length > 0) throw Object.assign(new Error(newer.join(', ')), { code: LEDGER_NEWER })
  const { error } = await migrator.migrateTo(last)
  if (error) throw error
}

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

function steps(migration: Migration, dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of migration(dialect)) await sql.raw(statement).execute(db)
    },
  }
}
