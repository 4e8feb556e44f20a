/** The list's first page, a filtered search and the exports over a large demo fleet, and how many bytes a PC takes. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadDemo } from '#collector/demo/load.ts'
import { openDatabase } from '#collector/store/database.ts'
import type { PcList } from '#shared/api/pcs.ts'
import { type Lifetime, startCollector } from '../collector-process.ts'
import { type Client, loggedIn } from '../http-client.ts'
import { percentile, type Row, timesOf } from './measure.ts'

const RUNS = 40
const SEED = 20_160_930

/** What a file of any length may cost the collector; a hundred thousand rows held at once would be five times as much. */
export const MOST_GROWN_MB = 200

const SEARCHES = [
  '/api/v1/pcs?q=dak%20glei',
  '/api/v1/pcs?q=optiplex%20snv',
  '/api/v1/pcs?where=memoryBytes.lt.4294967296&where=osName.contains.windows%207',
  '/api/v1/pcs?q=DESKTOP&where=systemDiskKind.is.hdd',
]

export async function listFigures(life: Lifetime, pcs: number): Promise<Row[]> {
  const dataFolder = fileURLToPath(new URL(`../../.build/bench-${pcs}`, import.meta.url))
  await fillOnce(dataFolder, pcs)
  const collector = await startCollector(life, { dataFolder, environment: { SOMAY_LOG_LEVEL: 'warn' } })
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const first = await timesOf(RUNS, () => client.get('/api/v1/pcs'))
  let turn = 0
  const search = await timesOf(RUNS, () => client.get(SEARCHES[turn++ % SEARCHES.length] as string))
  const [csv, xlsx] = [
    await exported(client, '/api/v1/pcs/export?format=csv', collector.pid),
    await exported(client, '/api/v1/pcs/export?format=xlsx', collector.pid),
  ]
  const { total } = (await client.get('/api/v1/pcs')).json<PcList>()
  const bytes = statSync(join(dataFolder, 'ledger.db')).size
  const p95 = (times: readonly number[]) => percentile(times, 0.95)
  const n = pcs.toLocaleString('en')
  return [
    { what: `first page at ${n} PCs, p95`, figure: `${p95(first).toFixed(0)} ms`, wanted: 'under 50 ms', met: p95(first) < 50 },
    { what: `filtered searches at ${n} PCs, p95`, figure: `${p95(search).toFixed(0)} ms`, wanted: 'under 100 ms', met: p95(search) < 100 },
    {
      what: `CSV of ${n} PCs`,
      figure: `${(csv.ms / 1000).toFixed(1)} s, ${csv.grownMb} MB grown`,
      wanted: `under 5 s and ${MOST_GROWN_MB} MB`,
      met: csv.ms < 5_000 && Number(csv.grownMb) < MOST_GROWN_MB,
    },
    {
      what: `XLSX of ${n} PCs`,
      figure: `${(xlsx.ms / 1000).toFixed(1)} s, ${xlsx.grownMb} MB grown`,
      wanted: `under 5 s and ${MOST_GROWN_MB} MB`,
      met: xlsx.ms < 5_000 && Number(xlsx.grownMb) < MOST_GROWN_MB,
    },
    { what: 'store, bytes per PC (facts, 13 months of presence, indexes)', figure: String(Math.round(bytes / total)) },
  ]
}

// Made once and kept beside the other build output: filling takes longer than measuring.
export async function fillOnce(dataFolder: string, pcs: number): Promise<void> {
  if (existsSync(join(dataFolder, 'ledger.db'))) return
  console.log(`bench: filling a ledger with ${pcs} PCs, once`)
  const database = await openDatabase(dataFolder)
  await loadDemo(database, { pcs, seed: SEED, now: Date.now(), timeZone: 'Asia/Ho_Chi_Minh', progress: () => {} })
  await database.close()
}

/** Anonymous memory alone: pages of the database file that the system maps in are not the collector's growth. */
function privateMb(pid: number): number {
  const anonymous = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(anonymous ?? Number.NaN) / 1024
}

/** A file taken whole: how long it took, and by how much the collector grew at most. */
export async function exported(client: Client, address: string, pid: number): Promise<{ ms: number; grownMb: number }> {
  const before = privateMb(pid)
  let most = before
  const startedAt = performance.now()
  const response = await client.fetch(address)
  if (!response.ok || !response.body) throw new Error(`export failed: ${response.status}`)
  for await (const _chunk of response.body) most = Math.max(most, privateMb(pid))
  return { ms: performance.now() - startedAt, grownMb: Math.round(most - before) }
}
