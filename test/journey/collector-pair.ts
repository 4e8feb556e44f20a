/** Two collectors as processes over one real PostgreSQL, and PCs already enrolled there. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, type TestContext } from 'node:test'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { type PostgresServer, startPostgres } from '../postgres-server.ts'
import { enrolledPcs } from './enrolled-pcs.ts'

export type CollectorPair = {
  /** Where their ledger is, for whoever looks into it beside them. */
  readonly address: string
  readonly database: Database
  readonly pcs: readonly { readonly pcId: number; readonly credential: string }[]
  readonly one: RunningCollector
  readonly other: RunningCollector
}

export type CollectorPairs = {
  /** Both at the same moment, over a database of their own. */
  start(t: TestContext, pcs?: number): Promise<CollectorPair>
  /** Neither the collectors nor the database met a deadlock or anything unexpected. */
  assertNoTrouble(...collectors: readonly RunningCollector[]): void
}

/** One server for all the pairs of a file. */
export function collectorPairs(): CollectorPairs {
  let server: PostgresServer | undefined
  let made = 0
  before(async () => {
    server = await startPostgres()
  })
  after(() => server?.stop())
  return {
    async start(t, count = 0) {
      assert.ok(server, 'PostgreSQL did not start')
      const address = await server.makeDatabase(`ledger_${++made}`)
      const pcs = count > 0 ? await enrolledPcs('', count, address) : []
      const start = () => startCollector(t, { dataFolder: temporaryFolder(t), environment: { SOMAY_DATABASE: address } })
      const [one, other] = await Promise.all([start(), start()])
      const database = await openDatabase('', address)
      t.after(() => database.close())
      return { address, database, pcs, one, other }
    },
    assertNoTrouble(...collectors) {
      for (const { dataFolder } of collectors)
        assert.doesNotMatch(readFileSync(join(dataFolder, 'collector.log'), 'utf8'), /deadlock|"level":[56]0/)
      assert.doesNotMatch(server?.log() ?? '', /deadlock/)
    },
  }
}
