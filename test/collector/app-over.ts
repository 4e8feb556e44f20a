/** The collector's app in this process over a ledger of the test's own: requests by inject, no port. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { type AppOptions, buildApp } from '#collector/app.ts'
import { DEFAULTS, type Settings } from '#collector/config/settings.ts'
import { hashSecret } from '#collector/platform/secrets.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import type { Role } from '#shared/api/session.ts'
import { logInOnce } from './log-in-once.ts'
import { type Ledger, ledgerOver } from './store/contract/ledger.ts'

export type TestApp = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly ledger: Ledger
  /** A PC with a credential; what an agent would hold. */
  agent(): Promise<{ pcId: number; credential: string }>
  /** Headers of a logged-in person of this role, with the token for changes. */
  logIn(role: Role, scope?: 'all' | readonly number[]): Promise<Record<string, string>>
}

/** Over SQLite, or the PostgreSQL at `address`; `given` are settings other than the defaults. */
export async function appOver(
  t: TestContext,
  address = '',
  given: Partial<Settings> = {},
  limits?: AppOptions['limits'],
  now: () => number = Date.now,
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'somay-app-'))
  const database = await openDatabase(folder, address)
  const app = await buildApp({
    database,
    settings: { ...DEFAULTS, dataFolder: folder, ...given },
    logger: pino({ level: 'silent' }),
    now,
    ...(limits && { limits }),
  })
  await app.ready()
  t.after(async () => {
    await app.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const ledger = await ledgerOver(database)
  return {
    app,
    database,
    ledger,
    async agent() {
      const pcId = (await ledger.enrol()) as number
      const credential = `credential-of-${pcId}`
      await database.write((db) =>
        db
          .insertInto('credential')
          .values({ hash: hashSecret(credential), pc_id: pcId, public_key: '', created_at: 0, renewals: 0, revoked_at: null })
          .execute(),
      )
      return { pcId, credential }
    },
    logIn: (role, scope = 'all') => logInOnce(app, database, role, scope),
  }
}
