/** The MSI of the agent on a Windows: installed without a click it reports, an upgrade keeps who the PC is, a removal leaves what was asked. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { hasBundledNode } from '../../installers/build/bundled-node.ts'
import { buildExe } from '../../installers/windows/build-exe.ts'
import { buildMsi } from '../../installers/windows/build-msi.ts'
import { stageAgent } from '../../installers/windows/stage-agent.ts'
import { stageWindow } from '../../installers/windows/stage-window.ts'
import { startCollector } from '../collector-process.ts'
import { until } from '../until.ts'
import { startWindows, WINE_ROOM, type Windows } from './wine-room.ts'

const skip =
  WINE_ROOM === undefined
    ? 'NOT RUN: no Windows to install on; .ci/run makes one with wine and names it in SOMAY_WINE_ROOM'
    : !hasBundledNode('win-x64') && 'NOT RUN: the Node of Windows is not here; npm run build:installers -- --target msi fetches it'

const packages = { old: '', new: '', exe: '' }
before(async (t) => {
  if (skip) return
  const folder = mkdtempSync(join(tmpdir(), 'somay-msi-'))
  ;(t as TestContext).after(() => rmSync(folder, { recursive: true, force: true }))
  const files = [...(await stageAgent(join(folder, 'stage'))), ...(await pretendedWindow(folder))]
  packages.old = await buildMsi({ files, version: '0.1.0', outFolder: folder })
  packages.new = await buildMsi({ files, version: '0.2.0', outFolder: folder })
  packages.exe = await buildExe({ msi: packages.old, version: '0.1.0', outFolder: folder })
})

/** What Electron's files are to an installer: names in folders. */
async function pretendedWindow(folder: string) {
  const place = (...paths: string[]) => {
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), path)
    }
  }
  place('dist/electron.exe', 'dist/locales/vi.pak', 'dist/locales/fr.pak', 'dist/resources/default_app.asar', 'dist/LICENSE')
  place('built/desktop/main.cjs', 'built/desktop/main.cjs.map', 'built/window/index.html', 'built/window/assets/index-D9_a.js')
  return stageWindow(join(folder, 'dist'), join(folder, 'window'), join(folder, 'built'))
}

const WINDOW = 'Program Files/SoMay/Agent/electron'
// Of the user: wine has no start menu for everybody.
const SHORTCUT = `users/${userInfo().username}/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/So May.lnk`
const RUN_KEY = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'

const DATA = 'ProgramData/SoMay/agent'
const PROGRAM = 'Program Files/SoMay'

const filesLeft = (windows: Windows) => (existsSync(windows.at(PROGRAM)) ? readdirSync(windows.at(PROGRAM), { recursive: true }) : [])

async function houseOf(t: TestContext) {
  const collector = await startCollector(t)
  const printed = await collector.command('enrol-token', 'create', '--label', 'MSI')
  const [token = ''] = /som_enrol[\w-]+/.exec(printed) ?? []
  const windows = await startWindows(t)
  const msi = { old: windows.bring(packages.old), new: windows.bring(packages.new) }
  const registry = async () => (await windows.run('reg', 'query', 'HKLM\\Software\\SoMay', '/s')).printed
  const isRunning = async () => /RUNNING/.test((await windows.run('sc', 'query', 'SoMayAgent')).printed)
  const credential = () => readFileSync(windows.at(`${DATA}/credential.json`), 'utf8')
  return { collector, token, windows, msi, registry, isRunning, credential }
}

test('installed without a click it reports; upgraded it stays the same PC; a downgrade is refused; removed, its data stays', {
  skip,
}, async (t) => {
  const { collector, token, windows, msi, registry, isRunning, credential } = await houseOf(t)
  const log = windows.at('install.log')
  const begun = Date.now()
  const installed = await windows.run(
    'msiexec',
    '/i',
    msi.old,
    '/qn',
    '/l*v',
    'C:\\install.log',
    `COLLECTOR_URL=${collector.url}`,
    `ENROL_TOKEN=${token}`,
    'UNIT_CODE=SNV',
  )
  assert.equal(installed.code, 0)
  await until('the first report is acknowledged', () => existsSync(windows.at(`${DATA}/acknowledged.json`)))
  t.diagnostic(`from the start of msiexec to the acknowledged report: ${((Date.now() - begun) / 1_000).toFixed(1)} s`)
  assert.ok(await isRunning())
  const kept = await registry()
  assert.match(kept, new RegExp(`collectorUrls +REG_SZ +${collector.url}`))
  assert.match(kept, new RegExp(`Secret[^]*token +REG_SZ +${token}`))
  assert.match(kept, /unitCode +REG_SZ +SNV/)
  // wine prints every property at the end whatever MsiHiddenProperties says; what a Windows hides it hides by this list and this flag.
  const actions = readFileSync(log, 'utf8').split('Property(S):')[0] ?? ''
  assert.ok(!actions.includes(token), 'the token stands in the log of what was done')
  const own = credential()

  for (const name of ['electron.exe', 'locales/vi.pak', 'resources/app/window/assets/index-D9_a.js', 'resources/app/package.json'])
    assert.ok(existsSync(windows.at(`${WINDOW}/${name}`)), name)
  for (const name of ['locales/fr.pak', 'resources/default_app.asar', 'resources/app/desktop/main.cjs.map'])
    assert.equal(existsSync(windows.at(`${WINDOW}/${name}`)), false, name)
  assert.ok(existsSync(windows.at(SHORTCUT)))
  const atLogOn = async () => (await windows.run('reg', 'query', RUN_KEY)).printed
  assert.doesNotMatch(await atLogOn(), /SoMayWindow/)

  assert.equal((await windows.run('msiexec', '/i', msi.new, '/qn', 'WINDOW=logon')).code, 0)
  assert.match(await atLogOn(), /SoMayWindow.*electron.exe" --door="C:\\ProgramData\\SoMay\\agent\\door.json" --tray --background/)
  await until('the service of the new version runs', isRunning)
  assert.equal(credential(), own)
  // Which product is installed is another now, and all that it was told before stays.
  const told = (printed: string) => printed.replaceAll(/^ +((code|version) .*|window +REG_SZ +logon)\r?\n/gm, '')
  assert.equal(told(await registry()), told(kept))

  assert.notEqual((await windows.run('msiexec', '/i', msi.old, '/qn')).code, 0)
  assert.ok(await isRunning())

  assert.equal((await windows.run('msiexec', '/x', msi.new, '/qn')).code, 0)
  assert.deepEqual(filesLeft(windows), [])
  assert.equal(credential(), own)
  assert.doesNotMatch(await registry(), /token|collectorUrls/)
  assert.equal(await isRunning(), false)
  assert.equal(existsSync(windows.at(SHORTCUT)), false)
  assert.doesNotMatch(await atLogOn(), /SoMayWindow/)
})

test('on a weak PC the scheduler runs it, nothing stays in memory, and with PURGE its data goes too', { skip }, async (t) => {
  const { collector, token, windows, msi, isRunning } = await houseOf(t)
  // What any user may put there before the first installation.
  const planted = ['updates/runner/journal.json', 'credential.json']
  for (const name of planted) {
    mkdirSync(dirname(windows.at(`${DATA}/${name}`)), { recursive: true })
    writeFileSync(windows.at(`${DATA}/${name}`), 'planted')
  }
  const told = [`COLLECTOR_URL=${collector.url}`, `ENROL_TOKEN=${token}`, 'MODE=scheduled']
  assert.equal((await windows.run('msiexec', '/i', msi.old, '/qn', ...told)).code, 0)
  for (const name of planted) assert.equal(existsSync(windows.at(`${DATA}/${name}`)), false, name)
  assert.ok(readdirSync(windows.at('ProgramData/SoMay')).some((name) => name.startsWith('agent.found-')))
  assert.match((await windows.run('reg', 'query', 'HKLM\\Software\\SoMay\\Data')).printed, /agent +REG_SZ +1/)
  const task = windows.at('windows/system32/tasks/SoMay/Agent')
  const text = readFileSync(task)
  // wine keeps what it knows of a task, and neither triggers nor what is run.
  assert.match(text.toString(text.includes(0) ? 'utf16le' : 'utf8'), /StartWhenAvailable>true/)
  assert.equal(await isRunning(), false)
  for (const path of [`${PROGRAM}/Agent/somay-service.exe`, WINDOW, SHORTCUT]) assert.equal(existsSync(windows.at(path)), false, path)
  // What the scheduler would start.
  assert.equal(
    (await windows.run('C:\\Program Files\\SoMay\\Agent\\node.exe', 'C:\\Program Files\\SoMay\\Agent\\agent.mjs', 'once')).code,
    0,
  )
  assert.ok(existsSync(windows.at(`${DATA}/acknowledged.json`)))
  assert.equal((await windows.run('msiexec', '/x', msi.old, '/qn', 'PURGE=1')).code, 0)
  assert.equal(existsSync(windows.at(DATA)), false)
  assert.equal(existsSync(task), false)
  assert.deepEqual(filesLeft(windows), [])
})

test('the EXE hands its words to the MSI it carries, installs and removes without a click', { skip }, async (t) => {
  const { collector, token, windows, credential } = await houseOf(t)
  const exe = windows.bring(packages.exe)
  assert.equal((await windows.run(exe, '/S', `COLLECTOR_URL=${collector.url}`, `ENROL_TOKEN=${token}`)).code, 0)
  await until('the first report is acknowledged', () => existsSync(windows.at(`${DATA}/acknowledged.json`)))
  assert.match(credential(), new RegExp(collector.url))
  assert.equal((await windows.run(exe, '/S', '/uninstall', 'PURGE=1')).code, 0)
  assert.deepEqual(filesLeft(windows), [])
  assert.equal(existsSync(windows.at(DATA)), false)
})

test('a wrong mode is refused in words, and nothing is left; without the window none comes, an upgrade included', { skip }, async (t) => {
  const { windows, msi } = await houseOf(t)
  assert.notEqual((await windows.run('msiexec', '/i', msi.old, '/qn', 'MODE=sometimes')).code, 0)
  assert.notEqual((await windows.run('msiexec', '/i', msi.old, '/qn', 'UNIT_CODE=S"NV')).code, 0)
  assert.deepEqual(filesLeft(windows), [])

  for (const words of [
    [msi.old, '/qn', 'WINDOW=0'],
    [msi.new, '/qn'],
  ]) {
    assert.equal((await windows.run('msiexec', '/i', ...words)).code, 0)
    assert.ok(existsSync(windows.at(`${PROGRAM}/Agent/node.exe`)))
    for (const path of [WINDOW, SHORTCUT]) assert.equal(existsSync(windows.at(path)), false, path)
  }
})
