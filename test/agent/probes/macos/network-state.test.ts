/** The way out and the link of Macs, as the connectivity check sees them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandResult } from '#agent/platform/run-command.ts'
import { readMacNetworkState } from '#agent/probes/macos/network-state.ts'
import { knownOf, why } from '../known.ts'
import { pretendPlatform } from '../pretend-platform.ts'
import { DENIED, HANGS, macPc, textOf } from './mac-pc.ts'

const ROUTED = textOf('macbook-air-m1', 'routes.txt')
const ALONE = textOf('imac-intel', 'routes.txt')
const LINKED = textOf('macbook-air-m1', 'interfaces.txt')
const UNPLUGGED = LINKED.replaceAll('status: active', 'status: inactive')

async function stateOf(routes: string | CommandResult, interfaces: string | CommandResult): Promise<unknown[]> {
  const commands = { '/usr/sbin/netstat -rn': routes, '/sbin/ifconfig -a': interfaces }
  const { defaultRoute, link } = await readMacNetworkState(pretendPlatform({ os: 'macos', commands }))
  return [why(defaultRoute) ?? defaultRoute, why(link) ?? link]
}

test('a default route and a live adapter', async () => {
  assert.deepEqual(await stateOf(ROUTED, LINKED), [true, true])
})

test('routes bound to one adapter, as of the tunnels macOS makes for itself, lead nowhere', async () => {
  assert.match(ALONE, /^default\s+fe80::%utun0\s+UGcIg\s+utun0/m)
  assert.deepEqual(await stateOf(ALONE, UNPLUGGED), [false, false])
})

test('a way out over IPv6 alone is one, and one that turns all away is none', async () => {
  const six = ALONE.replace('UGcIg', 'UGcg')
  assert.deepEqual(await stateOf(six, LINKED), [true, true])
  assert.deepEqual(await stateOf(ALONE.replace('UGcIg', 'UGcRg'), LINKED), [false, true])
})

test('the cable to the T2 inside is no link', async () => {
  const t2 = `${UNPLUGGED}en5: flags=8863<UP> mtu 1500\n\tether ac:de:48:00:11:22\n\tmedia: autoselect (100baseTX <full-duplex>)\n\tstatus: active\n`
  assert.deepEqual(await stateOf(ALONE, t2), [false, false])
})

test('what software makes up is no link, but a way out without a link is not offline either', async () => {
  const bridge = `${UNPLUGGED}bridge100: flags=8863<UP> mtu 1500\n\tether 82:00:5e:00:53:b1\n\tstatus: active\n`
  assert.deepEqual(await stateOf(ALONE, bridge), [false, false])
  assert.deepEqual(await stateOf(ROUTED, UNPLUGGED), [true, 'not-supported'])
})

test('an adapter that does not tell of its link leaves it open', async () => {
  const silent = `${UNPLUGGED}en9: flags=8863<UP> mtu 1500\n\tether 00:00:5e:00:53:99\n`
  assert.deepEqual(await stateOf(ALONE, silent), [false, 'not-supported'])
})

test('keeps unknown when netstat or ifconfig hangs, is denied or says nothing that is understood', async () => {
  assert.deepEqual(await stateOf(HANGS, UNPLUGGED), ['timed-out', false])
  assert.deepEqual(await stateOf(ALONE, DENIED), [false, 'access-denied'])
  assert.deepEqual(await stateOf('', ''), ['failed', 'failed'])
})

test('the connectivity of a Mac rests on it', async () => {
  const { state, defaultRoute } = await knownOf('connectivity', macPc('macbook-air-m1'))
  assert.deepEqual([why(state), defaultRoute], ['turned-off', true])
  assert.equal((await knownOf('connectivity', macPc('imac-intel'))).defaultRoute, false)
  const [network] = (await knownOf('connectivity-check', macPc('macbook-air-m1'))).steps
  assert.deepEqual([network?.step, network?.outcome], ['network', 'yes'])
})
