/** The Debian package of the agent on a Debian that boots: installed without a question it reports, and goes on doing so whatever happens to it. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { installationOf } from '#web/pages/deployment/commands.ts'
import { hasBundledNode } from '../../installers/build/bundled-node.ts'
import { buildDeb } from '../../installers/linux/build-deb.ts'
import { startCollector } from '../collector-process.ts'
import { until } from '../until.ts'
import { bootLinux, LINUX_ROOM } from './linux-room.ts'

const skip =
  LINUX_ROOM === undefined
    ? 'NOT RUN: no Debian to boot; .ci/run makes one and names it in SOMAY_LINUX_ROOM'
    : !hasBundledNode('linux-x64') && 'NOT RUN: the Node to be packed is not here; npm run build:installers -- --target deb fetches it'

const packages = { old: '', new: '' }
before(async (t) => {
  if (skip) return
  const folder = mkdtempSync(join(tmpdir(), 'somay-deb-'))
  ;(t as TestContext).after(() => rmSync(folder, { recursive: true, force: true }))
  const build = (version: string) => buildDeb({ arch: 'x64', version, room: folder, outFolder: folder, compression: 'quick' })
  packages.old = await build('0.1.0')
  packages.new = await build('0.2.0')
})

const STATE = 'var/lib/somay-agent'

test('installed in silence it reports as a user of its own; killed, rebooted and upgraded it stays the same PC; purged, nothing is left', {
  skip,
}, async (t) => {
  const collector = await startCollector(t)
  const [token = ''] = /som_enrol[\w-]+/.exec(await collector.command('enrol-token', 'create', '--label', 'deb')) ?? []
  const linux = await bootLinux(t)
  const run = linux.mustRun
  const property = async (name: string) => run(`systemctl show -P ${name} somay-agent`)
  const credential = () => readFileSync(linux.at(`${STATE}/credential.json`), 'utf8')
  const lastContact = () => statSync(linux.at(`${STATE}/status.json`)).mtimeMs
  const begun = Date.now()
  // As the page "Deployment" has it; the room has no sudo, and its root needs none.
  const { text, files } = installationOf('debian', 'command', { collectorUrl: collector.url, token, updateKey: '' })
  await run(`sudo() { "$@"; }\n${text.replace(files[0] ?? '', linux.bring(packages.old))}`)
  await until('the first report is acknowledged', () => existsSync(linux.at(`${STATE}/acknowledged.json`)))
  t.diagnostic(`from dpkg -i to the acknowledged report: ${((Date.now() - begun) / 1_000).toFixed(1)} s`)
  const own = credential()
  assert.equal(await run('stat -c "%U %a" /etc/somay /etc/somay/agent.json | tr "\\n" " "'), 'root 750 root 640')
  const first = await property('MainPID')
  assert.equal(await run(`ps -o user:20=,supgrp:20= -p ${first} | xargs`), 'somay-agent somay-agent')
  // Neither write nor ask a disk: no capability for its commands, no device to be opened.
  assert.deepEqual(await Promise.all(['CapabilityBoundingSet', 'DevicePolicy', 'DeviceAllow'].map(property)), [
    'cap_dac_read_search',
    'closed',
    '',
  ])
  assert.match(await run(`grep -E '^(CapEff|Seccomp):' /proc/${first}/status`), /^CapEff:\t0{15}4\nSeccomp:\t2$/)
  // Serial numbers are for root: the capability reads them where a machine has them, and nobody else may look.
  assert.equal(
    await run(`su -s /bin/sh nobody -c 'cat /${STATE}/credential.json' 2>&1 || true`),
    `cat: /${STATE}/credential.json: Permission denied`,
  )

  const example = '/usr/share/doc/somay-agent/smart.conf'
  await run(`install -D -m 0644 ${example} /etc/systemd/system/somay-agent.service.d/smart.conf && systemctl daemon-reload`)
  assert.equal(await property('CapabilityBoundingSet'), 'cap_dac_read_search cap_sys_rawio')
  assert.equal(await property('DeviceAllow'), 'block-sd r')
  await run(`kill -9 ${first}`)
  await until('it came back', async () => ![first, '0'].includes(await property('MainPID')))
  // A process that systemd has only begun has no rights of the agent yet; and of a container CAP_SYS_RAWIO is kept away.
  const rights = async () => (await linux.run(`grep ^CapAmb: /proc/${await property('MainPID')}/status`)).printed
  await until('it runs with the example', async () => /^CapAmb:\t0{11}[02]0004$/m.test(await rights()))
  await run('rm -r /etc/systemd/system/somay-agent.service.d && systemctl daemon-reload')

  const before = lastContact()
  await linux.reboot()
  await until('it reports after the restart', () => lastContact() > before)
  assert.equal(credential(), own)

  await run(`dpkg -i ${linux.bring(packages.new)}`)
  assert.match(await run('dpkg -s somay-agent'), /^Version: 0\.2\.0$/m)
  await until('the new version runs', async () => (await linux.run('systemctl is-active somay-agent')).printed.trim() === 'active')
  assert.equal(credential(), own)
  assert.match(await run('cat /etc/somay/agent.json'), new RegExp(token))

  await run('dpkg -r somay-agent')
  assert.equal(existsSync(linux.at('usr/lib/somay-agent')), false)
  assert.equal(credential(), own)
  await run('dpkg -P somay-agent')
  for (const path of [STATE, 'etc/somay', 'usr/lib/systemd/system/somay-agent.service'])
    assert.equal(existsSync(linux.at(path)), false, path)
  assert.notEqual((await linux.run('getent passwd somay-agent')).code, 0)
})
