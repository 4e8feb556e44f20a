/** Sending through a proxy, on the loopback. */
import assert from 'node:assert/strict'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { type TestContext, test } from 'node:test'
import { collectorClient } from '#agent/send/collector-client.ts'

async function proxyServer(t: TestContext): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = []
  const server = createServer((asked, answer) => {
    seen.push(`${asked.method} ${asked.url} ${asked.headers['proxy-authorization'] ?? '-'}`)
    const target = new URL(asked.url ?? '')
    const onward = request(
      { port: Number(target.port), host: '127.0.0.1', path: target.pathname, method: asked.method, headers: asked.headers },
      (came) => {
        answer.writeHead(came.statusCode ?? 500, came.headers)
        came.pipe(answer)
      },
    )
    asked.pipe(onward)
  })
  server.on('connect', (asked, socket, head) => {
    seen.push(`CONNECT ${asked.url}`)
    const onward = connect(Number(asked.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

const clientOf = (collectorUrl: string, proxy: string) => collectorClient({ collectorUrl, network: { proxy }, timeoutMs: 5_000 })

test('a report goes through the configured proxy with its login', async (t) => {
  const proxy = await proxyServer(t)
  const collector = createServer((_, answer) => answer.end('{"ok":true}')).listen(0, '127.0.0.1')
  await new Promise((resolve) => collector.once('listening', resolve))
  t.after(() => {
    collector.closeAllConnections()
    collector.close()
  })
  const { port } = collector.address() as AddressInfo
  const client = clientOf(`http://collector.example:${port}`, `http://officer:secret@${proxy.url}`)
  t.after(() => client.close())
  const reply = await client.post('/api/v1/reports', {})
  assert.ok(reply.kind === 'reply' && reply.status === 200)
  assert.match(proxy.seen[0] ?? '', /^POST http:\/\/collector\.example:\d+\/api\/v1\/reports Basic /)
})

test('HTTPS goes through the proxy in a tunnel, so that the proxy never sees the credential', async (t) => {
  const proxy = await proxyServer(t)
  const client = clientOf('https://collector.example:1', `http://${proxy.url}`)
  t.after(() => client.close())
  const reply = await client.post('/api/v1/reports', {}, 'secret')
  assert.equal(reply.kind, 'no-reply')
  assert.deepEqual(proxy.seen, ['CONNECT collector.example:1'])
})

test('a collector on this very PC is never asked for through the proxy', async (t) => {
  const proxy = await proxyServer(t)
  const client = clientOf('http://127.0.0.1:1', `http://${proxy.url}`)
  t.after(() => client.close())
  await client.post('/api/v1/reports', {})
  assert.deepEqual(proxy.seen, [])
})

test('an error never carries the credential', async (t) => {
  const client = clientOf('http://127.0.0.1:1', '')
  t.after(() => client.close())
  const reply = await client.post('/api/v1/reports', {}, 'very-secret')
  assert.ok(reply.kind === 'no-reply' && !JSON.stringify(reply).includes('very-secret'))
  assert.match(reply.sentence, /ECONNREFUSED/)
})
