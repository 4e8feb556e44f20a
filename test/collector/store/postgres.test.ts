/** The store's promises on a real PostgreSQL, which the test brings up itself: no query is born tied to one engine. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '#collector/store/database.ts'
import { type PostgresServer, startPostgres } from '../../postgres-server.ts'
import { contract } from './contract/index.ts'

let server: PostgresServer | undefined
let made = 0

before(async () => {
  server = await startPostgres()
})
after(() => server?.stop())

async function open() {
  if (!server) throw new Error('PostgreSQL did not start')
  return openDatabase('', await server.makeDatabase(`ledger_${++made}`))
}

contract(open)

test('a collector that hangs in the middle of a transaction does not hold up the others for ever', async () => {
  const database = await open()
  const shown = await sql<{ idle_in_transaction_session_timeout: string }>`show idle_in_transaction_session_timeout`.execute(database.read)
  await database.close()
  assert.deepEqual(shown.rows, [{ idle_in_transaction_session_timeout: '30s' }])
})
