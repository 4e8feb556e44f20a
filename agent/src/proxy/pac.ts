/** Asks a PAC file which way to take; the file is code of somebody else, so it runs in an engine of its own that sees nothing of this PC. */
import type { NetworkSettings } from '../platform/http-agents.ts'
import type { Platform } from '../platform/platform.ts'

export type PacAnswers = { readonly by: Readonly<Record<string, string>> } | { readonly problem: string }

const FETCH_LIMIT_MS = 10_000
const OK = 200

/** The PAC file itself is fetched directly: there is no other way yet. */
export async function askPac(platform: Platform, pacUrl: string, urls: readonly string[], network: NetworkSettings): Promise<PacAnswers> {
  const page = await platform.fetchSmallPage(pacUrl, FETCH_LIMIT_MS, { ...network, proxy: '', routes: undefined })
  if (page.kind !== 'answered') return { problem: `the PAC file ${pacUrl} did not come: ${page.detail}` }
  if (page.status !== OK || !page.text.includes('FindProxyForURL'))
    return { problem: `what came from ${pacUrl} is no PAC file (HTTP ${page.status})` }
  try {
    // Half a megabyte of code that most PCs never need.
    const { evaluatePac } = await import('./pac-engine.ts')
    const answers = await evaluatePac(page.text, urls)
    return { by: Object.fromEntries(answers.flatMap(([url, answer]) => entryOf(url, answer))) }
  } catch (error) {
    return { problem: `the PAC file ${pacUrl} could not be run: ${(error as Error).message}` }
  }
}

function entryOf(url: string, answer: string): [string, string][] {
  const proxy = proxyIn(answer)
  return proxy === undefined ? [] : [[new URL(url).origin, proxy]]
}

/** The first way of the answer that this agent can take: `PROXY host:port; SOCKS host:port; DIRECT`. Undefined is directly. */
export function proxyIn(answer: string): string | undefined {
  for (const part of answer.split(';').map((one) => one.trim())) {
    if (/^DIRECT$/i.test(part)) return undefined
    const [, kind = '', host] = /^(PROXY|HTTP|HTTPS)\s+(\S+)$/i.exec(part) ?? []
    if (host !== undefined) return `${kind.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${host}`
  }
  return undefined
}
