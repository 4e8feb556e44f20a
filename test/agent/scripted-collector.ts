/** A collector on the loopback that answers as a test tells it to, and remembers what it was sent. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { Enrolled, Enrolment } from '#shared/enrolment.ts'
import type { Answer, Report } from '#shared/report.ts'

export type Received = {
  readonly path: string
  readonly body: unknown
  readonly wireBytes: number
  readonly headers: IncomingMessage['headers']
}

/** What to do with one report: answer it, refuse it, or lose the answer after the body was taken. */
export type Step =
  | { readonly kind: 'answer'; readonly more?: Partial<Answer> }
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | { readonly kind: 'lose' }

export type ScriptedCollector = {
  readonly url: string
  readonly received: Received[]
  reports(): Report[]
  enrolments(): Enrolment[]
  /** The next reports meet these steps in turn; after them every report is acknowledged. */
  script(...steps: Step[]): void
  /** Which PC a renewed key is for; 7, the enrolled one, unless told. */
  takesFor(pcId: number): void
  refusesRenewals(): void
  /** The next enrolments are taken, and their answers lost. */
  losesEnrolments(count: number): void
  stop(): Promise<void>
}

export const COLLECTOR_ERROR = (code: string) => ({ error: { code, message: 'No.', todo: 'Do.', id: 'e-1' } })

export async function scriptedCollector(t: TestContext, standing: Partial<Answer> = {}, port = 0): Promise<ScriptedCollector> {
  const received: Received[] = []
  const steps: Step[] = []
  let renewal: Enrolled | undefined = { pcId: 7, credential: 'own-credential', nextContactSeconds: 3600 }
  let enrolmentsToLose = 0
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const wire = Buffer.concat(chunks)
    if (request.url === '/healthz') return send(response, 200, { status: 'ok' })
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(wire) : wire
    const body: unknown = JSON.parse(plain.toString('utf8'))
    received.push({ path: request.url ?? '', body, wireBytes: wire.length, headers: request.headers })
    if (request.url === '/api/v1/credential') return renewal ? send(response, 200, renewal) : send(response, 503, {})
    if (request.url === '/api/v1/enrol' && enrolmentsToLose-- > 0) return void request.socket.destroy()
    if (request.url === '/api/v1/enrol') return send(response, 200, { pcId: 7, credential: 'secret-credential', nextContactSeconds: 3600 })
    const step = steps.shift() ?? { kind: 'answer' }
    if (step.kind === 'lose') return void request.socket.destroy()
    if (step.kind === 'status') return send(response, step.status, step.body ?? {}, step.headers)
    send(response, 200, answerTo((body as Report).id, { ...standing, ...step.more }))
  }

  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const stop = async () => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  t.after(stop)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    reports: () => received.filter(({ path }) => path === '/api/v1/reports').map(({ body }) => body as Report),
    enrolments: () => received.filter(({ path }) => path === '/api/v1/enrol').map(({ body }) => body as Enrolment),
    script: (...more) => void steps.push(...more),
    takesFor: (pcId) => {
      renewal = { pcId, credential: 'own-credential', nextContactSeconds: 3600 }
    },
    refusesRenewals: () => {
      renewal = undefined
    },
    losesEnrolments: (count) => {
      enrolmentsToLose = count
    },
    stop,
  }
}

function answerTo(id: string, more: Partial<Answer>): Answer {
  return {
    id,
    repeated: false,
    need: [],
    nextContactSeconds: 3600,
    targets: [], // Asking apt takes seconds, and most tests are not about that.
    switchedOff: ['patches', 'software'],
    ...more,
  }
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
