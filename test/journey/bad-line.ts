/** A line to a collector on which three of ten sends fail, each in another way, and which can be cut. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

export type BadLine = {
  readonly url: string
  cut(is: boolean): void
  /** How many sends failed on the way there, were turned away, or lost their answer. */
  failures(): Readonly<Record<Failure, number>>
}

const FAILURES = ['broken', 'busy', 'answer-lost'] as const
type Failure = (typeof FAILURES)[number]

/** Which of ten sends in a row fail. */
const FAILING = new Map<number, Failure>([
  [2, 'broken'],
  [5, 'busy'],
  [6, 'answer-lost'],
])

export async function badLine(t: TestContext, to: string): Promise<BadLine> {
  let isCut = false
  let sends = 0
  const failures = { broken: 0, busy: 0, 'answer-lost': 0 }

  function carry(asked: IncomingMessage, answer: ServerResponse): void {
    const failure = isCut ? 'broken' : FAILING.get(sends++ % 10)
    if (failure && !isCut) failures[failure]++
    if (failure === 'broken') return void asked.socket.destroy()
    if (failure === 'busy') return void answer.writeHead(503, { 'retry-after': '5' }).end('busy')
    const onward = request(new URL(asked.url ?? '/', to), { method: asked.method, headers: asked.headers }, (came) => {
      if (failure === 'answer-lost') {
        came.resume()
        return void came.on('end', () => asked.socket.destroy())
      }
      answer.writeHead(came.statusCode ?? 500, came.headers)
      came.pipe(answer)
    })
    onward.on('error', () => asked.socket.destroy())
    asked.pipe(onward)
  }

  const server = createServer(carry).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: (is) => {
      isCut = is
    },
    failures: () => failures,
  }
}
