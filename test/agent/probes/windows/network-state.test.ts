/** A way out and a live link on Windows, from `route print` in any language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseNetworkState } from '#agent/probes/windows/network-state.ts'
import { bodyOf, knownOf, NOWHERE, why } from '../known.ts'
import type { PretendPc } from '../pretend-platform.ts'

const HEAD = `===========================================================================
Danh sách Giao diện
  7...b8 ca 3a 91 0f 22 ......Realtek PCIe GbE Family Controller
===========================================================================

IPv4 Bảng Tuyến
===========================================================================
Tuyến Hoạt động:
Đích Mạng        Mặt nạ mạng          Cổng       Giao diện  Số liệu
`
const LOCAL = `        127.0.0.0        255.0.0.0         On-link         127.0.0.1    331
        224.0.0.0        240.0.0.0         On-link         127.0.0.1    331
===========================================================================
`
const DEFAULT4 = '          0.0.0.0          0.0.0.0        10.34.2.1       10.34.2.14     25\n'
const KEPT = `Tuyến Liên tục:
  Địa chỉ Mạng             Mặt nạ mạng    Địa chỉ Cổng    Số liệu
          0.0.0.0          0.0.0.0        10.34.2.1       1
===========================================================================
`
const HEAD6 = 'IPv6 Bảng Tuyến\n If Metric Network Destination      Gateway\n'

test('a default route means a live link', () => {
  assert.deepEqual(parseNetworkState(HEAD + DEFAULT4 + LOCAL, []), { defaultRoute: true, link: true })
  assert.deepEqual(parseNetworkState(`${HEAD}${LOCAL}${HEAD6}  7    281 ::/0                     fe80::1\n`, []), {
    defaultRoute: true,
    link: true,
  })
})

test('a route over a dial-up link has a word of the language in place of a gateway', () => {
  const dialled = '          0.0.0.0          0.0.0.0    Auf Verbindung       10.34.2.14     25\n'
  assert.equal(parseNetworkState(HEAD + dialled + LOCAL, []).defaultRoute, true)
})

test('a route kept for later is none now', () => {
  assert.deepEqual(parseNetworkState(HEAD + LOCAL + KEPT, ['127.0.0.1', '::1']), { defaultRoute: false, link: false })
  const kept6 = `${HEAD}${LOCAL}${HEAD6}  0 4294967295 ::/0                     fe80::1\n`
  assert.equal(parseNetworkState(kept6, []).defaultRoute, false)
})

test('without a route, an adapter that is up may be a virtual one: unknown, not "link" and not "offline"', () => {
  assert.equal(why(parseNetworkState(HEAD + LOCAL, ['192.0.2.5']).link), 'not-supported')
})

test('what is no routing table says nothing', () => {
  assert.equal(why(parseNetworkState('', ['192.0.2.5']).defaultRoute), 'failed')
})

test('the fact: connected by its route, offline without any address, unknown where route.exe may not run', async () => {
  const pc = (printed: NonNullable<PretendPc['commands']>[string]): PretendPc => ({
    os: 'windows',
    commands: { 'route.exe print': printed },
  })
  const linked = await knownOf('connectivity', pc(HEAD + DEFAULT4 + LOCAL))
  assert.deepEqual([linked.defaultRoute, why(linked.state)], [true, 'turned-off'])
  assert.equal((await knownOf('connectivity', pc(HEAD + LOCAL))).state, 'offline')
  const refused = {
    ...pc({ kind: 'denied', detail: 'route.exe may not be run' }),
    addresses: [{ adapter: 'Ethernet', address: '192.0.2.5', family: 'IPv4' as const }],
  }
  const body = await bodyOf('connectivity', refused, NOWHERE)
  assert.ok('known' in body)
  assert.equal(why((body.known as { defaultRoute: unknown }).defaultRoute), 'access-denied')
})
