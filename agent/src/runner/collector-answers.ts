/** Whether something takes connections where the agent would go: the collector, or the proxy on the way to it. Nothing is said to it. */
import { takesConnection } from '../platform/network.ts'

const LIMIT_MS = 5_000

export async function collectorAnswers(collectorUrls: readonly string[], proxy: string | undefined): Promise<boolean> {
  // A PAC file may name any proxy: what the collector's own address says is the best there is.
  const isProxy = proxy !== undefined && proxy !== '' && !proxy.startsWith('pac+')
  const points = isProxy ? [proxy] : collectorUrls
  const answers = await Promise.all(points.filter((url) => URL.canParse(url)).map(connects))
  return answers.includes(true)
}

function connects(address: string): Promise<boolean> {
  const { protocol, hostname, port } = new URL(address)
  return takesConnection(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port), LIMIT_MS)
}
