/** Servers on the loopback that behave like the networks of real offices: portals, proxies with a login, lines that are slow and lose packets. */
import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerCertificate } from '../../certificates.ts'

type PageServer = { readonly url: string; asked(): number; stop(): Promise<void> }

/** `page` undefined takes the question and never answers. */
export async function pageServer(
  t: TestContext,
  { page, tls, host = '127.0.0.1' }: { page: string | undefined; tls?: ServerCertificate; host?: string },
): Promise<PageServer> {
  let asked = 0
  const answer: RequestListener = (_request, response) => {
    asked++
    if (page !== undefined) response.end(page)
  }
  const server = tls ? createHttpsServer(tls, answer) : createHttpServer(answer)
  const stop = async () => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  t.after(stop)
  const { port } = await listening(server, host)
  return { url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}/`, asked: () => asked, stop }
}

/** The address of a proxy that lets nobody through without a password. */
export async function loginProxy(t: TestContext): Promise<string> {
  const server = createHttpServer((_request, response) => {
    response.writeHead(407, { 'proxy-authenticate': 'Basic realm="office"' })
    response.end('<html>Who are you?</html>')
  })
  server.on('connect', (_request, socket) => {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n')
  })
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(await listening(server, '127.0.0.1')).port}`
}

/** A lost packet comes again after the sender noticed, which takes TCP about this long on such a line. */
const RETRANSMISSION_MS = 600

/** A line to `url` on which everything comes `delayMs` late and each `lostEvery`th packet is lost once. */
export async function slowLine(
  t: TestContext,
  url: string,
  { delayMs, lostEvery }: { delayMs: number; lostEvery: number },
): Promise<string> {
  const there = Number(new URL(url).port)
  const sockets = new Set<Socket>()
  let packets = 0
  const server = createTcpServer((near) => {
    const far = connect(there, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      // What follows a lost packet waits for it: TCP keeps the order, the end included.
      let before: Promise<unknown> = Promise.resolve()
      const carry = (work: () => void) => {
        const lateMs = delayMs + (++packets % lostEvery === 0 ? RETRANSMISSION_MS : 0)
        const arrived = wait(lateMs)
        before = before.then(() => arrived).then(() => to.writable && work())
      }
      from.on('data', (chunk) => carry(() => to.write(chunk)))
      from.on('error', () => to.destroy())
      from.on('end', () => carry(() => to.end()))
    }
  })
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(await listening(server, '127.0.0.1')).port}/`
}

async function listening(server: Server, host: string): Promise<AddressInfo> {
  server.listen(0, host)
  await once(server, 'listening')
  return server.address() as AddressInfo
}
