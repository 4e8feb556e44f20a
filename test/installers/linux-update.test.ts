/** Updates on a Debian that boots: what the key signed is installed, what does not come up is taken back, what another key signed is refused, and without a key nothing happens. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import type { AgentUpdates, UpdatedPcs } from '#shared/api/agent-updates.ts'
import type { SignedRelease } from '#shared/release.ts'
import { hasBundledNode } from '../../installers/build/bundled-node.ts'
import { writeRelease } from '../../installers/build/write-release.ts'
import { buildDeb } from '../../installers/linux/build-deb.ts'
import { startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'
import { until } from '../until.ts'
import { agentOfVersion, brokenAgentOfVersion } from './agent-of-version.ts'
import { bootLinux, LINUX_ROOM } from './linux-room.ts'

const skip =
  LINUX_ROOM === undefined
    ? 'NOT RUN: no Debian to boot; .ci/run makes one and names it in SOMAY_LINUX_ROOM'
    : !hasBundledNode('linux-x64') && 'NOT RUN: the Node to be packed is not here; npm run build:installers -- --target deb fetches it'

const KIND = 'linux-deb-amd64'
const packages = { first: '', second: '', broken: '' }
let folder = ''
before(async (t) => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'somay-update-'))
  ;(t as TestContext).after(() => rmSync(folder, { recursive: true, force: true }))
  const build = (version: string, make = agentOfVersion) =>
    buildDeb({ arch: 'x64', version, room: folder, outFolder: folder, compression: 'quick', bundles: make(version, join(folder, version)) })
  packages.first = await build('0.1.0')
  packages.second = await build('0.2.0')
  packages.broken = await build('0.3.0', brokenAgentOfVersion)
})

const STATE = 'var/lib/somay-agent'
const ROOM = 'var/lib/somay-agent-update'

test('a signed version is installed and the PC stays who it is; one that does not come up is taken back; a forged one is refused', {
  skip,
}, async (t) => {
  const collector = await startCollector(t, { environment: { SOMAY_CONTACT_SECONDS: '10' } })
  const [token = ''] = /som_enrol[\w-]+/.exec(await collector.command('enrol-token', 'create', '--label', 'deb')) ?? []
  const [, key = ''] = /UPDATE_KEY=(\S+)/.exec(await collector.command('update-key', 'make', '--out', join(folder, 'own'))) ?? []
  await collector.command('update-key', 'make', '--out', join(folder, 'other'))
  const hold = async (path: string, version: string, signer = 'own') => {
    const manifest = await writeRelease(path, KIND, version, join(folder, signer, 'update-key.pem'))
    await collector.command('release', 'add', '--file', path, '--manifest', manifest)
  }
  await hold(packages.first, '0.1.0')
  await hold(packages.second, '0.2.0')
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const asked = async <Answer>(path: string) => (await client.get(`/api/v1/agent-updates${path}`)).json<Answer>()
  const rollOut = async (version: string) =>
    assert.equal((await client.send('POST', '/api/v1/agent-updates/rollouts', { version, stage: 100 })).status, 204)
  const endOf = async (version: string) => {
    const [found] = (await asked<UpdatedPcs>(`/pcs?version=${version}`)).pcs
    return found && found.state !== 'offered' ? found : undefined
  }
  await rollOut('0.2.0')

  const linux = await bootLinux(t)
  const run = linux.mustRun
  const installed = () => run('dpkg-query --show somay-agent | cut -f2')
  const settings = () => JSON.parse(readFileSync(linux.at('etc/somay/agent.json'), 'utf8')) as Record<string, unknown>
  const set = (more: object) => writeFileSync(linux.at('etc/somay/agent.json'), JSON.stringify({ ...settings(), ...more }))
  const first = linux.bring(packages.first)
  await run(`dpkg -i ${first}`, { COLLECTOR_URL: collector.url, ENROL_TOKEN: token })
  await until('it reports', () => existsSync(linux.at(`${STATE}/acknowledged.json`)))
  const credential = readFileSync(linux.at(`${STATE}/credential.json`), 'utf8')

  // Off by default: without a key it does not even ask.
  const contact = () => readFileSync(linux.at(`${STATE}/status.json`), 'utf8')
  const then = contact()
  await run('systemctl restart somay-agent')
  await until('another contact was made', () => contact() !== then)
  assert.deepEqual((await asked<AgentUpdates>('')).fleet, [{ version: '0.1.0', pcs: 1 }])

  const begun = Date.now()
  set({ updateEveryMinutes: 0, updateSpreadMinutes: 0, updateProofSeconds: 60 })
  await run(`dpkg -i ${first}`, { UPDATE_KEY: key })
  assert.equal(settings().updateKey, key)
  assert.deepEqual(
    (await until('0.2.0 ended', () => endOf('0.2.0')))?.state,
    'installed',
    await run('journalctl -u somay-agent-update -o cat'),
  )
  t.diagnostic(`from the key to 0.2.0 installed and told: ${((Date.now() - begun) / 1_000).toFixed(1)} s`)
  assert.equal(await installed(), '0.2.0')
  assert.equal(readFileSync(linux.at(`${STATE}/credential.json`), 'utf8'), credential)
  assert.equal(await run(`stat -c "%U %a" /${ROOM} /${ROOM}/standing.json | tr "\\n" " "`), 'root 755 root 644')
  assert.deepEqual((await asked<AgentUpdates>('')).fleet, [{ kind: KIND, version: '0.2.0', pcs: 1 }])

  // What the agent's own user writes is believed by nobody.
  const forged = join(folder, 'forged.deb')
  writeFileSync(forged, 'no package at all')
  const forgery = JSON.parse(
    readFileSync(await writeRelease(forged, KIND, '0.9.0', join(folder, 'other', 'update-key.pem')), 'utf8'),
  ) as SignedRelease
  const fallback = JSON.parse(readFileSync(`${packages.second}.release.json`, 'utf8')) as SignedRelease
  writeFileSync(linux.at(`${STATE}/updates/ready.json`), JSON.stringify({ release: forgery, fallback }))
  await until('the runner refused it', () => /signature-wrong/.test(readFileSync(linux.at(`${ROOM}/standing.json`), 'utf8')))

  // Nor is what a collector offers that another key signed.
  const stranger = join(folder, 'stranger.deb')
  writeFileSync(stranger, 'nor is this one')
  await hold(stranger, '0.2.5', 'other')
  await rollOut('0.2.5')
  await run('systemctl restart somay-agent')
  const refused = await until('0.2.5 ended', () => endOf('0.2.5'))
  assert.deepEqual([refused?.state, refused?.reason], ['refused', 'signature-wrong'])
  assert.equal((await until('the collector heard of the forgery too', () => endOf('0.9.0')))?.reason, 'signature-wrong')

  set({ updateProofSeconds: 5 })
  await hold(packages.broken, '0.3.0')
  await rollOut('0.3.0')
  await run('systemctl restart somay-agent')
  const fell = Date.now()
  const back = await until('0.3.0 ended', () => endOf('0.3.0'))
  assert.deepEqual([back?.state, back?.reason], ['rolled-back', 'no-sign-of-life'], await run('journalctl -u somay-agent-update -o cat'))
  t.diagnostic(`from the offer of 0.3.0 to being back and told: ${((Date.now() - fell) / 1_000).toFixed(1)} s`)
  assert.equal(await installed(), '0.2.0')
  assert.equal(readFileSync(linux.at(`${STATE}/credential.json`), 'utf8'), credential)
  assert.equal(await run(`ls /${ROOM} | grep -c '\\.deb$'`), '1', 'one package is kept to go back to')
  assert.equal(await run('systemctl is-failed somay-agent-update.service somay-agent-update.path || true'), 'inactive\nactive')

  await run('dpkg -P somay-agent')
  for (const path of [STATE, ROOM]) assert.equal(existsSync(linux.at(path)), false, path)
})
