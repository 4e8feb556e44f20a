/** A lean HTTP/1.1 load client over plain sockets: general clients spend more on a request than the collector does, and would be what is measured. */
import { connect } from 'node:net'

export type LoadRequest = { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer | string }

export type LoadResult = {
  readonly requests: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly statuses: ReadonlyMap<number, number>
}

export function requestBytes({ path, headers, body }: LoadRequest, method = 'POST'): Buffer {
  const bytes = Buffer.from(body as string)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries({ ...headers, 'content-length': String(bytes.length) }).map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes])
}

/** Keeps `connections` requests under way until `next` returns undefined; answers must carry content-length. */
export async function load(port: number, connections: number, next: () => Buffer | undefined): Promise<LoadResult> {
  const latencies: number[] = []
  const statuses = new Map<number, number>()
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: connections }, () => oneConnection(port, next, latencies, statuses)))
  const seconds = (performance.now() - startedAt) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return { requests: latencies.length, perSecond: latencies.length / seconds, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), statuses }
}

function oneConnection(port: number, next: () => Buffer | undefined, latencies: number[], statuses: Map<number, number>): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let sentAt = 0
    let held = ''
    const send = () => {
      const request = next()
      if (!request) {
        socket.end()
        return resolve()
      }
      sentAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      held += chunk.toString('latin1')
      const headEnd = held.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      const length = Number(/content-length: (\d+)/i.exec(held)?.[1] ?? 0)
      if (held.length < headEnd + 4 + length) return
      latencies.push(performance.now() - sentAt)
      const status = Number(held.slice(9, 12))
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      held = ''
      send()
    })
  })
}
