/** Counts of any past date, the lists behind them, the overview, freezing and its proof over a large demo fleet with a year of presence. */
import { sql } from 'kysely'
import { openDatabase } from '#collector/store/database.ts'
import type { Frozen } from '#shared/api/frozen-reports.ts'
import { type Lifetime, startCollector } from '../collector-process.ts'
import { type Client, loggedIn } from '../http-client.ts'
import { percentile, type Row, timesOf } from './measure.ts'
import { ledgerOf } from './multiplied.ts'

const RUNS = 40
const FREEZINGS = 3
const DAY_MS = 86_400_000

/** What lists behind figures ask: the many, the few, the rare, one unit. */
const BEHIND = [
  'states=internet&blocks=I,II',
  'states=silent',
  'states=wan-only&unit=5',
  'unit=9',
  'states=register-only',
  'states=unknown',
  'support=ended&blocks=I,II',
  'casing=laptop',
]

const dayBack = (days: number): string => new Date(Date.now() - (days + 2) * DAY_MS).toISOString().slice(0, 10)

export async function countFigures(life: Lifetime, pcs: number): Promise<Row[]> {
  const dataFolder = await ledgerOf(pcs)
  await rememberAYear(dataFolder)
  const collector = await startCollector(life, { dataFolder, environment: { SOMAY_LOG_LEVEL: 'warn' } })
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  let turn = 0
  const counts = await timesOf(RUNS, () => client.get(`/api/v1/counts?asOf=${dayBack((turn++ * 9) % 365)}`))
  const overview = await timesOf(RUNS, () => overviewOf(client))
  const rows: Row[] = [
    figure(`counts by unit of any date, ${pcs.toLocaleString('en')} PCs, p95`, percentile(counts, 0.95), 300),
    figure('overview: its counts, alerts and trend together, p95', percentile(overview, 0.95), 100),
  ]
  for (const asked of BEHIND) {
    const times = await timesOf(RUNS, () => client.get(`/api/v1/counts/pcs?asOf=${dayBack((turn++ * 9) % 365)}&${asked}`))
    rows.push(figure(`list behind a figure of any date (${asked}), p95`, percentile(times, 0.95), 100))
  }
  return [...rows, ...(await freezing(client)), await bytesOfPresence(dataFolder)]
}

function figure(what: string, ms: number, wantedMs: number): Row {
  return { what, figure: `${ms.toFixed(0)} ms`, wanted: `under ${wantedMs.toLocaleString('en')} ms`, met: ms < wantedMs }
}

/** As if every PC had taken its updates month by month: else of most of the dates asked for nothing would be known. */
async function rememberAYear(dataFolder: string): Promise<void> {
  const database = await openDatabase(dataFolder)
  const MONTH_MS = 30 * DAY_MS
  const columns = sql`nature, portable, support_ends_on, extended_ends_on, missing_since, patched_until`
  try {
    await database.write(async (db) => {
      const { rows } = await sql`select 1 from pc_condition where since < ${Date.now() - 300 * DAY_MS} limit 1`.execute(db)
      if (rows.length > 0) return
      await sql`
        insert into pc_condition (pc_id, since, until, ${columns})
        with recursive month(number) as (select 1 union all select number + 1 from month where number < 13)
        select pc_id, since - number * ${MONTH_MS}, since - (number - 1) * ${MONTH_MS}, ${columns} from pc_condition, month where until is null
        on conflict do nothing`.execute(db)
    })
  } finally {
    await database.close()
  }
}

/** As the page asks them, all at once. */
function overviewOf(client: Client): Promise<unknown> {
  return Promise.all(['counts?', 'alerts', 'counts/trend'].map((path) => client.get(`/api/v1/${path}`)))
}

async function freezing(client: Client): Promise<Row[]> {
  const times: number[] = []
  let id = 0
  for (let run = 0; run < FREEZINGS; run++) {
    const startedAt = performance.now()
    const answer = await client.send('POST', '/api/v1/frozen-reports', { asOf: dayBack(40 + run), title: `bench ${run}`, note: '' })
    if (answer.status !== 200) throw new Error(answer.text)
    times.push(performance.now() - startedAt)
    id = answer.json<Frozen>().id
  }
  const startedAt = performance.now()
  const proof = await client.get(`/api/v1/frozen-reports/${id}/verification`)
  if (proof.status !== 200) throw new Error(proof.text)
  const proofMs = performance.now() - startedAt
  return [
    figure('publishing a report with its lists, the slowest of 3', Math.max(...times), 10_000),
    figure('proof that a report is what was frozen', proofMs, 10_000),
  ]
}

/** Pages of the table, its key included, as SQLite counts them. */
async function bytesOfPresence(dataFolder: string): Promise<Row> {
  const database = await openDatabase(dataFolder)
  try {
    const { rows } = await sql<{ bytes: number }>`
      select (select sum(pgsize) from dbstat where name = 'presence') * 12.0 / count(distinct month) / count(distinct pc_id) as bytes from presence`.execute(
      database.read,
    )
    return { what: 'bytes of a PC-year of presence', figure: String(Math.round(rows[0]?.bytes ?? Number.NaN)) }
  } finally {
    await database.close()
  }
}
