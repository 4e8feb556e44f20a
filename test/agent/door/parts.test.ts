/** The small parts of the door: where it stands, its second lock where the system has none, its pace, its memory of the log. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { knock } from '#agent/door/knock.ts'
import { openDoor } from '#agent/door/open-door.ts'
import { doorPlace, doorsToTry, groupNumber } from '#agent/door/place.ts'
import { questionOpener, sealQuestion } from '#agent/door/seal.ts'
import { serveDoor } from '#agent/door/serve.ts'
import { createLane } from '#agent/resident/lane.ts'
import { recentLines } from '#agent/resident/recent-lines.ts'
import { createRounds } from '#agent/resident/rounds.ts'
import { until } from '../../until.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function silentLog() {
  const lines: string[] = []
  const note = (message: string, about?: Record<string, unknown>) => void lines.push(`${message} ${JSON.stringify(about)}`)
  return { lines, log: { error: note, warn: note, info: note, debug: note } }
}

test('it stands in the state folder, and for a group where the group can reach it', () => {
  assert.deepEqual(doorPlace({ stateFolder: '/s' }, {}, 'linux'), { kind: 'socket', folder: '/s', path: '/s/door.sock', group: undefined })
  const shared = doorPlace({ stateFolder: '/s', doorGroup: '990' }, {}, 'linux')
  assert.deepEqual(shared, { kind: 'socket', folder: '/run/somay-agent', path: '/run/somay-agent/door.sock', group: 990 })
  const made = doorPlace({ stateFolder: '/s', doorGroup: '990' }, { RUNTIME_DIRECTORY: '/run/so:/run/may' }, 'linux')
  assert.equal(made.kind === 'socket' && made.folder, '/run/so')
  assert.equal(doorPlace({ stateFolder: 'C:\\s' }, {}, 'win32').kind, 'pipe')
  assert.deepEqual(doorsToTry('/s', {}, 'linux'), ['/s/door.sock', '/run/somay-agent/door.sock'])
})

test('a group is known by number or name, and one that does not exist keeps the door shut', async () => {
  const groups = () => 'root:x:0:\nsomay:x:990:lan,mai\nsomay-more:x:991:\n'
  assert.equal(groupNumber('somay', groups), 990)
  assert.equal(groupNumber('12', groups), 12)
  assert.throws(() => groupNumber('som', groups), /no group som/)
  const { lines, log } = silentLog()
  const door = await openDoor(
    () => doorPlace({ stateFolder: '/s', doorGroup: 'no-such-group' }, {}, 'linux'),
    async () => [],
    log,
  )
  door.close()
  assert.match(lines.join(), /stays shut.*no-such-group/)
})

test('with a group its members may open it, and nobody else', { skip: process.getuid?.() !== 0 }, async (t) => {
  const folder = join(temporaryFolder(t), 'run')
  const place = { kind: 'socket', folder, path: join(folder, 'door.sock'), group: 65_534 } as const
  const { log } = silentLog()
  const door = await openDoor(
    () => place,
    async () => ['{}'],
    log,
  )
  t.after(() => door.close())
  for (const [path, mode] of [
    [folder, 0o750],
    [place.path, 0o660],
  ] as const) {
    const found = statSync(path)
    assert.deepEqual([found.mode & 0o777, found.uid, found.gid], [mode, 0, 65_534], path)
  }
  door.close()
  assert.equal(existsSync(place.path), false)
})

test('a folder of somebody else is no place for a door', { skip: process.getuid?.() !== 0 }, async (t) => {
  const folder = join(temporaryFolder(t), 'run')
  mkdirSync(folder)
  const { chownSync } = await import('node:fs')
  chownSync(folder, 65_534, 65_534)
  const { lines, log } = silentLog()
  await openDoor(
    () => ({ kind: 'socket', folder, path: join(folder, 'door.sock'), group: 0 }),
    async () => [],
    log,
  )
  assert.match(lines.join(), /belongs to user 65534/)
})

/** The pipe of Windows, with a socket in its place: what counts here is the key in the file. */
async function sealedDoor(t: TestContext, serve = serveDoor(async () => ['{', '}'], KEY, silentLog().log)) {
  const folder = temporaryFolder(t)
  const pipe = join(folder, 'pipe')
  const server = createServer({ allowHalfOpen: true }, serve)
  server.listen(pipe)
  await once(server, 'listening')
  t.after(() => void server.close())
  const keyFile = (key: string) => {
    const file = join(folder, `${key.slice(0, 8)}.json`)
    writeFileSync(file, JSON.stringify({ pipe, key }))
    return file
  }
  return { pipe, keyFile }
}

const KEY = '0f'.repeat(32)
const OTHER_KEY = '1f'.repeat(32)

test('where the system keeps nobody out, the key in the file does', async (t) => {
  const { pipe, keyFile } = await sealedDoor(t)
  assert.deepEqual(await knock([keyFile(KEY)], 'placement', {}), { kind: 'answered', value: {} })
  for (const refused of [keyFile(OTHER_KEY), pipe])
    assert.deepEqual(await knock([refused], 'placement', {}), { kind: 'refused', refusal: 'not-allowed' })
  for (const damaged of ['', 'short', 'zz'.repeat(32)])
    assert.equal((await knock([keyFile(damaged)], 'placement', {})).kind, 'failed', damaged)
})

test('a stranger in between reads nothing, asks nothing again and answers nothing', async (t) => {
  const real = await sealedDoor(t)
  const heard: Buffer[] = []
  let forge: ((answer: Buffer) => Buffer) | undefined
  const between = await sealedDoor(t, (socket) => {
    const onward = connect(real.pipe)
    const answer: Buffer[] = []
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      heard.push(chunk)
      onward.write(chunk)
    })
    onward.on('data', (chunk: Buffer) => answer.push(chunk))
    onward.on('end', () => {
      heard.push(...answer)
      socket.end(forge ? forge(Buffer.concat(answer)) : Buffer.concat(answer))
    })
  })
  const ask = () => knock([between.keyFile(KEY)], 'enter-placement', { room: 'Phòng 305' })
  forge = () => Buffer.from('{"ok":{"kept":true}}\n')
  assert.equal((await ask()).kind, 'failed', 'an answer in the open is not believed')
  const [question = Buffer.alloc(0), first = Buffer.alloc(0)] = heard
  assert.equal(question.includes('305') || question.includes('placement'), false)
  assert.equal(first.includes('ok'), false)
  forge = () => first
  assert.equal((await ask()).kind, 'failed', 'the answer to another question is none to this')
  forge = (answer) => answer.with(-1, ((answer.at(-1) ?? 0) + 1) % 256) as Buffer
  assert.equal((await ask()).kind, 'failed', 'a changed answer is none')
  const again = connect(real.pipe)
  again.write(question)
  assert.equal(await text(again), '{"refused":"not-allowed"}\n', 'no question is taken twice')
})

test('a question from an hour ago is not taken', () => {
  let now = Date.now()
  const open = questionOpener(KEY, () => now)
  const { line } = sealQuestion(KEY, 'status')
  assert.equal(open(line)?.text, 'status')
  assert.equal(open(line), undefined)
  const late = sealQuestion(KEY, 'status').line
  now += 3_600_000
  assert.equal(open(late), undefined)
})

test('who knocks does not wait for ever, nor take in without end, nor believe everything', async (t) => {
  const path = join(temporaryFolder(t), 'door.sock')
  let answer = ''
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined)
    socket.resume()
    if (answer !== '') socket.end(answer)
  })
  server.listen(path)
  await once(server, 'listening')
  t.after(() => void server.close())
  const limits = { timeoutMs: 200, maxBytes: 1_000 }
  assert.equal((await knock([path], 'placement', {}, limits)).kind, 'failed', 'silence')
  for (const said of ['x'.repeat(2_000), 'no json', '{"ok":{"more":1}}', '{"refused":"because"}', '{"ok":{"entry":{"room":1}}}']) {
    answer = said
    assert.equal((await knock([path], 'placement', {}, limits)).kind, 'failed', said.slice(0, 40))
  }
  chmodSync(path, 0o600)
  assert.deepEqual(await knock([`${path}.none`], 'placement', {}), { kind: 'nobody' })
})

test('"report now" keeps its pace, and wishes become one round', async () => {
  const seen: string[] = []
  let now = 1_000_000
  const step = (name: string) => async () => void seen.push(name)
  const contact = async () => ({ result: { kind: 'kept', sentence: 'busy' }, retry: false }) as const
  const lane = createLane(() => undefined)
  const rounds = createRounds(lane, { sample: step('sample'), inventory: step('inventory'), contact }, () => now, 50)
  assert.equal(rounds.ask().state, 'started')
  assert.equal(rounds.ask().state, 'running')
  await lane.add(async () => undefined)
  assert.deepEqual([rounds.round().outcome, rounds.round().sentence], ['kept', 'busy'])
  assert.deepEqual(rounds.ask(), { state: 'resting', until: new Date(now + 50).toISOString() })
  // Set back by a year, the clock must not keep anybody waiting for one.
  now -= 365 * 86_400_000
  assert.deepEqual(rounds.ask(), { state: 'resting', until: new Date(now + 50).toISOString() })
  now += 366 * 86_400_000
  rounds.wish()
  rounds.wish()
  await until('the wished round ran', () => seen.length === 4)
  rounds.stop()
})

test('a step that fails ends the round as failed, and the next can start', async () => {
  const lane = createLane(() => undefined)
  const failing = () => Promise.reject(new Error('no'))
  const rounds = createRounds(lane, { sample: async () => undefined, inventory: failing, contact: async () => undefined }, Date.now, 0)
  rounds.ask()
  await lane.add(async () => undefined)
  assert.equal(rounds.round().outcome, 'failed')
  assert.equal(rounds.ask().state, 'started')
})

test('the last lines of the log are kept whole and bounded, however they come', () => {
  const recent = recentLines()
  const bytes = Buffer.from('{"message":"phòng"}\n{"mess')
  recent.keep(bytes.subarray(0, 16))
  recent.keep(bytes.subarray(16))
  recent.keep('age":"b"}\n')
  assert.deepEqual(recent.lines(), ['{"message":"phòng"}', '{"message":"b"}'])
  for (let number = 0; number < 1_000; number++) recent.keep(`${number} ${'x'.repeat(5_000)}\n`)
  assert.equal(recent.lines().length, 200)
  assert.ok(recent.lines().every((line) => line.length <= 1_000))
  recent.keep('y'.repeat(1_000_000))
  recent.keep('\n')
  assert.ok((recent.lines().at(-1)?.length ?? 0) <= 1_000)
})
