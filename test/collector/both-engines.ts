/** Both databases, for tests that must hold on each: called once at the top of a test file, which then has a PostgreSQL of its own. */
import { after, before } from 'node:test'
import { type PostgresServer, startPostgres } from '../postgres-server.ts'

/** By name what gives the address of a fresh database, as `appOver` takes it; `prefix` names those of PostgreSQL. */
export function bothEngines(prefix: string): Readonly<Record<string, () => Promise<string>>> {
  let server: PostgresServer | undefined
  let made = 0
  before(async () => {
    server = await startPostgres()
  })
  after(() => server?.stop())
  return {
    SQLite: async () => '',
    PostgreSQL: async () => (await server?.makeDatabase(`${prefix}_${++made}`)) ?? '',
  }
}
