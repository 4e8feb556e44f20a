/** Asks the configured targets and the collector's addresses, and judges what answered in their place. */
import type { Target } from '@somay/shared/report.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { jsonObjectIn } from '../platform/json-object.ts'
import type { FetchResult } from '../platform/network.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reach } from './probe.ts'

export type InternetProbe = 'reached' | 'unexpected-content' | 'untrusted' | 'wrong-time' | 'proxy-login' | 'refused' | 'no-answer'

export type Attempt = {
  readonly step: 'internet' | 'collector'
  readonly address: string
  readonly outcome: InternetProbe
  readonly tookMs: number
  /** A code of the system, when there was an error. */
  readonly detail?: string
}

const NO_TARGETS = unknown('turned-off', 'no probe target is configured')
const NO_COLLECTOR = unknown('turned-off', 'no collector is configured')
const PROXY_WANTS_LOGIN = 407
const OVERLOADED = 503
const OK = 200

/** What says most about the way out, from the one that decides to the one that says least. */
const TELLING: readonly InternetProbe[] = ['unexpected-content', 'untrusted', 'proxy-login', 'wrong-time', 'refused', 'no-answer']

export type InternetAnswer = {
  readonly internet: InternetProbe | Unknown
  readonly target?: string
  readonly latencyMs?: number
  readonly attempts: readonly Attempt[]
}

/** One target after the other until one says what it should. */
export async function askInternet(platform: Platform, reach: Reach): Promise<InternetAnswer> {
  const attempts: Attempt[] = []
  for (const target of reach.targets) {
    const attempt = await attemptAt(platform, reach, 'internet', target.url, (page) => judgeTarget(page, target))
    attempts.push(attempt)
    if (attempt.outcome === 'reached') return { internet: 'reached', target: target.url, latencyMs: attempt.tookMs, attempts }
  }
  const [telling] = attempts.toSorted((a, b) => TELLING.indexOf(a.outcome) - TELLING.indexOf(b.outcome))
  return telling ? { internet: telling.outcome, target: telling.address, attempts } : { internet: NO_TARGETS, attempts }
}

/** One address after the other, in the configured order, until the collector answers. */
export async function askCollector(
  platform: Platform,
  reach: Reach,
): Promise<{ collector: boolean | Unknown; attempts: readonly Attempt[] }> {
  const attempts: Attempt[] = []
  for (const url of reach.collectorUrls) {
    const attempt = await attemptAt(platform, reach, 'collector', `${url.replace(/\/+$/, '')}/healthz`, judgeCollector)
    attempts.push({ ...attempt, address: url })
    if (attempt.outcome === 'reached') return { collector: true, attempts }
  }
  return { collector: attempts.length === 0 ? NO_COLLECTOR : false, attempts }
}

async function attemptAt(
  platform: Platform,
  { timeoutMs, network }: Reach,
  step: Attempt['step'],
  address: string,
  judge: (page: Extract<FetchResult, { kind: 'answered' }>) => boolean,
): Promise<Attempt> {
  const startedAt = performance.now()
  const page = await platform.fetchSmallPage(address, timeoutMs, network)
  if (page.kind !== 'answered') return { step, address, outcome: page.kind, tookMs: sinceMs(startedAt), detail: page.detail }
  const outcome = page.status === PROXY_WANTS_LOGIN ? 'proxy-login' : judge(page) ? 'reached' : 'unexpected-content'
  return { step, address, outcome, tookMs: page.latencyMs }
}

function sinceMs(startedAt: number): number {
  return Math.ceil(performance.now() - startedAt)
}

/** An empty expectation means an empty answer, as "generate 204" pages give. */
function judgeTarget({ status, text }: { status: number; text: string }, { expect }: Target): boolean {
  if (expect === '') return text === '' && status >= OK && status < 300
  return status === OK && text.includes(expect)
}

/** A captive portal answers in HTML in place of the collector, so only its own JSON counts; "overloaded" is reached too. */
function judgeCollector({ status, text }: { status: number; text: string }): boolean {
  return (status === OK || status === OVERLOADED) && jsonObjectIn(text) !== undefined
}
