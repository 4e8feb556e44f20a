/** The Debian package of the collector on a Debian that boots: installed it serves, with a certificate of its own authority an agent reports to it, and nothing that happens to it loses the ledger. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { buildCollectorDeb } from '../../installers/collector/build-collector-deb.ts'
import { buildDeb } from '../../installers/linux/build-deb.ts'
import { until } from '../until.ts'
import { bootLinux, LINUX_ROOM } from './linux-room.ts'

const skip = LINUX_ROOM === undefined ? 'NOT RUN: no Debian to boot; .ci/run makes one and names it in SOMAY_LINUX_ROOM' : false

const packages = { old: '', new: '', agent: '' }
before(async (t) => {
  if (skip) return
  const folder = mkdtempSync(join(tmpdir(), 'somay-deb-'))
  ;(t as TestContext).after(() => rmSync(folder, { recursive: true, force: true }))
  const build = (version: string) => buildCollectorDeb({ version, room: folder, outFolder: folder, compression: 'quick' })
  packages.old = await build('0.1.0')
  packages.new = await build('0.2.0')
  packages.agent = await buildDeb({ arch: 'x64', version: '0.1.0', room: folder, outFolder: folder, compression: 'quick' })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Whether it answers that it is well; undefined while it does not answer. */
function wellOverHttps(port: number, ca: string): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/healthz', ca, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode === 200))
    }).on('error', () => resolve(undefined))
  })
}

const SETTINGS = 'etc/somay-collector/collector.env'
const TLS = '/etc/somay-collector/tls'
const BACKUPS = 'var/backups/somay'

test('installed it serves; an agent beside it reports over HTTPS; killed, rebooted, restored and upgraded it keeps the ledger; purged, only backups are left', {
  skip,
}, async (t) => {
  const linux = await bootLinux(t)
  const run = linux.mustRun
  const property = async (name: string) => run(`systemctl show -P ${name} somay-collector`)
  const port = await freePort()
  // What lies there before the package comes is kept: installed without a question.
  mkdirSync(linux.at('etc/somay-collector'))
  const settings = ['SOMAY_DATA=/var/lib/somay', `SOMAY_PORT=${port}`, 'SOMAY_BACKUP_FOLDER=/var/backups/somay']
  writeFileSync(linux.at(SETTINGS), `${settings.join('\n')}\n`)

  const begun = Date.now()
  assert.match(await run(`dpkg -i ${linux.bring(packages.old)}`), /sudo somay-collector first-link/)
  const wellOverHttp = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => undefined,
    )
  await until('it serves', wellOverHttp)
  t.diagnostic(`from dpkg -i to the first answer: ${((Date.now() - begun) / 1_000).toFixed(1)} s`)
  assert.match(await (await fetch(`http://127.0.0.1:${port}/`)).text(), /<!doctype html>/i)
  const first = await property('MainPID')
  assert.equal(await run(`ps -o user= -p ${first}`), 'somay')
  assert.equal(
    await run(`stat -c "%U:%G %a" /var/lib/somay /var/lib/somay/ledger.db /${SETTINGS} | tr "\\n" " "`),
    'somay:somay 700 somay:somay 600 root:somay 640',
  )
  assert.match(await run('somay-collector first-link'), new RegExp(`http://127.0.0.1:${port}/first\\?code=som_first_`))
  assert.match(await run('journalctl -u somay-collector -o cat'), /Tạo quản trị viên đầu tiên/)
  assert.equal(await run('stat -c %U /var/lib/somay/ledger.db-wal'), 'somay', 'commands write as the service does')
  await until('the first daily backup is there', async () => /somay-\d{8}T/.test(await run(`ls /${BACKUPS}`)))

  await run(`kill -9 ${first}`)
  await until('it came back', async () => ![first, '0'].includes(await property('MainPID')))

  // Another machine may come only over HTTPS.
  await run(`somay-collector tls make --host localhost,127.0.0.1 --out ${TLS}`)
  assert.equal(await run(`stat -c "%U:%G %a" ${TLS}/server-key.pem ${TLS}/ca-key.pem | tr "\\n" " "`), 'root:somay 640 root:somay 600')
  const https = ['SOMAY_HOST=0.0.0.0', `SOMAY_TLS_CERT=${TLS}/server.pem`, `SOMAY_TLS_KEY=${TLS}/server-key.pem`]
  writeFileSync(linux.at(SETTINGS), `${[...settings, ...https].join('\n')}\n`)
  await run('systemctl restart somay-collector')
  const root = readFileSync(linux.at(`${TLS}/ca.pem`.slice(1)), 'utf8')
  const well = () => wellOverHttps(port, root)
  await until('it serves over HTTPS', well)
  await run('systemctl reload somay-collector')
  await until('the certificate was read anew', () => /read anew/.test(readFileSync(linux.at('var/lib/somay/collector.log'), 'utf8')))

  const [token = ''] = /som_enrol[\w-]+/.exec(await run('somay-collector enrol-token create --label deb')) ?? []
  await run(`cp ${TLS}/ca.pem /etc/somay-ca.pem && chmod 644 /etc/somay-ca.pem`)
  const agentBegun = Date.now()
  await run(`dpkg -i ${linux.bring(packages.agent)}`, {
    COLLECTOR_URL: `https://127.0.0.1:${port}`,
    ENROL_TOKEN: token,
    CA_FILE: '/etc/somay-ca.pem',
  })
  const acknowledged = 'var/lib/somay-agent/acknowledged.json'
  await until('the agent’s report is acknowledged', () => existsSync(linux.at(acknowledged)))
  t.diagnostic(`from dpkg -i of the agent to the acknowledged report: ${((Date.now() - agentBegun) / 1_000).toFixed(1)} s`)
  await run('dpkg -P somay-agent')

  await run(`somay-collector backup --out /${BACKUPS}/by-hand.db.zst`)
  assert.match((await linux.run(`somay-collector restore --from /${BACKUPS}/by-hand.db.zst`)).printed, /đang được dùng/)
  await run('systemctl stop somay-collector')
  assert.match(await run(`somay-collector restore --from /${BACKUPS}/by-hand.db.zst`), /1 máy, [1-9]\d* lượt báo/)
  await run('systemctl start somay-collector')
  await until('it serves what was restored', well)
  assert.match(await run('somay-collector check'), /đều đúng/)

  await linux.reboot()
  await until('it serves after the restart of the machine', well)

  await run(`dpkg -i ${linux.bring(packages.new)}`)
  assert.match(await run('dpkg -s somay-collector'), /^Version: 0\.2\.0$/m)
  await until('the new version serves', well)
  assert.ok(existsSync(linux.at(`${BACKUPS}/before-0.2.0.db.zst`)), 'the ledger was backed up before the upgrade')
  const restored = await run(`somay-collector restore --data /tmp/elsewhere --from /${BACKUPS}/before-0.2.0.db.zst`)
  assert.match(restored, /1 máy/)
  assert.match(await run('somay-collector check'), /đều đúng/)

  await run('dpkg -r somay-collector')
  assert.equal(existsSync(linux.at('usr/lib/somay-collector')), false)
  assert.ok(existsSync(linux.at('var/lib/somay/ledger.db')), 'removed, the ledger stays')
  await run('dpkg -P somay-collector')
  for (const path of ['var/lib/somay', 'etc/somay-collector', 'usr/lib/systemd/system/somay-collector.service'])
    assert.equal(existsSync(linux.at(path)), false, path)
  assert.ok(existsSync(linux.at(`${BACKUPS}/by-hand.db.zst`)), 'backups are for a person to remove')
  assert.notEqual((await linux.run('getent passwd somay')).code, 0)
})
