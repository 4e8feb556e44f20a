/** Every command as a person or a scheduler calls it, in real processes. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import type { Standing } from '#agent/commands/standing.ts'
import { AGENT_VERSION } from '#agent/version.ts'
import { ReportSchema } from '#shared/report.ts'
import agentPackage from '../../../agent/package.json' with { type: 'json' }
import { BUNDLE, hasBundle, runAgent } from '../run-agent.ts'
import { COLLECTOR_ERROR, scriptedCollector } from '../scripted-collector.ts'
import { fillDisk, smallDisk } from '../small-disk.ts'
import { quickStateFolder, temporaryFolder } from '../temporary-folder.ts'

const TOKEN = 'token-of-the-unit'

test('the version told is the version of the package', () => assert.equal(AGENT_VERSION, agentPackage.version))

test('help speaks the language asked for, and both when none is', async (t) => {
  const vietnamese = /Mã thoát/
  const english = /Exit codes/
  const asked = await runAgent(t, ['--help', '--language', 'vi'])
  assert.ok(asked.code === 0 && vietnamese.test(asked.out) && !english.test(asked.out))
  const byLocale = await runAgent(t, ['--help'])
  assert.ok(english.test(byLocale.out) && !vietnamese.test(byLocale.out))
  const both = await runAgent(t, ['--help'], { LANG: 'C' })
  assert.ok(vietnamese.test(both.out) && english.test(both.out))
})

test('a wrong call is answered with a sentence and exit code 2', async (t) => {
  for (const [args, says] of [
    [['frobnicate'], /no command "frobnicate"/],
    [['once', 'twice'], /no command "once twice"/],
    [['status', '--nope'], /arguments are not right/],
    [['status', '--language', 'fr'], /vi hoặc en/],
    [['enrol'], /address and a token/],
    [['status', '--log', 'loud'], /logLevel.*--log.*error, warn/],
  ] as const) {
    const { code, err, out } = await runAgent(t, args, { SOMAY_AGENT_STATE: join(temporaryFolder(t), 'state') })
    assert.deepEqual([code, out], [2, ''])
    assert.match(err, says)
  }
})

test('looking at a PC that never reported creates nothing', async (t) => {
  const folder = join(temporaryFolder(t), 'state')
  const status = await runAgent(t, ['status'], { SOMAY_AGENT_STATE: folder })
  assert.equal(status.code, 0)
  assert.match(status.out, /Enrolled: no\n/)
  const told = JSON.parse((await runAgent(t, ['status', '--json'], { SOMAY_AGENT_STATE: folder })).out) as Standing
  assert.deepEqual([told.enrolment, told.reportsWaiting, told.collectorUrls, told.stateFolder], ['none', 0, [], folder])
  assert.equal((await runAgent(t, ['show-sent'], { SOMAY_AGENT_STATE: folder })).code, 1)
  assert.ok(!existsSync(folder))
})

test('enrol, once, status and show-sent in turn', async (t) => {
  const collector = await scriptedCollector(t)
  const environment = { SOMAY_AGENT_STATE: quickStateFolder(t) }
  const enrol = ['enrol', '--collector', collector.url, '--token', TOKEN]
  assert.match((await runAgent(t, enrol, environment)).out, /Enrolled with .*: PC 7/)
  assert.match((await runAgent(t, enrol, environment)).out, /already enrolled.*--again/)
  assert.equal(collector.enrolments().length, 1)
  await runAgent(t, [...enrol, '--again'], environment)
  assert.equal(collector.enrolments().length, 2)

  const once = await runAgent(t, ['once'], environment)
  assert.deepEqual([once.code, once.err], [0, ''], 'a healthy round is silent on stderr')
  const [sent] = collector.reports()
  assert.ok(Check(ReportSchema, sent))
  assert.equal(sent.samples.length, 1)
  assert.equal(sent.samples[0]?.reachedCollector, true)

  const status = await runAgent(t, ['status'], environment)
  assert.match(status.out, /Enrolled: yes, PC 7/)
  assert.match(status.out, /Reports waiting: 0/)
  const told = JSON.parse((await runAgent(t, ['status', '--json'], environment)).out) as Standing
  assert.deepEqual([told.enrolment, told.pcId, told.reportsWaiting, told.lastError], ['enrolled', 7, 0, undefined])
  assert.ok(!/secret-credential|PRIVATE/.test(JSON.stringify(told)))
  const shown = JSON.parse((await runAgent(t, ['show-sent'], environment)).out)
  assert.deepEqual(shown.lastReport, sent)
  assert.deepEqual(shown.facts, sent.bodies)
  assert.deepEqual([shown.switchedOff, shown.personalSwitchedOn], [['patches', 'software'], ['signed-in-user']])
})

test('once without a collector keeps what it took and exits 1; back again it exits 0', async (t) => {
  const collector = await scriptedCollector(t)
  const folder = quickStateFolder(t)
  const environment = { SOMAY_AGENT_STATE: folder, SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: TOKEN }
  assert.equal((await runAgent(t, ['once'], environment)).code, 0, 'a token in the environment is enough to enrol')
  await collector.stop()
  const away = await runAgent(t, ['once'], environment)
  assert.equal(away.code, 1)
  assert.match(away.err, /1 report\(s\) kept for later: ECONNREFUSED/)
  const status = await runAgent(t, ['status'], environment)
  assert.match(status.out, /Reports waiting: 1/)
  assert.match(status.out, /Last error: .*ECONNREFUSED/)
  const again = await scriptedCollector(t, {}, Number(new URL(collector.url).port))
  assert.equal((await runAgent(t, ['once'], environment)).code, 0)
  assert.ok(again.reports().length >= 1)
})

test('status says until when a busy collector is left alone, and no longer than that', async (t) => {
  const collector = await scriptedCollector(t)
  const environment = { SOMAY_AGENT_STATE: quickStateFolder(t), SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: TOKEN }
  // Enough for every attempt of one delivery.
  for (let attempt = 0; attempt < 10; attempt++) {
    collector.script({ kind: 'status', status: 503, body: COLLECTOR_ERROR('overloaded'), headers: { 'retry-after': '1800' } })
  }
  assert.equal((await runAgent(t, ['once'], environment)).code, 1)
  assert.match((await runAgent(t, ['status'], environment)).out, /No contact before: \d\d\/\d\d\/\d{4} \d\d:\d\d\n/)
  const calm = { ...environment, SOMAY_AGENT_STATE: quickStateFolder(t) }
  const fresh = await scriptedCollector(t)
  assert.equal((await runAgent(t, ['once'], { ...calm, SOMAY_COLLECTOR: fresh.url })).code, 0)
  assert.doesNotMatch((await runAgent(t, ['status'], calm)).out, /No contact before/)
})

test('a PC that is not enrolled, or no longer, says what to do', async (t) => {
  const collector = await scriptedCollector(t)
  const environment = { SOMAY_AGENT_STATE: quickStateFolder(t) }
  const never = await runAgent(t, ['once'], environment)
  assert.equal(never.code, 1)
  assert.match(never.err, /1 report\(s\) kept.*somay-agent enrol/)
  await runAgent(t, ['enrol', '--collector', collector.url, '--token', TOKEN], environment)
  collector.script({ kind: 'status', status: 401, body: COLLECTOR_ERROR('agent-not-enrolled') })
  assert.equal((await runAgent(t, ['once'], environment)).code, 1)
  assert.match((await runAgent(t, ['status'], environment)).out, /the credential was refused, enrol again/)
})

test('a collector that moved is followed by the setting; another one is joined there with a token', async (t) => {
  const [old, moved] = [await scriptedCollector(t), await scriptedCollector(t)]
  const environment = { SOMAY_AGENT_STATE: quickStateFolder(t), SOMAY_TOKEN: TOKEN }
  await runAgent(t, ['once'], { ...environment, SOMAY_COLLECTOR: old.url })
  await runAgent(t, ['once'], { ...environment, SOMAY_COLLECTOR: moved.url })
  assert.deepEqual([old.reports().length, moved.reports().length, moved.enrolments().length], [1, 1, 0])
  moved.script({ kind: 'status', status: 401, body: COLLECTOR_ERROR('agent-not-enrolled') })
  assert.equal((await runAgent(t, ['once'], { ...environment, SOMAY_COLLECTOR: moved.url })).code, 1)
  assert.equal((await runAgent(t, ['once'], { ...environment, SOMAY_COLLECTOR: moved.url })).code, 0)
  assert.equal(moved.enrolments().length, 1)
  moved.script({ kind: 'status', status: 401, body: COLLECTOR_ERROR('agent-not-enrolled') })
  await runAgent(t, ['once'], { ...environment, SOMAY_COLLECTOR: moved.url })
  assert.equal((await runAgent(t, ['once'], { ...environment, SOMAY_COLLECTOR: moved.url })).code, 1, 'a revoked credential stays revoked')
  assert.equal(moved.enrolments().length, 1)
})

test('once --print shows a whole report, writes nothing and sends none', async (t) => {
  const collector = await scriptedCollector(t)
  const folder = join(temporaryFolder(t), 'state')
  const printed = await runAgent(t, ['once', '--print'], { SOMAY_AGENT_STATE: folder, SOMAY_COLLECTOR: collector.url })
  assert.equal(printed.code, 0)
  const report: unknown = JSON.parse(printed.out)
  assert.ok(Check(ReportSchema, report))
  assert.deepEqual(Object.keys(report.bodies ?? {}), Object.keys(report.manifest ?? {}))
  assert.deepEqual(collector.received, [])
  assert.ok(!existsSync(folder))
})

test('a state folder that cannot be written is said, not thrown', async (t) => {
  const file = join(temporaryFolder(t), 'a-file')
  writeFileSync(file, '')
  const { code, err } = await runAgent(t, ['once'], { SOMAY_AGENT_STATE: join(file, 'state') })
  assert.equal(code, 1)
  assert.match(err, /cannot be written \(ENOTDIR\)/)
})

test('a PC whose disk is full to the last byte still reports, from memory, and catches up', async (t) => {
  const disk = smallDisk(t, '400k')
  if (disk === undefined) {
    console.error('NOT RUN: the full-disk test of `once` needs root on Linux, to mount a tiny tmpfs.')
    return t.skip('needs root to mount a tiny tmpfs')
  }
  const collector = await scriptedCollector(t)
  const folder = join(disk, 'state')
  const environment = { SOMAY_AGENT_STATE: folder, SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: TOKEN }
  assert.equal((await runAgent(t, ['once'], environment)).code, 0)
  fillDisk(disk)
  const full = await runAgent(t, ['once'], environment)
  assert.equal(full.code, 0, full.err)
  assert.match(full.err, /no room on the disk/)
  assert.equal(collector.reports().length, 2)
  await collector.stop()
  const away = await runAgent(t, ['once'], environment)
  assert.equal(away.code, 1)
  rmSync(join(disk, 'fill'))
  const again = await scriptedCollector(t, {}, Number(new URL(collector.url).port))
  assert.equal((await runAgent(t, ['once'], environment)).code, 0)
  assert.ok(Check(ReportSchema, again.reports().at(-1)))
  assert.deepEqual(readdirSync(join(folder, 'outbox')), [])
})

test('a damaged state file costs a full report, not the agent', async (t) => {
  const collector = await scriptedCollector(t)
  const folder = quickStateFolder(t)
  const environment = { SOMAY_AGENT_STATE: folder, SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: TOKEN }
  await runAgent(t, ['once'], environment)
  for (const name of ['acknowledged', 'status', 'inventory']) writeFileSync(join(folder, `${name}.json`), '{"half')
  await runAgent(t, ['status'], environment)
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.unreadable')),
    [],
    'a command that only looks leaves them',
  )
  const { code, err } = await runAgent(t, ['once'], environment)
  assert.equal(code, 0)
  assert.match(err, /set aside/)
  assert.ok(collector.reports().at(-1)?.bodies)
  assert.ok(readdirSync(folder).includes('acknowledged.json.unreadable'))
})

test('the bundle does what the sources do', async (t) => {
  if (!hasBundle) {
    console.error('NOT RUN: the bundle test of the agent needs agent/dist/agent.mjs (npm run build).')
    return t.skip('no bundle')
  }
  const collector = await scriptedCollector(t)
  const environment = { SOMAY_AGENT_STATE: quickStateFolder(t), SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: TOKEN }
  const { code, err } = await runAgent(t, ['once'], environment, BUNDLE)
  assert.deepEqual([code, err], [0, ''])
  assert.ok(Check(ReportSchema, collector.reports()[0]))
})
