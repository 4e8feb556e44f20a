/** Asks a PAC file which way to take; the file is code of somebody else, so it runs in an engine of its own that sees nothing of this PC. */
import type { NetworkSettings } from '../platform/http-agents.ts'
import type { Platform } from '../platform/platform.ts'
import type { Answers } from './pac-engine.ts'
import { firstOpen, openProxies, waysIn } from './ways.ts'

export type PacAnswers = { readonly by: Readonly<Record<string, string>> } | { readonly problem: string }

const FETCH_LIMIT_MS = 10_000
const OK = 200
const MOST_OF_ANSWER = 100

/** The PAC file itself is fetched directly: there is no other way yet. */
export async function askPac(platform: Platform, pacUrl: string, urls: readonly string[], network: NetworkSettings): Promise<PacAnswers> {
  const page = await platform.fetchSmallPage(pacUrl, FETCH_LIMIT_MS, { ...network, proxy: '', routes: undefined })
  if (page.kind !== 'answered') return { problem: `the PAC file ${pacUrl} did not come: ${page.detail}` }
  if (page.status !== OK || !page.text.includes('FindProxyForURL'))
    return { problem: `what came from ${pacUrl} is no PAC file (HTTP ${page.status})` }
  try {
    // Half a megabyte of code that most PCs never need.
    const { evaluatePac } = await import('./pac-engine.ts')
    return await takeWays(await evaluatePac(page.text, urls), openProxies(platform))
  } catch (error) {
    return { problem: `the PAC file ${pacUrl} could not be run: ${(error as Error).message}` }
  }
}

/** An answer without a way this agent can take is no reason to go past the proxy in silence. */
async function takeWays(answers: Answers, isOpen: (proxy: string) => Promise<boolean>): Promise<PacAnswers> {
  const by: Record<string, string> = {}
  for (const [url, answer] of answers) {
    const way = await firstOpen(waysIn(answer), isOpen)
    if (!way)
      return {
        problem: `the PAC file names for ${new URL(url).origin} only ways this agent cannot take: ${answer.slice(0, MOST_OF_ANSWER)}`,
      }
    if (way.kind === 'proxy') by[new URL(url).origin] = way.address
  }
  return { by }
}
