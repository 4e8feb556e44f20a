/** Two collectors over one PostgreSQL are one ledger: whoever is asked knows what the other took, and either may die. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import type { PcPage } from '#shared/api/pcs.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { enrolledAgent } from '../agent-process.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { clientOf, loggedIn } from '../http-client.ts'
import { known, makeReport } from '../make-report.ts'
import { type PostgresServer, startPostgres } from '../postgres-server.ts'
import { enrolledPcs } from './enrolled-pcs.ts'
import { heldOf } from './held-of-pc.ts'
import { sendReport } from './sent-report.ts'

let server: PostgresServer | undefined
let made = 0

before(async () => {
  server = await startPostgres()
})
after(() => server?.stop())

async function pair(t: TestContext, pcs = 0) {
  if (!server) throw new Error('PostgreSQL did not start')
  const address = await server.makeDatabase(`ledger_${++made}`)
  const enrolled = pcs > 0 ? await enrolledPcs('', pcs, address) : []
  const start = () => startCollector(t, { dataFolder: temporaryFolder(t), environment: { SOMAY_DATABASE: address } })
  const [one, other] = await Promise.all([start(), start()])
  return { address, enrolled, one, other }
}

for (let i = 0; i < 12; i++) test('two collectors started at the same moment on an empty database make one ledger', async (t) => {
  const { address, one, other } = await pair(t)
  const database = await openDatabase('', address)
  console.log((await database.read.selectFrom('unit').selectAll().execute()).length, (await database.read.selectFrom('person').selectAll().execute()).length)
  await database.close()
})
