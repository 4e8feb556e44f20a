/** How far a PC reaches, found out by the agent's real requests over servers on the loopback that behave like bad networks. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { thisPlatform } from '#agent/platform/platform.ts'
import { type Attempt, askCollector, askInternet } from '#agent/probes/connectivity-attempts.ts'
import { decideConnectivity } from '#agent/probes/connectivity-decision.ts'
import { gatherEvidence } from '#agent/probes/connectivity-evidence.ts'
import type { Reach } from '#agent/probes/probe.ts'
import { type Authority, makeAuthority, makeCertificate } from '../../certificates.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { loginProxy, pageServer, slowLine } from './bad-networks.ts'
import { NOWHERE } from './known.ts'
import { fixture, pretendPlatform } from './pretend-platform.ts'

const YEAR_MS = 365 * 86_400_000
const EXPECTED = 'somay ok'
const authority = makeAuthority('An authority nobody knows')
const platform = thisPlatform()

const targetAt = (url: string, more: Partial<Reach> = {}): Reach => ({
  ...NOWHERE,
  timeoutMs: 5_000,
  targets: [{ url, expect: EXPECTED }],
  ...more,
})

const outcomes = (attempts: readonly Attempt[]) => attempts.map(({ outcome }) => outcome)

function caFile(t: TestContext, { certificate }: Authority): string {
  const file = join(temporaryFolder(t), 'ca.pem')
  writeFileSync(file, certificate)
  return file
}

test('the page that is expected: internet, with the time it took', async (t) => {
  const { url } = await pageServer(t, { page: EXPECTED })
  const found = await askInternet(platform, targetAt(url))
  assert.deepEqual([found.internet, found.target, found.attempts.length], ['reached', url, 1])
  assert.equal(found.latencyMs, found.attempts[0]?.tookMs)
})

test('a captive portal is told from the internet, over HTTP and where it cannot speak TLS', async (t) => {
  const portal = await pageServer(t, { page: '<html>Please log in</html>' })
  assert.equal((await askInternet(platform, targetAt(portal.url))).internet, 'unexpected-content')
  const pretendsTls = await askInternet(platform, targetAt(portal.url.replace('http:', 'https:')))
  assert.equal(pretendsTls.internet, 'untrusted')
})

test('TLS opened on the way by an unknown authority is no internet; once the agency’s authority is known it is', async (t) => {
  const { url } = await pageServer(t, { page: EXPECTED, tls: makeCertificate(authority) })
  const found = await askInternet(platform, targetAt(url))
  assert.equal(found.internet, 'untrusted')
  assert.match(found.attempts[0]?.detail ?? '', /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/)
  const trusting = targetAt(url, { network: { proxy: '', caFile: caFile(t, authority) } })
  assert.equal((await askInternet(platform, trusting)).internet, 'reached')
})

for (const [clock, shift] of [
  ['two years slow', 2 * YEAR_MS],
  ['two years fast', -2 * YEAR_MS],
] as const) {
  test(`with a clock ${clock} nothing is said of the internet that the certificate cannot prove`, async (t) => {
    const [from, to] = [Date.now() + shift - YEAR_MS / 2, Date.now() + shift + YEAR_MS / 2]
    const { url } = await pageServer(t, { page: EXPECTED, tls: makeCertificate(authority, { from, to }) })
    const reach = targetAt(url, { network: { proxy: '', caFile: caFile(t, authority) } })
    const pretend = pretendPlatform(fixture('connectivity', 'linked-with-route'))
    const evidence = await gatherEvidence({ ...pretend, fetchSmallPage: platform.fetchSmallPage }, reach)
    assert.equal(evidence.internet, 'wrong-time')
    const state = decideConnectivity(evidence)
    assert.ok(typeof state === 'object' && state.unknown === 'failed' && /clock/.test(state.detail ?? ''))
  })
}

test('a proxy that wants a password is said to want one, over HTTP and in a tunnel', async (t) => {
  const proxy = await loginProxy(t)
  for (const scheme of ['http', 'https']) {
    const reach = targetAt(`${scheme}://probe.example/ok.txt`, { network: { proxy } })
    const pretend = pretendPlatform(fixture('connectivity', 'linked-with-route'))
    const evidence = await gatherEvidence({ ...pretend, fetchSmallPage: platform.fetchSmallPage }, reach)
    assert.deepEqual([evidence.internet, evidence.proxy], ['proxy-login', 'authenticated'], scheme)
  }
})

test('a slow and lossy line is slow, not offline', async (t) => {
  const { url } = await pageServer(t, { page: EXPECTED })
  const line = await slowLine(t, url, { delayMs: 200, lostEvery: 20 })
  const found = await askInternet(platform, targetAt(line))
  assert.equal(found.internet, 'reached')
  assert.ok((found.latencyMs ?? 0) >= 200)
})

test('nobody there, and a line that swallows everything', async (t) => {
  const gone = await pageServer(t, { page: EXPECTED })
  await gone.stop()
  assert.equal((await askInternet(platform, targetAt(gone.url))).internet, 'refused')
  const silent = await pageServer(t, { page: undefined })
  assert.equal((await askInternet(platform, targetAt(silent.url, { timeoutMs: 100 }))).internet, 'no-answer')
})

test('of targets that fail the one that says most is told, and every try is kept', async (t) => {
  const gone = await pageServer(t, { page: EXPECTED })
  await gone.stop()
  const portal = await pageServer(t, { page: 'log in' })
  const reach = { ...targetAt(gone.url), targets: [gone.url, portal.url].map((url) => ({ url, expect: EXPECTED })) }
  const found = await askInternet(platform, reach)
  assert.deepEqual([found.internet, found.target], ['unexpected-content', portal.url])
  assert.deepEqual(outcomes(found.attempts), ['refused', 'unexpected-content'])
})

test('the collector’s addresses are tried in order, and the first that answers ends the search', async (t) => {
  const away = await pageServer(t, { page: 'x' })
  await away.stop()
  const portal = await pageServer(t, { page: '<html>portal</html>' })
  const [second, third] = [await pageServer(t, { page: '{"status":"ok"}' }), await pageServer(t, { page: '{"status":"ok"}' })]
  const found = await askCollector(platform, { ...NOWHERE, collectorUrls: [away.url, portal.url, second.url, third.url] })
  assert.equal(found.collector, true)
  assert.deepEqual(outcomes(found.attempts), ['refused', 'unexpected-content', 'reached'])
  assert.equal(third.asked(), 0)
})

const hasIpv6 = platform.addressesOfAdapters().some(({ address }) => address === '::1')

test('a collector with an IPv6 address is reached', { skip: hasIpv6 ? false : 'this machine has no IPv6 loopback' }, async (t) => {
  const { url } = await pageServer(t, { page: '{"status":"ok"}', host: '::1' })
  assert.match(url, /\[::1\]/)
  assert.equal((await askCollector(platform, { ...NOWHERE, collectorUrls: [url] })).collector, true)
})
