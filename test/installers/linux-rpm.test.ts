/** The RPM of the agent: its steps run where a service manager runs, an upgrade keeps settings and who the PC is, erased it leaves those two and nothing else. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { hasBundledNode } from '../../installers/build/bundled-node.ts'
import { buildRpm } from '../../installers/linux/build-rpm.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { startCollector } from '../collector-process.ts'
import { until } from '../until.ts'
import { bootLinux, LINUX_ROOM } from './linux-room.ts'

const hasRpm = LINUX_ROOM !== undefined && existsSync(join(LINUX_ROOM, 'usr/bin/rpm'))
const skip = !hasRpm
  ? 'NOT RUN: no Linux with rpm to boot; .ci/run makes one and names it in SOMAY_LINUX_ROOM'
  : !hasBundledNode('linux-x64') && 'NOT RUN: the Node to be packed is not here; npm run build:installers -- --target rpm fetches it'

const STATE = 'var/lib/somay-agent'
// Debian's own database says nothing of systemd and useradd, which are there all the same.
const RPM = 'rpm --force-debian --nodeps'

test('installed in silence it reports; upgraded it stays the same PC; erased, its unit is gone and what the PC was given stays', {
  skip,
}, async (t) => {
  const folder = temporaryFolder(t)
  const build = (version: string) => buildRpm({ arch: 'x64', version, room: folder, outFolder: folder, compression: 'quick' })
  const [old, next] = [await build('0.1.0'), await build('0.2.0')]
  const collector = await startCollector(t)
  const [token = ''] = /som_enrol[\w-]+/.exec(await collector.command('enrol-token', 'create', '--label', 'rpm')) ?? []
  const linux = await bootLinux(t)
  const run = linux.mustRun
  const credential = () => readFileSync(linux.at(`${STATE}/credential.json`), 'utf8')
  const settings = () => readFileSync(linux.at('etc/somay/agent.json'), 'utf8')
  const isActive = async () => (await linux.run('systemctl is-active somay-agent')).printed.trim() === 'active'

  assert.equal(await run(`${RPM} -U ${linux.bring(old)}`, { COLLECTOR_URL: collector.url, ENROL_TOKEN: token }), '')
  await until('the first report is acknowledged', () => existsSync(linux.at(`${STATE}/acknowledged.json`)))
  assert.equal(await run('systemctl is-enabled somay-agent'), 'enabled')
  assert.equal(await run('ps -o user= -p $(systemctl show -P MainPID somay-agent)'), 'somay-agent')
  const [own, told] = [credential(), settings()]

  assert.equal(await run(`${RPM} -U ${linux.bring(next)}`), '')
  assert.equal(await run('rpm -q --qf "%{VERSION}" somay-agent'), '0.2.0')
  await until('the new version runs', isActive)
  assert.equal(await run('systemctl is-enabled somay-agent'), 'enabled')
  assert.deepEqual([credential(), settings()], [own, told])

  assert.equal(await run('rpm --force-debian -e somay-agent'), '')
  assert.equal(await isActive(), false)
  for (const path of [
    'usr/lib/somay-agent',
    'usr/bin/somay-agent',
    'usr/lib/systemd/system/somay-agent.service',
    'etc/systemd/system/multi-user.target.wants/somay-agent.service',
  ])
    assert.equal(existsSync(linux.at(path)), false, path)
  assert.deepEqual([credential(), settings()], [own, told])
})
