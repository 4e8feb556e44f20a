/** Turns at updates against a real collector: offered, waited for, fetched, handed over, told; refused once and never tried again. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { type TestContext, test } from 'node:test'
import { collectorClient } from '#agent/send/collector-client.ts'
import { fetchFile } from '#agent/send/fetch-file.ts'
import { type Turning, takeTurn } from '#agent/updates/turn.ts'
import { readUpdatedPcs } from '#collector/fleet/agent-updates/query.ts'
import { packageFiles } from '#collector/releasing/package-files.ts'
import { addRelease } from '#collector/store/releases.ts'
import { rollOut } from '#collector/store/rollouts.ts'
import type { SignedRelease, UpdateOutcome } from '#shared/release.ts'
import { appOver } from '../../collector/app-over.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { contentOf, newSigner, releaseOf, type Signer } from './signed.ts'

const KIND = 'windows-msi-x64'
const BY = { who: 'quan tri', at: 1 }
const HOUR_MS = 3_600_000
const NETWORK = { proxy: '' }

async function houseOf(t: TestContext, { spreadMs = 0, signer = newSigner() }: { spreadMs?: number; signer?: Signer } = {}) {
  const data = temporaryFolder(t)
  const { app, database, agent } = await appOver(t, '', { dataFolder: data })
  const { pcId, credential } = await agent()
  const files = packageFiles(data)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const client = collectorClient({ collectorUrl: url, network: NETWORK, timeoutMs: 5_000 })
  t.after(() => client.close())
  const folder = temporaryFolder(t)
  const updates = join(folder, 'updates')
  const pc = {
    now: Date.UTC(2026, 8, 30),
    freeBytes: 10e9 as number | undefined,
    isBusy: false,
    version: '0.1.0',
    asks: 0,
    fetched: [] as string[],
  }
  const turning = (): Turning => ({
    ...{ stateFolder: folder, updateKey: signer.updateKey, everyMs: HOUR_MS, spreadMs, os: 'windows', kind: KIND, version: pc.version },
    now: () => pc.now,
    random: () => 0.5,
    log: { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined },
    async ask(question) {
      pc.asks++
      const reply = await client.post('/api/v1/agent-updates/ask', question, credential)
      return reply.kind === 'reply' && reply.status === 200 ? reply.body : undefined
    },
    fetch(sha256, into, sizeBytes) {
      pc.fetched.push(sha256)
      const address = `${url}/api/v1/agent-updates/packages/${sha256}`
      return fetchFile({
        url: address,
        credential,
        network: NETWORK,
        into,
        sizeBytes,
        limitMs: 5_000,
        idleMs: 5_000,
        givesWay: () => false,
      })
    },
    freeBytes: async () => pc.freeBytes,
    isBusy: () => pc.isBusy,
  })
  const hold = async (release: SignedRelease, content = contentOf(release.manifest.version)) => {
    await files.take(Readable.from([content]), release.manifest)
    await addRelease(database, release, BY)
  }
  const first = releaseOf(signer, KIND, '0.1.0')
  const second = releaseOf(signer, KIND, '0.2.0')
  return {
    ...{ pc, folder, updates, files, signer, first, second, hold, pcId, credential, app },
    turn: () => takeTurn(turning()),
    rollOut: async (version: string) => {
      await rollOut(database, { version, unitId: null, stage: 100 }, BY)
      // As a minute later: another process may have changed it.
      pc.now += HOUR_MS
    },
    told: async (version: string) => {
      const [found] = (await readUpdatedPcs(database, { version })).pcs
      return found && [found.state, found.reason]
    },
    /** As the runner writes it. */
    end: (outcome: Partial<UpdateOutcome>) => {
      const path = join(updates, 'runner/standing.json')
      mkdirSync(dirname(path), { recursive: true })
      const { sha256 } = second.manifest
      writeFileSync(
        path,
        JSON.stringify({
          outcome: { version: '0.2.0', sha256, end: 'installed', at: '2026-09-30T01:02:03.000Z', ...outcome },
          kept: sha256,
        }),
      )
    },
  }
}

test('offered, fetched with the way back, handed over once, told how it ended, and asked no more than once an hour', async (t) => {
  const { pc, updates, first, second, hold, turn, rollOut: roll, told, end } = await houseOf(t)
  await hold(first)
  await hold(second)
  await roll('0.2.0')
  assert.equal(await turn(), 'handed-over')
  assert.deepEqual(await told('0.2.0'), ['offered', undefined])
  assert.deepEqual(JSON.parse(readFileSync(join(updates, 'ready.json'), 'utf8')), { release: second, fallback: first })
  assert.deepEqual(readFileSync(join(updates, `${second.manifest.sha256}.msi`)), contentOf('0.2.0'))
  const asks = pc.asks
  assert.equal(await turn(), 'later')
  assert.equal(pc.asks, asks)

  // The new version starts and finds what the runner wrote.
  end({})
  pc.version = '0.2.0'
  assert.equal(await turn(), 'idle')
  assert.deepEqual(await told('0.2.0'), ['installed', undefined])
  assert.deepEqual(
    readdirSync(updates).filter((name) => name.endsWith('.msi')),
    [],
  )
  const then = pc.asks
  assert.equal(await turn(), 'idle')
  assert.equal(pc.asks, then, 'told once, and asked for more an hour later')
})

test('PCs of one stage do not fetch together, nor while a report waits, nor where the room is little or not known', async (t) => {
  const { pc, first, second, hold, turn, rollOut: roll } = await houseOf(t, { spreadMs: 4 * HOUR_MS })
  await hold(first)
  await hold(second)
  await roll('0.2.0')
  assert.equal(await turn(), 'later')
  pc.now += 2 * HOUR_MS
  pc.isBusy = true
  assert.equal(await turn(), 'later')
  pc.isBusy = false
  pc.freeBytes = undefined
  assert.equal(await turn(), 'later')
  pc.freeBytes = 100e6
  assert.equal(await turn(), 'later')
  assert.deepEqual(pc.fetched, [])
  pc.freeBytes = 10e9
  assert.equal(await turn(), 'handed-over')
})

test('what another key signed is refused before a byte is fetched, told at once, and never tried again', async (t) => {
  const { pc, first, hold, turn, rollOut: roll, told } = await houseOf(t)
  await hold(first)
  await hold(releaseOf(newSigner(), KIND, '0.2.0'))
  await roll('0.2.0')
  assert.equal(await turn(), 'soon')
  assert.equal(await turn(), 'idle')
  assert.deepEqual(await told('0.2.0'), ['refused', 'signature-wrong'])
  assert.deepEqual(pc.fetched, [])
  pc.now += 2 * HOUR_MS
  assert.equal(await turn(), 'idle')
})

test('without the package of the version that runs nothing is offered', async (t) => {
  const { second, hold, turn, rollOut: roll, told } = await houseOf(t)
  await hold(second)
  await roll('0.2.0')
  assert.equal(await turn(), 'idle')
  assert.equal(await told('0.2.0'), undefined)
})

test('a package spoilt on the way is fetched again, three times at most', async (t) => {
  const { pc, first, second, hold, turn, rollOut: roll, told, updates } = await houseOf(t)
  await hold(first)
  await hold(second)
  await roll('0.2.0')
  const path = join(updates, `${second.manifest.sha256}.msi`)
  mkdirSync(updates, { recursive: true })
  for (const expected of ['later', 'later', 'soon']) {
    writeFileSync(path, Buffer.alloc(second.manifest.sizeBytes))
    assert.equal(await turn(), expected)
    assert.equal(existsSync(path), false)
  }
  await turn()
  assert.deepEqual(await told('0.2.0'), ['refused', 'package-wrong'])
  assert.ok(pc.asks > 0)
})

test('what the runner kept is not fetched again; a package the collector lacks is asked for later', async (t) => {
  const { pc, updates, first, second, hold, turn, rollOut: roll, files } = await houseOf(t)
  await hold(first)
  await hold(second)
  await files.remove(second.manifest.sha256)
  await roll('0.2.0')
  mkdirSync(join(updates, 'runner'), { recursive: true })
  writeFileSync(join(updates, 'runner/standing.json'), JSON.stringify({ kept: first.manifest.sha256 }))
  assert.equal(await turn(), 'later')
  await files.take(Readable.from([contentOf('0.2.0')]), second.manifest)
  assert.equal(await turn(), 'handed-over')
  assert.ok(!pc.fetched.includes(first.manifest.sha256))
})

test('a runner that never says how it ended is asked three times, then it is said that nobody can tell', async (t) => {
  const { pc, first, second, hold, turn, rollOut: roll, told } = await houseOf(t)
  await hold(first)
  await hold(second)
  await roll('0.2.0')
  for (let time = 0; time < 3; time++) {
    assert.equal(await turn(), 'handed-over')
    pc.now += HOUR_MS / 2
  }
  assert.equal(await turn(), 'soon')
  await turn()
  assert.deepEqual(await told('0.2.0'), ['cannot-tell', 'cut-off'])
})

test('a memory nobody can read is begun anew', async (t) => {
  const { updates, turn } = await houseOf(t)
  mkdirSync(updates, { recursive: true })
  writeFileSync(join(updates, 'memory.json'), 'half a w')
  assert.equal(await turn(), 'idle')
  rmSync(updates, { recursive: true })
})

test('packages are for agents, from any byte on', async (t) => {
  const { app, credential, second, hold } = await houseOf(t)
  await hold(second)
  const { sizeBytes, sha256 } = second.manifest
  const get = (headers: Record<string, string>, hash = sha256) =>
    app.inject({ url: `/api/v1/agent-updates/packages/${hash}`, headers: { authorization: `Bearer ${credential}`, ...headers } })
  const whole = await get({})
  assert.deepEqual([whole.statusCode, whole.rawPayload], [200, contentOf('0.2.0')])
  const rest = await get({ range: 'bytes=1000-' })
  assert.deepEqual([rest.statusCode, rest.rawPayload], [206, contentOf('0.2.0').subarray(1_000)])
  assert.equal(rest.headers['content-range'], `bytes 1000-${sizeBytes - 1}/${sizeBytes}`)
  assert.equal((await get({ range: `bytes=${sizeBytes}-` })).statusCode, 416)
  assert.equal((await get({}, 'f'.repeat(64))).json().error.code, 'package-not-here')
  assert.equal((await get({}, '..%2f..%2fledger.db')).statusCode, 404)
  assert.equal((await app.inject({ url: `/api/v1/agent-updates/packages/${sha256}` })).statusCode, 401)
})
