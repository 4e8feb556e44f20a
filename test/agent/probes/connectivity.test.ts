/** The connectivity probe: the evidence of pretended PCs, and the decision over every combination that matters. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleOf } from '#agent/probes/connectivity.ts'
import { decideConnectivity } from '#agent/probes/connectivity-decision.ts'
import type { ConnectivityEvidence } from '#agent/probes/connectivity-evidence.ts'
import type { Reach } from '#agent/probes/probe.ts'
import { parseHasRoute } from '#agent/probes/routes.ts'
import { knownOf, NOWHERE, why } from './known.ts'
import { fixture } from './pretend-platform.ts'

const TARGET = 'http://probe.example/ok.txt'
const reach: Reach = { ...NOWHERE, collectorUrls: ['https://collector.example'], targets: [{ url: TARGET, expect: 'somay ok' }] }
const answered = (text: string, status = 200) => ({ kind: 'answered', status, text, latencyMs: 12 }) as const

const OFF = { unknown: 'turned-off' } as const
const open: ConnectivityEvidence = {
  defaultRoute: true,
  link: true,
  dns: true,
  internet: 'no-answer',
  collector: false,
  collectorIsHere: false,
  proxy: 'none',
  startedAt: '2026-11-23T02:00:00.000Z',
  steps: [],
}

for (const [says, evidence, expected] of [
  ['the expected page came: internet', { internet: 'reached', collector: false }, 'internet'],
  ['collector yes, internet no: wan-only', { internet: 'no-answer', collector: true }, 'wan-only'],
  ['collector yes, a foreign page for the internet: wan-only', { internet: 'unexpected-content', collector: true }, 'wan-only'],
  ['collector yes, internet never probed: unknown', { internet: OFF, collector: true }, 'turned-off'],
  ['a foreign page and no collector: captive', { internet: 'unexpected-content' }, 'captive'],
  ['nothing but a link: lan-only', {}, 'lan-only'],
  ['a collector on this very PC is no network', { collector: true, collectorIsHere: true }, 'lan-only'],
  ['no link: offline', { link: false, internet: OFF, collector: OFF }, 'offline'],
  ['a link and no route: lan-only', { defaultRoute: false, internet: OFF, collector: OFF }, 'lan-only'],
  ['a route and no probe: unknown', { internet: OFF }, 'turned-off'],
  ['internet fails and no collector is set: wan-only is possible, so unknown', { collector: OFF }, 'turned-off'],
  ['the link could not be read: unknown', { link: { unknown: 'access-denied' } }, 'access-denied'],
  ['the route could not be read, the probes say no: lan-only', { defaultRoute: { unknown: 'failed' } }, 'lan-only'],
] as const) {
  test(says, () => {
    const state = decideConnectivity({ ...open, ...evidence } as ConnectivityEvidence)
    assert.equal(typeof state === 'string' ? state : state.unknown, expected)
  })
}

test('reaches the internet when the page says what it should', async () => {
  const pc = { ...fixture('connectivity', 'linked-with-route'), names: ['probe.example'], pages: { [TARGET]: answered('somay ok') } }
  const connectivity = await knownOf('connectivity', pc, reach)
  assert.deepEqual(
    [connectivity.state, connectivity.internetProbe, connectivity.dns, connectivity.defaultRoute, connectivity.target],
    ['internet', 'reached', true, true, TARGET],
  )
  assert.equal(connectivity.collectorReached, false)
})

test('a portal answering in place of the collector does not count as the collector', async () => {
  const portal = answered('<html>Welcome, please log in</html>')
  const pc = { ...fixture('connectivity', 'linked-with-route'), pages: { [TARGET]: portal, 'https://collector.example/healthz': portal } }
  const connectivity = await knownOf('connectivity', pc, reach)
  assert.deepEqual(
    [connectivity.state, connectivity.collectorReached, connectivity.internetProbe],
    ['captive', false, 'unexpected-content'],
  )
})

test('an overloaded collector is reached all the same', async () => {
  const pc = {
    ...fixture('connectivity', 'linked-with-route'),
    pages: { 'https://collector.example/healthz': answered('{"error":{}}', 503) },
  }
  assert.equal((await knownOf('connectivity', pc, reach)).state, 'wan-only')
})

test('a proxy that wants a login is told apart from a portal', async () => {
  const pc = { ...fixture('connectivity', 'linked-with-route'), pages: { [TARGET]: answered('who are you', 407) } }
  assert.equal((await knownOf('connectivity', pc, reach)).internetProbe, 'proxy-login')
})

test('an empty expectation wants an empty page', async () => {
  const wantsNothing = { ...reach, targets: [{ url: TARGET, expect: '' }] }
  const base = fixture('connectivity', 'linked-with-route')
  assert.equal((await knownOf('connectivity', { ...base, pages: { [TARGET]: answered('', 204) } }, wantsNothing)).state, 'internet')
  assert.equal(
    (await knownOf('connectivity', { ...base, pages: { [TARGET]: answered('hello') } }, wantsNothing)).internetProbe,
    'unexpected-content',
  )
})

test('the second target counts when the first is away', async () => {
  const two = { ...reach, targets: [{ url: 'http://away.example/', expect: 'x' }, ...reach.targets] }
  const pc = { ...fixture('connectivity', 'linked-with-route'), pages: { [TARGET]: answered('somay ok') } }
  assert.equal((await knownOf('connectivity', pc, two)).target, TARGET)
})

test('contacts nothing when nothing is configured, and says so', async () => {
  const connectivity = await knownOf('connectivity', 'linked-with-route')
  assert.deepEqual(
    [why(connectivity.state), why(connectivity.collectorReached), why(connectivity.dns)],
    ['turned-off', 'turned-off', 'turned-off'],
  )
})

test('a PC with its cable out is offline even without targets', async () => {
  assert.equal((await knownOf('connectivity', 'cable-out')).state, 'offline')
})

const DEVICE = '/sys/class/net/eth0/device'
const STATE = '/sys/class/net/eth0/operstate'

for (const [what, refused, reason] of [
  ['device folder denied', { denied: [DEVICE] }, 'access-denied'],
  ['device folder failed', { failed: [DEVICE] }, 'failed'],
  ['link state denied', { denied: [STATE] }, 'access-denied'],
  ['link state failed', { failed: [STATE] }, 'failed'],
] as const) {
  test(`a cable that could not be looked at does not make a PC offline (${what})`, async () => {
    const pc = { ...fixture('connectivity', 'cable-out'), ...refused }
    assert.equal(why((await knownOf('connectivity', pc)).state), reason)
  })
}

test('one adapter with a live link decides, whatever another one hides; adapters made by software do not count', async () => {
  const { files, ...pc } = fixture('connectivity', 'cable-out')
  const wifi = { '/sys/class/net/wlan0/device/vendor': 'x', '/sys/class/net/wlan0/operstate': 'up\n' }
  assert.equal((await knownOf('connectivity', { ...pc, files: { ...files, ...wifi }, denied: [STATE] })).state, 'lan-only')
  const bridge = { '/sys/class/net/docker0/operstate': 'up\n' }
  assert.equal((await knownOf('connectivity', { ...pc, files: { ...files, ...bridge } })).state, 'offline')
})

test('without a way out over IPv4 an unreadable IPv6 table leaves it open', async () => {
  const INET6 = '/proc/net/ipv6_route'
  const pc = fixture('connectivity', 'cable-out')
  assert.equal(why((await knownOf('connectivity', { ...pc, denied: [INET6] })).defaultRoute), 'access-denied')
  assert.equal(why((await knownOf('connectivity', { ...pc, failed: [INET6] })).defaultRoute), 'failed')
  assert.equal((await knownOf('connectivity', pc)).defaultRoute, false, 'no table, no IPv6')
  const linked = fixture('connectivity', 'linked-with-route')
  assert.equal((await knownOf('connectivity', { ...linked, denied: [INET6] })).defaultRoute, true)
  const zero = '0'.repeat(32)
  const inet6 = `${zero} 00 ${zero} 00 fe80000000000000000000000000001 00000400 00000001 00000000 00450003 eth0`
  const only6 = { ...pc, files: { ...pc.files, [INET6]: inet6 }, denied: ['/proc/net/route'] }
  assert.equal((await knownOf('connectivity', only6)).defaultRoute, true)
})

test('what may not be read is not "no route"', async () => {
  assert.equal(why((await knownOf('connectivity', 'denied')).defaultRoute), 'access-denied')
})

test('says nothing of a proxy where there is nowhere to go', async () => {
  assert.equal(why((await knownOf('connectivity', 'linked-with-route')).proxy), 'turned-off')
})

test('tells a proxy with a login from a plain one', async () => {
  const base = fixture('connectivity', 'linked-with-route')
  const proxyOf = async (proxy: string) => (await knownOf('connectivity', base, { ...reach, network: { proxy } })).proxy
  assert.equal(await proxyOf('http://p:8080'), 'static')
  assert.equal(await proxyOf('http://a:b@p:8080'), 'authenticated')
  assert.equal(await proxyOf(''), 'none')
})

test('an IPv6 default route counts, the kernel\'s own "unreachable" does not', () => {
  const zero = '0'.repeat(32)
  assert.equal(parseHasRoute('', `${zero} 00 ${zero} 00 fe80000000000000000000000000001 00000400 00000001 00000000 00450003 enp3s0`), true)
  assert.equal(parseHasRoute('', `${zero} 00 ${zero} 00 ${zero} ffffffff 00000001 00000000 00200200 lo`), false)
})

test('a sample keeps the reason, the latency and whether the collector was reached', () => {
  const at = '2026-11-23T02:00:00.000Z'
  assert.deepEqual(sampleOf(at, { ...open, internet: 'reached', latencyMs: 9, collector: true }), {
    at,
    state: 'internet',
    latencyMs: 9,
    reachedCollector: true,
  })
  assert.deepEqual(sampleOf(at, { ...open, internet: { unknown: 'turned-off', detail: 'long words' }, collector: OFF }), { at, state: OFF })
})
