/** Whether something takes connections where the agent would go: the collector, or the proxy on the way to it. Nothing is said to it. */
import { takesConnection } from '../platform/network.ts'
import { wayFile } from '../updates/places.ts'
import { readRecord, WaySchema } from '../updates/records.ts'

const LIMIT_MS = 5_000

/**
 * Where connections may begin. The way the agent last went counts beside what is placed: of the system's proxy and of PAC files the runner knows nothing.
 * The agent's user can forge it, and gains little: it only decides whether the time that passes counts, a day is the most either way.
 */
export function pointsToTry(collectorUrls: readonly string[], proxy: string | undefined, stateFolder: string): readonly string[] {
  // A PAC file may name any proxy: what the collector's own address says is the best there is.
  const isProxy = proxy !== undefined && proxy !== '' && !proxy.startsWith('pac+')
  const lastWay = readRecord(wayFile(stateFolder), WaySchema)?.point
  return [...(isProxy ? [proxy] : collectorUrls), ...(lastWay === undefined ? [] : [lastWay])]
}

export async function collectorAnswers(points: readonly string[]): Promise<boolean> {
  const answers = await Promise.all([...new Set(points)].filter((url) => URL.canParse(url)).map(connects))
  return answers.includes(true)
}

function connects(address: string): Promise<boolean> {
  const { protocol, hostname, port } = new URL(address)
  return takesConnection(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port), LIMIT_MS)
}
