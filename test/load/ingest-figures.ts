/** Durable check-ins and durable full new reports per second, against a bare echo in the same run. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Lifetime, startCollector } from '../collector-process.ts'
import { enrolledPcs } from '../journey/enrolled-pcs.ts'
import { makeReport, unchangedAfter } from '../make-report.ts'
import { fullReport } from './full-report.ts'
import type { Row } from './measure.ts'
import { type LoadResult, load, requestBytes } from './raw-client.ts'

const CONNECTIONS = 256
const SECONDS = 5
const CHECK_IN_PCS = 2_000
const FULL_REPORTS = 6_000
const AT_ONCE = [8, 32, 64]

/** 1,700 a second on two cores where the bare echo gave 57,000: a processor of a third of that speed does a third of both (decision 0011). */
const FULL_AGAINST_ECHO = 1_700 / 57_000

const JSON_TYPE = { 'content-type': 'application/json' }

export async function ingestFigures(life: Lifetime): Promise<Row[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'somay-bench-'))
  life.after(async () => rmSync(dataFolder, { recursive: true, force: true }))
  const pcs = await enrolledPcs(dataFolder, CHECK_IN_PCS + FULL_REPORTS * AT_ONCE.length)
  const collector = await startCollector(life, { dataFolder, environment: { SOMAY_LOG_LEVEL: 'warn' } })
  const sent = makeReport()
  const bodyOf = () =>
    JSON.stringify(unchangedAfter(sent, Date.now(), [{ at: new Date().toISOString(), state: 'internet', latencyMs: 12 }]))

  const echoPort = await startEcho(life)
  const echoRequest = requestBytes({ path: '/echo', headers: JSON_TYPE, body: bodyOf() })
  const echo = await forSeconds(echoPort, () => echoRequest)

  // Every PC holds the same facts, so that a check-in finds its manifest unchanged.
  let first = 0
  await load(collector.port, 32, () => {
    const pc = pcs[first++]
    if (!pc || first > CHECK_IN_PCS) return undefined
    return requestBytes({ path: '/api/v1/reports', headers: headersOf(pc.credential), body: JSON.stringify(makeReport()) })
  })
  let turn = 0
  const checkIns = await forSeconds(collector.port, () => {
    const { credential } = pcs[turn++ % CHECK_IN_PCS] as { credential: string }
    return requestBytes({ path: '/api/v1/reports', headers: headersOf(credential), body: bodyOf() })
  })
  const ratio = checkIns.perSecond / echo.perSecond
  const rows: Row[] = [
    { what: `bare Fastify echo, ${CONNECTIONS} connections`, figure: perSecond(echo) },
    { what: `durable unchanged check-ins, ${CONNECTIONS} connections`, figure: perSecond(checkIns) },
    { what: 'check-ins against echo', figure: ratio.toFixed(2), wanted: 'at least 0.40', met: ratio >= 0.4 },
    { what: 'bytes of an unchanged check-in', figure: String(bodyOf().length), wanted: 'under 600', met: bodyOf().length < 600 },
  ]
  for (const [index, atOnce] of AT_ONCE.entries()) {
    const from = CHECK_IN_PCS + index * FULL_REPORTS
    const prepared = pcs.slice(from, from + FULL_REPORTS).map((pc) => {
      const body = gzipSync(JSON.stringify(fullReport(pc.pcId)))
      return requestBytes({ path: '/api/v1/reports', headers: { ...headersOf(pc.credential), 'content-encoding': 'gzip' }, body })
    })
    const full = await load(collector.port, atOnce, () => prepared.pop())
    const ratio = full.perSecond / echo.perSecond
    rows.push({ what: `durable full new reports (20 kB), ${atOnce} at once`, figure: perSecond(full) })
    rows.push({
      what: `  against echo, ${atOnce} at once`,
      figure: ratio.toFixed(3),
      wanted: `at least ${FULL_AGAINST_ECHO.toFixed(3)}`,
      met: ratio >= FULL_AGAINST_ECHO,
    })
  }
  return rows
}

const headersOf = (credential: string) => ({ ...JSON_TYPE, authorization: `Bearer ${credential}` })

function forSeconds(port: number, next: () => Buffer): Promise<LoadResult> {
  const end = performance.now() + SECONDS * 1000
  return load(port, CONNECTIONS, () => (performance.now() < end ? next() : undefined))
}

function perSecond(result: LoadResult): string {
  const failed = [...result.statuses].filter(([status]) => status !== 200).map(([status, count]) => `, ${count} x ${status}`)
  return `${Math.round(result.perSecond).toLocaleString('en')}/s, p99 ${result.p99Ms.toFixed(0)} ms${failed.join('')}`
}

function startEcho(life: Lifetime): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./echo-server.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  life.after(async () => void child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the echo server ended')))
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(new URL(String(chunk).replace('echo: ', '').trim()).port)))
  })
}
