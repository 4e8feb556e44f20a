/** The store's promises on a real PostgreSQL, which the test brings up itself: no query is born tied to one engine. */
import { after, before } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import { type PostgresServer, startPostgres } from '../../postgres-server.ts'
import { contract } from './contract/index.ts'

let server: PostgresServer | undefined
let made = 0

before(async () => {
  server = await startPostgres()
})
after(() => server?.stop())

contract(async () => {
  if (!server) throw new Error('PostgreSQL did not start')
  return openDatabase('', await server.makeDatabase(`ledger_${++made}`))
})
