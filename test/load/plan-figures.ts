/** What a policy would do to the whole fleet, asked again as a planner moves a threshold. */
import { sql } from 'kysely'
import { whatIf } from '#collector/fleet/plan/query.ts'
import { FIRST_POLICY } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import { openDatabase } from '#collector/store/database.ts'
import { type Lifetime, startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'
import { exported, MOST_GROWN_MB } from './list-figures.ts'
import { percentile, type Row, timesOf } from './measure.ts'
import { FILLED, ledgerOf } from './multiplied.ts'

const RUNS = 20
const GIB = 1024 ** 3
const MEMORIES = [4, 8, 12, 16]

/** A million PCs may take a second, a hundred thousand a sixth of it. */
const wantedMs = (pcs: number): number => (pcs > 500_000 ? 1_000 : 150)

/** Beyond what the demo fills there are no facts behind the PCs: of those no list is made. */
export async function planFigures(life: Lifetime, pcs: number): Promise<Row[]> {
  const dataFolder = await ledgerOf(pcs)
  const rows = await whatIfFigures(dataFolder, pcs)
  const collector = await startCollector(life, { dataFolder, environment: { SOMAY_LOG_LEVEL: 'warn' } })
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const asked = 'budget=20000000000&years=3'
  const page = percentile(await timesOf(RUNS, () => client.get(`/api/v1/plan?${asked}`)), 0.95)
  const n = pcs.toLocaleString('en')
  const overHttp = { what: `plan of ${n} PCs over HTTP, by unit and year, p95`, figure: `${page.toFixed(0)} ms` }
  if (pcs > FILLED) return [...rows, overHttp]
  const { ms, grownMb } = await exported(client, `/api/v1/plan/export?format=xlsx&${asked}`, collector.pid)
  return [
    ...rows,
    overHttp,
    {
      what: `need list of ${n} PCs as XLSX, with its sums`,
      figure: `${(ms / 1000).toFixed(1)} s, ${grownMb} MB grown`,
      wanted: `under 10 s and ${MOST_GROWN_MB} MB`,
      met: ms < 10_000 && grownMb < MOST_GROWN_MB,
    },
  ]
}

async function whatIfFigures(dataFolder: string, pcs: number): Promise<Row[]> {
  const database = await openDatabase(dataFolder)
  try {
    let turn = 0
    const ask = () =>
      whatIf(
        database,
        {
          policy: { ...FIRST_POLICY, memoryBytes: (MEMORIES[turn++ % MEMORIES.length] as number) * GIB },
          prices: FIRST_PRICES,
          on: '2026-11-24',
        },
        () => sql<boolean>`1 = 1`,
      )
    const before = process.cpuUsage()
    const times = await timesOf(RUNS, ask)
    const { user, system } = process.cpuUsage(before)
    const groups = await ask()
    const dong = groups.reduce((sum, { costDong = 0, pcs: count }) => sum + costDong * count, 0)
    const p95 = percentile(times, 0.95)
    return [
      {
        what: `what-if over ${pcs.toLocaleString('en')} PCs, p95 (${groups.length} groups, ${(dong / 1e9).toFixed(0)} billion dong)`,
        figure: `${p95.toFixed(0)} ms`,
        wanted: `under ${wantedMs(pcs)} ms`,
        met: p95 < wantedMs(pcs),
      },
      // On a machine that does other things too this says more than the time on the clock.
      { what: 'processor time of one what-if, all cores together', figure: `${((user + system) / 1_000 / (RUNS + 1)).toFixed(0)} ms` },
    ]
  } finally {
    await database.close()
  }
}
