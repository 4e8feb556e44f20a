/** The main process over pretended Electron parts: one instance, one page, and no to everything else. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ALWAYS, NEVER } from '#agent/desktop/electron-parts.ts'
import { findElectron } from '#agent/desktop/find-electron.ts'
import { FUSES } from '#agent/desktop/fuses.ts'
import { makeHandlers } from '#agent/desktop/handlers.ts'
import { argumentsFor, optionsFrom } from '#agent/desktop/options.ts'
import { PAGE_ADDRESS, pageServer } from '#agent/desktop/page.ts'
import { startDesktop } from '#agent/desktop/start-desktop.ts'
import { TRAY_SIZE_PX, trayBitmap } from '#agent/desktop/tray-picture.ts'
import { knock } from '#agent/door/knock.ts'
import { PLACEMENT_LIMITS } from '#agent/door/requests.ts'
import { makeBridge } from '#agent/preload/make-bridge.ts'
import { askedFrom, channelOf, MESSAGE_NAMES } from '#agent/preload/messages.ts'
import { MOST_CHARACTERS, typedLineOf } from '#agent/window/sections/typed-line.ts'
import { ASSET_TAG_MAX_LENGTH, ROOM_MAX_LENGTH } from '#shared/facts/placement.ts'
import { PROGRAM, runAgent } from '../run-agent.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { pretendContents, pretendElectron } from './pretend-electron.ts'

const handlers = makeHandlers({ doors: [], knock, copy: () => undefined })
const page = () => new Response('')
const desktop = { handlers, page, preload: '/app/preload.cjs', language: undefined, hasTray: false, inBackground: false } as const
const ours = { senderFrame: { url: PAGE_ADDRESS } }

test('one window, sandboxed, with nothing of Node, shown when drawn', async () => {
  const electron = pretendElectron()
  await startDesktop(electron.parts, { ...desktop, language: 'en' })
  const [options, ...more] = electron.opened
  assert.equal(more.length, 0)
  for (const name of ALWAYS) assert.equal(options?.webPreferences[name], true, name)
  for (const name of NEVER) assert.equal(options?.webPreferences[name], false, name)
  assert.equal(options?.webPreferences.preload, '/app/preload.cjs')
  assert.ok(electron.calls.includes(`load ${PAGE_ADDRESS}?language=en`))
  assert.deepEqual([...electron.channels.keys()].sort(), MESSAGE_NAMES.map(channelOf).sort(), 'these channels and no other')
})

test('a second instance gives way, and the first comes to the front', async () => {
  const second = pretendElectron({ isFirst: false })
  await startDesktop(second.parts, desktop)
  assert.deepEqual([second.opened.length, second.calls.at(-1)], [0, 'quit'])
  const first = pretendElectron()
  await startDesktop(first.parts, desktop)
  first.minimize()
  first.calls.length = 0
  first.emit('second-instance')
  assert.deepEqual(first.calls, ['restore', 'show', 'focus'])
  assert.equal(first.opened.length, 1)
})

test('no page goes anywhere, opens anything, embeds anything, is permitted anything or loads anything from elsewhere', async () => {
  const electron = pretendElectron()
  await startDesktop(electron.parts, desktop)
  const { contents, isPrevented, opens } = pretendContents()
  electron.emit('web-contents-created', {}, contents)
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) assert.ok(isPrevented(event), event)
  assert.equal(opens(), 'deny')
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'])
    assert.equal(electron.ask(permission), false)
  assert.ok(electron.calls.includes('check false'))
  assert.ok(electron.loads('somay://window/index.html'))
  for (const url of ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'somay://windows/', 'ws://x/', 'data:text/html,x'])
    assert.equal(electron.loads(url), false, url)
})

test('the tray is there only when asked for, and only then a closed window does not end the program', async () => {
  const [without, with_] = [pretendElectron(), pretendElectron()]
  await startDesktop(without.parts, desktop)
  await startDesktop(with_.parts, { ...desktop, hasTray: true })
  for (const electron of [without, with_]) electron.emit('window-all-closed')
  assert.deepEqual(
    [without, with_].map(({ calls, tray }) => [tray.length > 0, calls.includes('quit')]),
    [
      [false, true],
      [true, false],
    ],
  )
  assert.equal(trayBitmap().length, TRAY_SIZE_PX * TRAY_SIZE_PX * 4)
})

test('started in the background it waits in its tray without a window, and never without a tray', async () => {
  const electron = pretendElectron()
  await startDesktop(electron.parts, { ...desktop, hasTray: true, inBackground: true })
  assert.deepEqual(
    electron.calls.filter((call) => call === 'show'),
    [],
  )
  electron.tray[0]?.click()
  electron.emit('second-instance')
  assert.ok(electron.calls.includes('show'))
  assert.equal(optionsFrom(['--background']).inBackground, false)
})

test('the tray opens the window and ends the program, in the language the window was started in', async () => {
  const electron = pretendElectron()
  await startDesktop(electron.parts, { ...desktop, language: 'en', hasTray: true })
  assert.deepEqual(
    electron.tray.map(({ label }) => label),
    ['Open Sổ Máy', 'Quit'],
  )
  electron.calls.length = 0
  for (const { click } of electron.tray) click()
  assert.deepEqual(electron.calls, ['show', 'focus', 'quit'])
})

test('keys for editing, zoom and quitting work: the menu has their roles, in both languages', async () => {
  const rolesOf = async (language: 'vi' | 'en' | undefined) => {
    const electron = pretendElectron()
    await startDesktop(electron.parts, { ...desktop, language })
    return electron.menus.flatMap(({ submenu }) => submenu)
  }
  const [own, english] = [await rolesOf(undefined), await rolesOf('en')]
  for (const role of ['copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'quit'])
    assert.ok(
      own.some((entry) => entry.role === role),
      role,
    )
  assert.deepEqual([own.at(-1)?.label, english.at(-1)?.label], ['Cỡ thường', 'Actual size'])
})

test('only our own page is answered, and only questions of the right shape', async () => {
  for (const senderFrame of [null, { url: 'https://example.org/' }, { url: 'somay://window.example/' }, { url: 'file:///index.html' }])
    assert.deepEqual(await handlers.status({ senderFrame }, {}), { kind: 'refused', refusal: 'not-allowed' })
  for (const question of [undefined, null, 1, 'x', [], { more: 1 }]) {
    assert.deepEqual(await handlers.status(ours, question), { kind: 'refused', refusal: 'bad-request' })
  }
  const long = { room: 'x'.repeat(ROOM_MAX_LENGTH + 1) }
  for (const entry of [long, { room: ' x' }, { room: 'a\nb' }, { room: 1 }, { floor: '3' }])
    assert.deepEqual(await handlers['enter-placement'](ours, entry), { kind: 'refused', refusal: 'bad-request' })
  assert.deepEqual(await handlers.status(ours, {}), { kind: 'nobody' })
})

test('the bridge lets neither a wrong question out nor a wrong answer in', async () => {
  const sent: unknown[] = []
  const answering = (answer: unknown) =>
    makeBridge((channel, question) => {
      sent.push([channel, question])
      return Promise.resolve(answer)
    })
  assert.deepEqual(await answering({}).enterPlacement({ room: 'x\u0000' }), { kind: 'refused', refusal: 'bad-request' })
  assert.equal(sent.length, 0)
  for (const answer of [undefined, {}, { kind: 'answered', value: { lines: [1] } }, { kind: 'answered', value: { lines: [] }, more: 1 }]) {
    assert.equal((await answering(answer).logs()).kind, 'failed', JSON.stringify(answer))
  }
  assert.deepEqual(await answering({ kind: 'answered', value: { lines: ['x'] } }).logs(), { kind: 'answered', value: { lines: ['x'] } })
  const thrown = await makeBridge(() => Promise.reject(new Error('no handler'))).status()
  assert.deepEqual(thrown, { kind: 'failed', detail: 'no handler' })
  assert.equal(askedFrom('status', { kind: 'nobody' }).kind, 'nobody')
})

test('what was sent is held against the schema of the agent’s own file', async () => {
  const saying = (acknowledged: unknown) =>
    makeHandlers({ doors: [], knock: (async () => ({ kind: 'answered', value: { acknowledged } })) as never, copy: () => undefined })
  assert.deepEqual(await saying(null).sent(ours, {}), { kind: 'answered', value: {} })
  assert.equal((await saying({ at: 'x' }).sent(ours, {})).kind, 'failed')
})

test('the page is served from its folder alone, under a policy that lets nothing else in', async (t) => {
  const folder = temporaryFolder(t)
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'index.js'), '1')
  writeFileSync(join(folder, 'assets', 'secret.pem'), 'x')
  const serve = pageServer(folder)
  const at = (path: string) => serve({ url: `somay://window${path}` })
  assert.equal(at('/index.html').status, 200)
  assert.equal(at('/assets/index.js').headers.get('content-type'), 'text/javascript; charset=utf-8')
  for (const path of [
    '/',
    '/assets',
    '/assets/secret.pem',
    '/../desktop.test.ts',
    '/%2e%2e/x.js',
    '/assets/%2e%2e/index.html%00',
    '//etc/passwd',
  ])
    assert.equal(at(path).status, 404, path)
  const policy = at('/index.html').headers.get('content-security-policy') ?? ''
  assert.match(policy, /^default-src 'none'/)
  assert.equal(/unsafe|http|\*|data:|blob:/.test(policy), false, policy)
})

test('what starts the window is what the window reads', () => {
  for (const options of [
    { doors: ['/a b/door.sock', '/run/x'], language: 'vi', hasTray: true, inBackground: true },
    { doors: [], language: undefined, hasTray: false, inBackground: false },
  ] as const) {
    assert.deepEqual(optionsFrom(['electron', 'main.cjs', '--enable-features=x', ...argumentsFor(options)]), options)
  }
})

test('the bounds of what is typed are the same everywhere, and Vietnamese is composed', () => {
  const limits = { assetTag: ASSET_TAG_MAX_LENGTH, room: ROOM_MAX_LENGTH }
  assert.deepEqual([PLACEMENT_LIMITS, MOST_CHARACTERS], [limits, limits])
  assert.equal(typedLineOf(' Pho\u0300ng\t305\n'), 'Phòng 305')
  assert.equal(typedLineOf(' \n'), undefined)
})

test('the fuses are those the packager knows, and none opens a way in', () => {
  for (const name of [
    'RunAsNode',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
    'GrantFileProtocolExtraPrivileges',
  ] as const)
    assert.equal(FUSES[name], false)
  assert.equal(FUSES.OnlyLoadAppFromAsar, true)
})

test('Electron is looked for where it may be, and never fetched', (t) => {
  const folder = temporaryFolder(t)
  const places = { environment: {}, built: join(folder, 'dist'), packageFolders: [folder], platform: 'linux' } as const
  const missing = findElectron(places)
  assert.equal(missing.kind, 'missing')
  const installed = join(folder, 'node_modules', 'electron')
  mkdirSync(join(installed, 'dist'), { recursive: true })
  writeFileSync(join(installed, 'path.txt'), 'electron\n')
  writeFileSync(join(installed, 'dist', 'electron'), '')
  assert.deepEqual(findElectron(places), { kind: 'found', executable: join(installed, 'dist', 'electron') })
  writeFileSync(join(folder, 'electron'), '')
  const named = findElectron({ ...places, environment: { ELECTRON_OVERRIDE_DIST_PATH: folder } })
  assert.deepEqual(named, { kind: 'found', executable: join(folder, 'electron') })
})

test('the command says what is missing, and does not open a window as root', { skip: process.platform === 'win32' }, async (t) => {
  const { code, err } = await runAgent(
    t,
    ['window'],
    { SOMAY_AGENT_STATE: temporaryFolder(t), ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder(t) },
    PROGRAM,
  )
  assert.equal(code, 1)
  assert.match(err, process.getuid?.() === 0 ? /not opened as root/ : /was not found|is missing/)
})

const BUILT = new URL('../../../agent/dist/', import.meta.url).pathname

test('the built preload script needs nothing but Electron, and the agent nothing of it', {
  skip: !existsSync(`${BUILT}desktop`) && 'not built',
}, () => {
  const required = (file: string) => [
    ...new Set([...readFileSync(join(BUILT, file), 'utf8').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)),
  ]
  assert.deepEqual(required('desktop/preload.cjs'), ['electron'])
  assert.equal(required('agent.mjs').includes('electron'), false)
  execFileSync(process.execPath, ['--check', join(BUILT, 'desktop/main.cjs')])
})
