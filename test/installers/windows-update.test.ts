/** Updates on a Windows: what the key signed is installed over the agent that asked for it, what does not come up is taken back with the settings kept. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, type TestContext, test } from 'node:test'
import type { UpdatedPcs } from '#shared/api/agent-updates.ts'
import { hasBundledNode } from '../../installers/build/bundled-node.ts'
import { writeRelease } from '../../installers/build/write-release.ts'
import { buildMsi } from '../../installers/windows/build-msi.ts'
import { stageAgent } from '../../installers/windows/stage-agent.ts'
import { newSigner } from '../agent/updates/signed.ts'
import { startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'
import { until } from '../until.ts'
import { agentOfVersion, brokenAgentOfVersion } from './agent-of-version.ts'
import { startWindows, WINE_ROOM } from './wine-room.ts'

const skip =
  WINE_ROOM === undefined
    ? 'NOT RUN: no Windows to install on; .ci/run makes one with wine and names it in SOMAY_WINE_ROOM'
    : !hasBundledNode('win-x64') && 'NOT RUN: the Node of Windows is not here; npm run build:installers -- --target msi fetches it'

const signer = newSigner()
const packages = { first: '', second: '', broken: '' }
let folder = ''
before(async (t) => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'somay-update-'))
  ;(t as TestContext).after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'update-key.pem'), signer.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const build = async (version: string, make = agentOfVersion) => {
    const files = await stageAgent(join(folder, `stage-${version}`), undefined, make(version, join(folder, version)))
    const made = await buildMsi({ files, version, outFolder: folder, compression: 'quick' })
    await writeRelease(made, 'windows-msi-x64', version, join(folder, 'update-key.pem'))
    return made
  }
  packages.first = await build('0.1.0')
  packages.second = await build('0.2.0')
  packages.broken = await build('0.3.0', brokenAgentOfVersion)
})

const DATA = 'ProgramData/SoMay/agent'
const SETTINGS = 'HKLM\\Software\\SoMay\\Agent'
const PROGRAM = 'C:\\Program Files\\SoMay\\Agent'
const INSTALLED = 'HKLM\\Software\\SoMay\\Installed'

async function houseOf(t: TestContext) {
  const collector = await startCollector(t, { environment: { SOMAY_CONTACT_SECONDS: '10' } })
  const [token = ''] = /som_enrol[\w-]+/.exec(await collector.command('enrol-token', 'create', '--label', 'MSI')) ?? []
  const key = signer.updateKey
  const hold = (path: string) => collector.command('release', 'add', '--file', path)
  await hold(packages.first)
  await hold(packages.second)
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const rollOut = async (version: string) =>
    assert.equal((await client.send('POST', '/api/v1/agent-updates/rollouts', { version, stage: 100 })).status, 204)
  const endOf = async (version: string) => {
    const [found] = (await client.get(`/api/v1/agent-updates/pcs?version=${version}`)).json<UpdatedPcs>().pcs
    return found && found.state !== 'offered' ? found : undefined
  }
  await rollOut('0.2.0')
  const windows = await startWindows(t)
  const set = (name: string, value: string) => windows.run('reg', 'add', SETTINGS, '/v', name, '/t', 'REG_SZ', '/d', value, '/f')
  for (const [name, value] of Object.entries({ updateEveryMinutes: '0', updateSpreadMinutes: '0', updateProofSeconds: '90' }))
    await set(name, value)
  const told = [`COLLECTOR_URL=${collector.url}`, `ENROL_TOKEN=${token}`, `UPDATE_KEY=${key}`]
  return {
    ...{ collector, token, key, hold, rollOut, endOf, windows, set, told },
    version: async () => /version +REG_SZ +(\S+)/.exec((await windows.run('reg', 'query', INSTALLED)).printed)?.[1],
    credential: () => readFileSync(windows.at(`${DATA}/credential.json`), 'utf8'),
    runnerLog: () => {
      const path = windows.at(`${DATA}/updates/runner/runner.log`)
      return existsSync(path) ? readFileSync(path, 'utf8') : 'the runner did not run'
    },
  }
}

// Beside each other: both wait more than they work.
describe('updates on a Windows', { concurrency: 2 }, () => {
  test('a signed version is installed and the PC stays who it is; one that does not come up is taken back', { skip }, async (t) => {
    const { collector, token, key, hold, rollOut, endOf, windows, set, told, version, credential, runnerLog } = await houseOf(t)
    const begun = Date.now()
    assert.equal((await windows.run('msiexec', '/i', windows.bring(packages.first), '/qn', ...told)).code, 0)
    await until('the first report is acknowledged', () => existsSync(windows.at(`${DATA}/acknowledged.json`)))
    const own = credential()
    const first = await until('0.2.0 ended', () => endOf('0.2.0'))
    assert.equal(first.state, 'installed', runnerLog())
    t.diagnostic(`from the start of msiexec to 0.2.0 installed and told: ${((Date.now() - begun) / 1_000).toFixed(1)} s`)
    assert.equal(await version(), '0.2.0')
    assert.equal(credential(), own)

    await set('updateProofSeconds', '5')
    await hold(packages.broken)
    await rollOut('0.3.0')
    const fell = Date.now()
    const back = await until('0.3.0 ended', () => endOf('0.3.0'))
    assert.deepEqual([back.state, back.reason], ['rolled-back', 'no-sign-of-life'], runnerLog())
    t.diagnostic(`from the offer of 0.3.0 to being back and told: ${((Date.now() - fell) / 1_000).toFixed(1)} s`)
    assert.equal(await version(), '0.2.0')
    assert.equal(credential(), own)
    const kept = (await windows.run('reg', 'query', SETTINGS, '/s')).printed
    for (const value of [collector.url, key, token]) assert.ok(kept.includes(value), `${value} was kept`)
    assert.match((await windows.run('sc', 'query', 'SoMayAgent')).printed, /RUNNING/)
  })

  test('on a weak PC the scheduler’s run hands over, and the runner installs when that run has ended', { skip }, async (t) => {
    const { endOf, windows, told, version, credential, runnerLog } = await houseOf(t)
    assert.equal((await windows.run('msiexec', '/i', windows.bring(packages.first), '/qn', ...told, 'MODE=scheduled')).code, 0)
    const once = () => windows.run(`${PROGRAM}\\node.exe`, `${PROGRAM}\\agent.mjs`, 'once')
    assert.equal((await once()).code, 0)
    assert.ok(existsSync(windows.at(`${DATA}/updates/ready.json`)))
    assert.ok(existsSync(windows.at('windows/system32/tasks/SoMay/Update')))
    const own = credential()
    // wine starts no tasks: this is what the task would.
    const room = 'C:\\Program Files\\SoMay\\Runner'
    const running = windows.run(`${room}\\node.exe`, `${room}\\update-runner.mjs`)
    await until('the new version is there', async () => (await version()) === '0.2.0')
    await until('it leaves its proof', async () => (await once()).code === 0)
    await running
    await once()
    assert.equal((await endOf('0.2.0'))?.state, 'installed', runnerLog())
    assert.equal(credential(), own)
    assert.equal(existsSync(windows.at('windows/system32/tasks/SoMay/Update')), false)
    assert.equal(existsSync(windows.at('windows/system32/tasks/SoMay/Agent')), true)
  })
})
