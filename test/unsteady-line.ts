/** The line between an agent and its collector: TCP through a port that stays while the collector goes and comes, until a test makes it unsteady. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/**
 * `cut`: the line is down. `loses-answers`: a report reaches the collector, and the line breaks when its answer comes, which is after it was stored.
 * `busy`: a balancer on the way turns reports away until `retryAfterSeconds` have passed.
 */
export type LineState =
  | { readonly kind: 'open' | 'loses-answers'; readonly to: string }
  | { readonly kind: 'busy'; readonly to: string; readonly retryAfterSeconds: number }
  | { readonly kind: 'cut' }

export type Line = {
  readonly url: string
  become(state: LineState): void
  /** How often a report was sent into this line. */
  reports(): number
  /** How many of the collector's answers to reports it swallowed. */
  lostAnswers(): number
}

export async function unsteadyLine(t: TestContext, first: LineState): Promise<Line> {
  let state = first
  let reports = 0
  let lostAnswers = 0
  const open = new Set<Socket>()

  function carry(near: Socket): void {
    const { kind } = state
    if (kind === 'cut') return void near.destroy()
    const { hostname, port } = new URL(state.to)
    const far = connect(Number(port), hostname)
    let isReport = false
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        to.end()
      })
    }
    near.on('data', (chunk) => {
      if (chunk.indexOf('POST /api/v1/reports') === 0) {
        isReport = true
        reports++
      }
      if (isReport && state.kind === 'busy') near.end(busyAnswer(state.retryAfterSeconds))
      else far.write(chunk)
    })
    far.on('data', (chunk) => {
      if (!isReport || state.kind !== 'loses-answers') return void near.write(chunk)
      lostAnswers++
      near.destroy()
    })
  }

  const server = createServer(carry)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(next) {
      state = next
    },
    reports: () => reports,
    lostAnswers: () => lostAnswers,
  }
}

function busyAnswer(retryAfterSeconds: number): string {
  return `HTTP/1.1 503 Service Unavailable\r\nretry-after: ${retryAfterSeconds}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`
}
