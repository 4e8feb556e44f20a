/** The door of a real resident process: what it tells, who may open it, and what garbage, floods and slow people cannot do to it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { knock } from '#agent/door/knock.ts'
import { until } from '../../until.ts'
import { BUNDLE, hasBundle, PROGRAM, runAgent, startAgent } from '../run-agent.ts'
import { quickStateFolder } from '../temporary-folder.ts'
import { residentWithDoor } from './resident-with-door.ts'

async function say(t: TestContext, door: string, what: string | Buffer): Promise<string> {
  const socket = connect(door)
  t.after(() => socket.destroy())
  socket.on('error', () => undefined)
  socket.write(what)
  return await text(socket).catch(() => '')
}

const residentBytes = (pid: number) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024

for (const [name, program] of [
  ['from its sources', PROGRAM],
  ['from its bundle', BUNDLE],
] as const) {
  test(`${name} it tells how things stand, what was acknowledged and what is switched off`, async (t) => {
    if (program === BUNDLE && !hasBundle) {
      console.error('NOT RUN: the door of the bundled agent, which is missing (npm run build).')
      return t.skip('no bundle')
    }
    const { ask, collector, environment, folder } = await residentWithDoor(t, undefined, program)
    await until('the first report is acknowledged', () => existsSync(`${folder}/acknowledged.json`))
    const status = await until('the contact is noted', async () => {
      const now = await ask('status', {})
      return now.nextContactAt === undefined ? undefined : now
    })
    assert.equal(status.enrolment.state, 'enrolled')
    assert.equal(status.enrolment.pcId, 7)
    assert.equal(status.collectorUrl, collector.url)
    assert.equal(status.waiting, 0)
    assert.ok(status.lastContactAt && status.connectivity)
    assert.equal(JSON.stringify(status).includes('secret-credential'), false, 'the credential stays inside')
    assert.deepEqual(await ask('switched-off', {}), { facts: ['patches', 'software'] })
    const sent = await ask('sent', {})
    const shown = JSON.parse((await runAgent(t, ['show-sent'], environment)).out) as { facts: unknown; lastReport: unknown }
    const { bodies, lastReport } = sent.acknowledged as { bodies: unknown; lastReport: unknown }
    assert.deepEqual([bodies, lastReport], [shown.facts, shown.lastReport], 'the same as show-sent')
    assert.ok(Array.isArray((await ask('logs', {})).lines))
  })
}

test('what was entered stands in the next report, and can be taken back', async (t) => {
  const { ask, collector } = await residentWithDoor(t)
  await until('the first report', () => collector.reports().length >= 1)
  assert.deepEqual(collector.reports()[0]?.bodies?.placement, { known: { entered: false }, source: 'entered at the PC' })
  assert.deepEqual(await ask('placement', {}), {})
  await ask('enter-placement', { assetTag: 'TS-2021-0147', room: 'Phòng 305, nhà A' })
  const { entry } = await ask('placement', {})
  assert.deepEqual([entry?.assetTag, entry?.room], ['TS-2021-0147', 'Phòng 305, nhà A'])
  const reported = await until('it is reported', () =>
    collector.reports().find(({ bodies }) => JSON.stringify(bodies?.placement)?.includes('305')),
  )
  assert.deepEqual(reported.bodies?.placement, { known: { entered: true, ...entry }, source: 'entered at the PC' })
  await ask('enter-placement', {})
  assert.deepEqual(await ask('placement', {}), {})
})

test('"report now" says what it is at and how it ended, and then rests', async (t) => {
  const { ask, collector } = await residentWithDoor(t)
  await until('the first contact is over', async () => (await ask('status', {})).nextContactAt !== undefined)
  const before = collector.reports().length
  assert.equal((await ask('report-now', {})).state, 'started')
  assert.equal((await ask('report-now', {})).state, 'running')
  const { round } = await until('the round is over', async () => {
    const status = await ask('status', {})
    return status.round.state === 'done' ? status : undefined
  })
  assert.equal(round.outcome, 'acknowledged')
  assert.ok(collector.reports().length > before)
  const again = await ask('report-now', {})
  assert.equal(again.state, 'resting')
  assert.ok(Date.parse(again.until ?? '') > Date.now())
})

test('only its owner may open it', { skip: process.platform === 'win32' || process.getuid?.() !== 0 }, async (t) => {
  const { door, folder } = await residentWithDoor(t)
  assert.equal(statSync(door).mode & 0o777, 0o600)
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  const asNobody = (): string => {
    const script = `require('node:net').connect(${JSON.stringify(door)}).on('connect', () => console.log('in')).on('error', (e) => console.log(e.code))`
    const done = spawnSync(process.execPath, ['-e', script], { uid: 65_534, gid: 65_534, cwd: '/', encoding: 'utf8' })
    return done.stdout.trim()
  }
  // The way to the node of this clone may be closed to others too; then there is nothing to see.
  if (spawnSync(process.execPath, ['-e', ''], { uid: 65_534, gid: 65_534, cwd: '/' }).status !== 0)
    return t.skip('another user cannot run this node')
  assert.equal(asNobody(), 'EACCES')
  chmodSync(folder, 0o755)
  chmodSync(dirname(folder), 0o755)
  assert.equal(asNobody(), 'EACCES', 'the socket itself is shut as well')
})

test('garbage, long lines and unknown wishes are refused in one line each, and change nothing', async (t) => {
  const { door, ask, folder } = await residentWithDoor(t)
  for (const garbage of [
    'GET / HTTP/1.1\r\n\r\n',
    '\n',
    'null\n',
    '{"ask":"credential","with":{}}\n',
    '{"ask":"__proto__","with":{}}\n',
    '{"ask":"status","with":{"more":1}}\n',
    '{"ask":"status","with":{},"and":1}\n',
    '{"ask":"enter-placement","with":{"room":"a\\u0000b"}}\n',
    '{"ask":"enter-placement","with":{"room":" "}}\n',
    `{"ask":"enter-placement","with":{"room":"${'x'.repeat(121)}"}}\n`,
    Buffer.from([0xff, 0xfe, 0x00, 0x0a]),
  ]) {
    assert.equal(await say(t, door, garbage), '{"refused":"bad-request"}\n', String(garbage))
  }
  const long = await say(t, door, 'x'.repeat(1_000_000))
  assert.ok(long === '' || long === '{"refused":"too-long"}\n')
  assert.equal(existsSync(`${folder}/placement.json`), false)
  assert.ok((await ask('status', {})).runningSince)
})

test('a thousand connections, silent ones and megabytes without end neither stop it nor grow it', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const { door, ask, agent, collector } = await residentWithDoor(t)
  await until('the first report', () => collector.reports().length >= 1)
  const before = residentBytes(agent.pid)
  const sockets: Socket[] = []
  t.after(() => {
    for (const socket of sockets) socket.destroy()
  })
  const closed = Array.from({ length: 1_000 }, (_, number) => {
    const socket = connect(door)
    sockets.push(socket)
    socket.on('error', () => undefined)
    // A third says nothing, a third says too much, a third asks and never listens.
    if (number % 3 === 1) socket.write('x'.repeat(1_000_000))
    if (number % 3 === 2) socket.write('{"ask":"status","with":{}}\n')
    return new Promise((resolve) => socket.on('close', resolve))
  })
  for (const socket of sockets) socket.resume()
  await Promise.all(closed)
  assert.equal((await ask('status', {})).enrolment.state, 'enrolled', 'it still answers')
  const grown = residentBytes(agent.pid) - before
  assert.ok(grown < 40_000_000, `it grew by ${Math.round(grown / 1e6)} MB`)
})

test('a slow person is answered a refusal, and holds up nobody', async (t) => {
  const { door, ask } = await residentWithDoor(t)
  const slow = say(t, door, '{"ask":')
  assert.equal((await ask('placement', {})).entry, undefined)
  assert.equal(await slow, '{"refused":"too-slow"}\n')
})

test('the socket a killed agent left is taken over', async (t) => {
  const { agent, folder, environment, door } = await residentWithDoor(t)
  agent.stop('SIGKILL')
  await agent.ended
  assert.ok(existsSync(door), 'it was left there')
  assert.deepEqual(await knock([door], 'status', {}), { kind: 'nobody' })
  const next = startAgent(t, ['run'], environment)
  await until('the next one answers', async () => (await knock([door], 'status', {})).kind === 'answered')
  next.stop('SIGTERM')
  assert.equal((await next.ended).code, 0)
  assert.equal(existsSync(`${folder}/door.sock`), false, 'and leaves none behind when it stops')
})

test('a second resident agent goes without touching the door of the first', async (t) => {
  const { environment, ask } = await residentWithDoor(t)
  const { code } = await runAgent(t, ['run'], environment)
  assert.equal(code, 3)
  assert.ok((await ask('status', {})).runningSince)
})

test('what is no socket is left alone, and the agent works without a door', { skip: process.platform === 'win32' }, async (t) => {
  const folder = quickStateFolder(t)
  writeFileSync(`${folder}/precious`, 'kept')
  symlinkSync(`${folder}/precious`, `${folder}/door.sock`)
  const agent = startAgent(t, ['run'], { SOMAY_AGENT_STATE: folder })
  await until('it took its inventory', () => existsSync(`${folder}/inventory.json`))
  agent.stop('SIGTERM')
  const { code, err } = await agent.ended
  assert.equal(code, 0)
  assert.match(err, /the door for the window stays shut/)
  assert.equal(readFileSync(`${folder}/door.sock`, 'utf8'), 'kept')
})
