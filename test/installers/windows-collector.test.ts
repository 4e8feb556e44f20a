/** The collector's archive on a Windows: made a service it serves, keeps its ledger and backs it up, alone in its folder; unmade, the ledger stays. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { hasBundledNode } from '../../installers/build/bundled-node.ts'
import { buildCollectorZip } from '../../installers/collector/build-collector-zip.ts'
import { keptDriver } from '../../installers/collector/windows-driver.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { loggedIn } from '../http-client.ts'
import { until } from '../until.ts'
import { startWindows, WINE_ROOM } from './wine-room.ts'

const skip =
  WINE_ROOM === undefined
    ? 'NOT RUN: no Windows to install on; .ci/run makes one with wine and names it in SOMAY_WINE_ROOM'
    : !(hasBundledNode('win-x64') && existsSync(keptDriver())) &&
      'NOT RUN: the SQLite driver of Windows was not compiled here; npm run build:installers -- --target collector-zip does'

const DATA = 'ProgramData/SoMay/collector'
const PASSWORD = 'mot mat khau dai'

test('made a service it serves people and keeps its ledger alone; unmade, the ledger stays', { skip }, async (t) => {
  const folder = temporaryFolder(t)
  const archive = await buildCollectorZip({ version: '0.1.0', room: join(folder, 'room'), outFolder: folder })
  const windows = await startWindows(t)
  const home = windows.at('Collector')
  mkdirSync(home)
  const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', archive, home])
  assert.equal(unpacked.status, 0, unpacked.stderr.toString())
  const program = 'C:\\Collector\\somay-collector-0.1.0-win-x64\\somay-collector.cmd'
  const command = (...args: string[]) => windows.run('cmd', '/c', program, ...args)
  // What any user may put there before the first installation.
  mkdirSync(windows.at(DATA), { recursive: true })
  writeFileSync(windows.at(`${DATA}/collector.env`), 'NODE_OPTIONS=--require=C:\\planted.cjs\r\n')
  writeFileSync(windows.at('planted.cjs'), "require('node:fs').writeFileSync('C:\\\\obeyed', '')")
  assert.equal((await command('help')).code, 0)
  const lines = ['SOMAY_DATA=C:\\ProgramData\\SoMay\\collector', 'SOMAY_PORT=0', `SOMAY_ADMIN_PASSWORD=${PASSWORD}`]
  writeFileSync(windows.at('settings.env'), [...lines, 'SOMAY_BACKUP_FOLDER=C:\\ProgramData\\SoMay\\collector\\backups', ''].join('\r\n'))

  const installed = await command('service', 'install', 'C:\\settings.env')
  assert.equal(installed.code, 0, installed.printed)
  assert.equal(existsSync(windows.at('obeyed')), false)
  assert.ok(readdirSync(windows.at('ProgramData/SoMay')).some((name) => name.startsWith('collector.found-')))
  const log = () => readFileSync(windows.at(`${DATA}/service.log`), 'utf8')
  const url = await until('it says where it listens', () =>
    existsSync(windows.at(`${DATA}/service.log`)) ? /http:\S+/.exec(log())?.[0] : undefined,
  )
  const client = await loggedIn(url, 'admin', PASSWORD)
  for (const path of ['/', '/api/v1/counts', '/api/v1/counts/export?format=xlsx'])
    assert.equal((await client.fetch(path)).status, 200, path)
  await until('the missed backup is made', () => readdirSync(windows.at(`${DATA}/backups`)).some((name) => name.endsWith('.db.zst')))

  const second = await command('serve')
  assert.equal(second.code, 1)
  assert.match(second.printed, /Another collector serves this data folder/)
  assert.equal((await command('check')).code, 0)

  assert.equal((await command('service', 'uninstall')).code, 0)
  await until('it answers no more', () =>
    fetch(`${url}/healthz`).then(
      () => false,
      () => true,
    ),
  )
  assert.ok(existsSync(windows.at(`${DATA}/ledger.db`)))
})
