/** The outbox on a real disk: killed writers, garbage, refusals and a disk with no room. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import type { Log } from '#agent/log.ts'
import { countWaiting } from '#agent/outbox/count-waiting.ts'
import { openOutbox } from '#agent/outbox/outbox.ts'
import { queueIfChanged } from '#agent/send/queue-report.ts'
import { openStateFolder } from '#agent/state/state-folder.ts'
import { ReportSchema } from '#shared/report.ts'
import { inventory, NOON, quarters, report } from '../samples.ts'
import { smallDisk } from '../small-disk.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const CLOCKS = { now: () => NOON, clock: { mark: () => ({ boot: 'test', upMs: 1 }) } }
const LIMITS = { maxBytes: 10_000_000, maxAgeMs: 400 * 86_400_000 }

function logInto(lines: string[]): Log {
  const note = (message: string) => void lines.push(message)
  return { error: note, warn: note, info: note, debug: note }
}

function open(folder: string, lines: string[] = [], limits = LIMITS) {
  return openOutbox(folder, limits, logInto(lines), CLOCKS)
}

test('keeps reports in the order they were made, readable by their owner only, until acknowledged', async (t) => {
  const folder = temporaryFolder(t)
  const outbox = open(folder)
  const [first, second] = [report(NOON - 1), report(NOON)]
  assert.ok(await outbox.put(second))
  assert.ok(await outbox.put(first))
  assert.deepEqual(
    (await outbox.waiting()).map(({ id }) => id),
    [first.id, second.id],
  )
  assert.equal(statSync(join(folder, 'outbox', `${first.id}.json`)).mode & 0o777, 0o600)
  outbox.acknowledge(first.id)
  assert.deepEqual(
    (await open(folder).waiting()).map(({ id }) => id),
    [second.id],
  )
})

test('sets garbage aside with the reason, and goes on with the rest', async (t) => {
  const folder = temporaryFolder(t)
  const lines: string[] = []
  const outbox = open(folder, lines)
  const good = report()
  await outbox.put(good)
  const half = JSON.stringify(report(NOON + 5)).slice(0, 200)
  writeFileSync(join(folder, 'outbox', 'a-half.json'), half)
  writeFileSync(join(folder, 'outbox', 'binary.json'), Buffer.from([0, 255, 1]))
  writeFileSync(join(folder, 'outbox', `${report(NOON + 9).id}.json`), JSON.stringify(good))
  assert.deepEqual(
    (await outbox.waiting()).map(({ id }) => id),
    [good.id],
  )
  assert.equal(outbox.rejected().length, 3)
  assert.ok(outbox.rejected().every(({ reason }) => reason.includes('not a report')))
  assert.equal(readFileSync(join(folder, 'rejected', 'a-half.json'), 'utf8'), half)
  assert.equal(lines.length, 3)
})

test('a refused report steps aside with the reason, and the pile of refused ones is bounded', async (t) => {
  const outbox = open(temporaryFolder(t))
  for (let index = 0; index < 25; index++) {
    const one = report(NOON + index)
    await outbox.put(one)
    await outbox.refuse(one.id, `HTTP 422 fact-invalid ${index}`, { keepingSamples: false })
  }
  assert.deepEqual(await outbox.waiting(), [])
  assert.ok(outbox.rejected().length <= 20)
  assert.ok(outbox.rejected().some(({ reason }) => reason.endsWith(' 24')))
})

test('samples left both in the log and in a report by a crash are told once', async (t) => {
  const folder = temporaryFolder(t)
  const outbox = open(folder)
  const samples = quarters(3)
  for (const sample of samples) outbox.samples.append(sample)
  const inReport = samples.slice(0, 2)
  await outbox.put(report(NOON, inReport))
  assert.deepEqual(outbox.samples.read(), samples.slice(2), 'what a report took over leaves the log')
  for (const sample of inReport) outbox.samples.append(sample)
  await open(folder).tidy()
  assert.deepEqual(outbox.samples.read(), samples.slice(2))
})

test('a sample line cut off by a crash costs that sample alone', async (t) => {
  const folder = temporaryFolder(t)
  const outbox = open(folder)
  const [first, second] = quarters(2)
  assert.ok(first && second)
  outbox.samples.append(first)
  writeFileSync(join(folder, 'samples.jsonl'), '\n{"at":"2026-11-23T05:1', { flag: 'a' })
  outbox.samples.append(second)
  assert.deepEqual(outbox.samples.read(), [first, second])
})

test('stays within its limit, the newest report first of all', async (t) => {
  const folder = temporaryFolder(t)
  const lines: string[] = []
  const outbox = open(folder, lines, { ...LIMITS, maxBytes: 60_000 })
  for (let day = 0; day < 8; day++) {
    const at = NOON - (8 - day) * 86_400_000
    await outbox.put(report(at, quarters(1, at), inventory({ os: { known: 'x'.repeat(15_000), source: 'x' } }, at)))
  }
  const waiting = await outbox.waiting()
  assert.equal(waiting.at(-1)?.takenAt, new Date(NOON - 86_400_000).toISOString())
  assert.ok(waiting.length < 8)
  const bytes = readdirSync(join(folder, 'outbox')).reduce((sum, name) => sum + statSync(join(folder, 'outbox', name)).size, 0)
  assert.ok(bytes <= 60_000, `${bytes}`)
  assert.equal(waiting.reduce((sum, one) => sum + one.samples.length, 0) + outbox.samples.read().length, 8)
  assert.ok(lines.some((line) => line.includes('limit')))
})

test('a PC that changes every day and is heard by nobody loses no day of connectivity to its limit', async (t) => {
  const folder = temporaryFolder(t)
  const state = openStateFolder(folder, logInto([]))
  const days = 40
  let now = NOON
  const clocks = { now: () => now, clock: { mark: () => ({ boot: 'test', upMs: now - NOON }) } }
  const outbox = openOutbox(folder, { ...LIMITS, maxBytes: 200_000 }, logInto([]), clocks)
  for (let day = 0; day < days; day++, now += 86_400_000) {
    for (const sample of quarters(8, now)) outbox.samples.append(sample)
    await state.write('inventory', inventory({ os: { known: `${day}`.padEnd(15_000, 'x'), source: 'x' } }, now))
    await queueIfChanged({ state, outbox, ...clocks })
  }
  const waiting = await outbox.waiting()
  assert.ok(waiting.length < days / 2, 'the limit was met')
  const held = [...waiting.flatMap(({ samples }) => samples), ...outbox.samples.read()]
  assert.equal(new Set(held.map(({ at }) => at.slice(0, 10))).size, days)
  assert.equal(new Set(held.map(({ at }) => at)).size, held.length, 'none is held twice')
})

test('a refused report gives its samples back to the log, unless they are all it told', async (t) => {
  const outbox = open(temporaryFolder(t))
  const samples = quarters(3)
  const [one, two] = [report(NOON, samples.slice(0, 2)), report(NOON + 1, samples.slice(2))]
  for (const each of [one, two]) await outbox.put(each)
  await outbox.refuse(one.id, 'HTTP 422 fact-invalid', { keepingSamples: true })
  assert.deepEqual(outbox.samples.read(), samples.slice(0, 2))
  await outbox.refuse(two.id, 'HTTP 400 sample-invalid', { keepingSamples: false })
  assert.deepEqual(outbox.samples.read(), samples.slice(0, 2))
})

const WRITER = (places: Record<string, string>) => `
import { openOutbox } from ${JSON.stringify(places.outbox)}
import { report, NOON, quarters } from ${JSON.stringify(places.samples)}
const quiet = { error() {}, warn() {}, info() {}, debug() {} }
const outbox = openOutbox(process.argv[1], { maxBytes: 1e9, maxAgeMs: 1e12 }, quiet, { now: () => NOON, clock: { mark: () => ({ boot: "test", upMs: 1 }) } })
for (let index = 0; ; index++) {
  await outbox.put(report(NOON + index, quarters(2_000)))
  if (index === 3) process.stdout.write('writing')
}
`

/** The moment a write has begun. */
async function nextTemporaryFile(folder: string): Promise<void> {
  for await (const { filename } of watch(folder)) if (filename?.endsWith('.tmp')) return
}

test('killed with -9 in the middle of many writes, it leaves whole reports only and no litter', async (t) => {
  const here = (path: string) => new URL(path, import.meta.url).href
  const code = WRITER({ outbox: here('../../../agent/src/outbox/outbox.ts'), samples: here('../samples.ts') })
  const folder = temporaryFolder(t)
  let litter = 0
  for (let round = 0; round < 5; round++) {
    const writer = spawn(process.execPath, ['--input-type=module', '-e', code, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(writer.stdout, 'data')
    await nextTemporaryFile(join(folder, 'outbox'))
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    litter += readdirSync(join(folder, 'outbox')).filter((name) => name.endsWith('.tmp')).length
    const outbox = open(folder)
    const names = readdirSync(join(folder, 'outbox'))
    assert.ok(names.length > 0 && names.every((name) => name.endsWith('.json')), names.join(' '))
    for (const name of names) assert.ok(Check(ReportSchema, JSON.parse(readFileSync(join(folder, 'outbox', name), 'utf8'))), name)
    assert.equal((await outbox.waiting()).length, names.length)
    assert.deepEqual(outbox.rejected(), [])
  }
  t.diagnostic(`${litter} unfinished temporary files were found and cleaned up`)
})

test('on a disk that fills up in the middle of a sample, what is said to be kept is kept', async (t) => {
  const disk = smallDisk(t, '64k')
  if (disk === undefined) {
    console.error('NOT RUN: the full-disk test of the sample log needs root on Linux, to mount a tiny tmpfs.')
    return t.skip('needs root to mount a tiny tmpfs')
  }
  const log = open(join(disk, 'state')).samples
  const kept: string[] = []
  assert.throws(
    () => {
      for (const sample of quarters(1_000)) {
        log.append(sample)
        kept.push(sample.at)
      }
    },
    { code: 'ENOSPC' },
  )
  assert.deepEqual(
    log.read().map(({ at }) => at),
    kept,
  )
})

test('on a full disk it says so, goes on, and keeps what stood there', async (t) => {
  const disk = smallDisk(t, '64k')
  if (disk === undefined) {
    console.error('NOT RUN: the full-disk test of the outbox needs root on Linux, to mount a tiny tmpfs.')
    return t.skip('needs root to mount a tiny tmpfs')
  }
  const folder = join(disk, 'state')
  const lines: string[] = []
  const outbox = open(folder, lines)
  const small = report(NOON - 1)
  assert.ok(await outbox.put(small))
  const large = report(NOON, [], inventory({ os: { known: 'x'.repeat(100_000), source: 'x' } }))
  assert.equal(await outbox.put(large), false)
  assert.ok(lines.some((line) => line.includes('no room')))
  assert.deepEqual(
    (await outbox.waiting()).map(({ id }) => id),
    [small.id],
  )
  assert.equal(readdirSync(join(folder, 'outbox')).length, 1, 'no half file is left to fill the disk further')
  assert.equal(countWaiting(folder), 1)
  assert.ok(await outbox.put(report(NOON + 1)), 'a small one fits again')
})
