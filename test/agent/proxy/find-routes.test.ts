/** The way to each address: what the setting says goes first, then the environment, then the system, then nothing. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { thisPlatform } from '#agent/platform/platform.ts'
import { findRoutes } from '#agent/proxy/find-routes.ts'
import { pageServer } from '../probes/bad-networks.ts'
import { type PretendPc, pretendPlatform } from '../probes/pretend-platform.ts'

const URLS = ['https://somay.tinh.gov.vn', 'http://probe.example/ok.txt', 'http://may-chu:8420']
const SETTINGS = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'
const NOT_THERE = { kind: 'failed', detail: 'reg.exe ended with 1' } as const

/** As `reg query` prints it on a Windows in any language: only names, types and values. */
function registry(key: string, values: readonly (readonly [string, string, string])[]): string {
  return `\r\n${key}\r\n${values.map((value) => `    ${value.join('    ')}\r\n`).join('')}\r\n`
}

const PROXY_ON = [
  ['ProxyEnable', 'REG_DWORD', '0x1'],
  ['ProxyServer', 'REG_SZ', '10.0.0.8:3128'],
  ['ProxyOverride', 'REG_SZ', '*.gov.vn;<local>'],
] as const

function windows(keys: Readonly<Record<string, string>>): PretendPc {
  const commands = Object.fromEntries(Object.entries(keys).map(([key, said]) => [`reg.exe query ${key}`, said]))
  return { os: 'windows', commands: { [`reg.exe query HKLM\\${SETTINGS}`]: NOT_THERE, ...commands } }
}

const routesOf = (pc: PretendPc, proxy?: string, environment: NodeJS.ProcessEnv = {}) =>
  findRoutes(pretendPlatform(pc), { proxy }, URLS, environment)

test('a proxy set for the whole PC counts, and its bypass list is kept', async () => {
  const routes = await routesOf(windows({ [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', PROXY_ON) }))
  assert.deepEqual(routes, { kind: 'static', by: { 'http://probe.example': 'http://10.0.0.8:3128' } })
})

test('the setting and the environment go before the system', async () => {
  const pc = windows({ [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', PROXY_ON) })
  assert.equal(await routesOf(pc, ''), undefined)
  assert.equal(await routesOf(pc, 'http://p:8080'), undefined)
  assert.equal(await routesOf(pc, undefined, { HTTPS_PROXY: 'http://p:8080' }), undefined)
})

test('the proxy of services counts where nothing is set for the whole PC', async () => {
  const [server, bypass] = ['http=10.0.0.9:80;https=10.0.0.9:443', 'somay.tinh.gov.vn']
  const text = (value: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(value.length)
    return Buffer.concat([length, Buffer.from(value)])
  }
  const head = Buffer.from('280000000300000003000000', 'hex')
  const value = Buffer.concat([head, text(server), text(bypass)])
    .toString('hex')
    .toUpperCase()
  const connections = registry('HKEY_LOCAL_MACHINE', [['WinHttpSettings', 'REG_BINARY', value]])
  const routes = await routesOf(windows({ [`HKLM\\${SETTINGS}\\Connections`]: connections }))
  assert.deepEqual(routes?.by, { 'http://probe.example': 'http://10.0.0.9:80', 'http://may-chu:8420': 'http://10.0.0.9:80' })
})

test('of the people logged on the first with a proxy counts; services and built-in accounts are not asked', async () => {
  const sid = 'S-1-5-21-1004336348-1177238915-682003330-1001'
  const routes = await routesOf(
    windows({
      [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', []),
      HKU: `\r\nHKEY_USERS\\.DEFAULT\r\nHKEY_USERS\\S-1-5-18\r\nHKEY_USERS\\${sid}\r\nHKEY_USERS\\${sid}_Classes\r\n`,
      [`HKU\\${sid}\\${SETTINGS}`]: registry('HKEY_USERS', PROXY_ON),
    }),
  )
  assert.equal(routes?.kind, 'static')
})

test('a Windows that says there is none has none; one that cannot be asked says nothing', async () => {
  const withoutPeople = (values: readonly (readonly [string, string, string])[]) =>
    windows({ [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', values), HKU: '\r\nHKEY_USERS\\S-1-5-18\r\n' })
  assert.deepEqual(await routesOf(withoutPeople([])), { kind: 'none', by: {} })
  assert.equal(await routesOf(windows({})), undefined)
  const off = PROXY_ON.map(([name, type, value]) => [name, type, name === 'ProxyEnable' ? '0x0' : value] as const)
  assert.deepEqual(await routesOf(withoutPeople(off)), { kind: 'none', by: {} })
})

test('where the settings of the person logged on cannot be read, nobody says that there is no proxy', async () => {
  const machine = { [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', []) }
  assert.equal(await routesOf(windows(machine)), undefined)
  assert.equal(await routesOf(windows({ ...machine, HKU: '\r\nHKEY_USERS\\S-1-5-21-1-2-3-1001\r\n' })), undefined)
})

test('a proxy of the system that is no address is told, without what stands in it', async () => {
  const values = [PROXY_ON[0], ['ProxyServer', 'REG_SZ', 'https://ai:matkhau@may:chu']] as const
  const routes = await routesOf(windows({ [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', values) }))
  assert.equal(routes?.problem, 'what the system has for a proxy is no address')
})

test('NO_PROXY alone leaves the proxy of the system on, and is kept beside its own list', async () => {
  const pc = windows({ [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', PROXY_ON.slice(0, 2)) })
  const routes = await routesOf(pc, undefined, { NO_PROXY: 'probe.example, .gov.vn' })
  assert.deepEqual(routes?.by, { 'http://may-chu:8420': 'http://10.0.0.8:3128' })
})

test('garbage in the binary value of WinHTTP is no proxy', async () => {
  for (const value of ['', '00', 'ZZ', `280000000300000003000000FFFFFFFF${'41'.repeat(4)}`]) {
    const connections = registry('HKEY_LOCAL_MACHINE', [['WinHttpSettings', 'REG_BINARY', value]])
    assert.equal(await routesOf(windows({ [`HKLM\\${SETTINGS}\\Connections`]: connections })), undefined)
  }
})

test('macOS tells its proxies, exceptions and simple names', async () => {
  const scutil = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : probe.example
  }
  ExcludeSimpleHostnames : 1
  HTTPEnable : 1
  HTTPPort : 3128
  HTTPProxy : proxy.so.tinh
  HTTPSEnable : 1
  HTTPSPort : 3128
  HTTPSProxy : proxy.so.tinh
  ProxyAutoConfigEnable : 0
}`
  const mac = (said: string): PretendPc => ({ os: 'macos', commands: { '/usr/sbin/scutil --proxy': said } })
  assert.deepEqual((await routesOf(mac(scutil)))?.by, { 'https://somay.tinh.gov.vn': 'http://proxy.so.tinh:3128' })
  assert.deepEqual(await routesOf(mac('<dictionary> {\n}')), { kind: 'none', by: {} })
})

const PAC = `function FindProxyForURL(url, host) {
  if (isPlainHostName(host)) return "DIRECT";
  if (dnsDomainIs(host, ".gov.vn")) return "PROXY proxy.tinh:8080; DIRECT";
  if (shExpMatch(url, "http://probe.*")) return "SOCKS socks.tinh:1080; PROXY second.tinh:80";
  return "DIRECT";
}`

const byPac = (url: string) => findRoutes(thisPlatform(), { proxy: `pac+${url}` }, URLS, {})

const routesByPac = async (t: TestContext, page: string, open: readonly string[], pc: PretendPc = {}) => {
  const { url } = await pageServer(t, { page })
  const { fetchSmallPage } = thisPlatform()
  return findRoutes({ ...pretendPlatform({ ...pc, open }), fetchSmallPage }, { proxy: `pac+${url}` }, URLS, {})
}

test('a PAC file says the way for each address; what this agent cannot take is passed over', async (t) => {
  assert.deepEqual(await routesByPac(t, PAC, ['proxy.tinh:8080']), {
    kind: 'pac',
    by: { 'https://somay.tinh.gov.vn': 'http://proxy.tinh:8080', 'http://probe.example': 'http://second.tinh:80' },
  })
})

test('when the first proxy of a PAC file is down, the next way is taken', async (t) => {
  assert.deepEqual((await routesByPac(t, PAC, []))?.by, { 'http://probe.example': 'http://second.tinh:80' })
  const three = 'function FindProxyForURL() { return "PROXY a.tinh; HTTPS b.tinh; PROXY c.tinh:3128" }'
  const taken = async (open: readonly string[]) => (await routesByPac(t, three, open))?.by['http://may-chu:8420']
  assert.equal(await taken(['b.tinh:443']), 'https://b.tinh')
  assert.equal(await taken(['a.tinh:80', 'b.tinh:443']), 'http://a.tinh')
  assert.equal(await taken([]), 'http://c.tinh:3128')
})

test('a PAC file that names only ways this agent cannot take is a problem, not a reason to go past them in silence', async (t) => {
  const routes = await routesByPac(t, 'function FindProxyForURL() { return "SOCKS5 socks.tinh:1080" }', [])
  assert.match(routes?.problem ?? '', /only ways this agent cannot take: SOCKS5/)
})

test('a PAC file in the settings of Windows is asked too', async (t) => {
  const { url } = await pageServer(t, { page: PAC })
  const pretend = pretendPlatform(windows({ [`HKLM\\${SETTINGS}`]: registry('HKEY_LOCAL_MACHINE', [['AutoConfigURL', 'REG_SZ', url]]) }))
  const { takesConnection } = pretendPlatform({ open: ['proxy.tinh:8080'] })
  const routes = await findRoutes({ ...pretend, takesConnection, fetchSmallPage: thisPlatform().fetchSmallPage }, {}, URLS, {})
  assert.equal(routes?.by['https://somay.tinh.gov.vn'], 'http://proxy.tinh:8080')
})

for (const [says, page, problem] of [
  ['a portal in its place', '<html>log in</html>', /no PAC file/],
  ['one that never ends', 'function FindProxyForURL() { for (;;) {} }', /took longer/],
  [
    'one that eats all memory',
    'function FindProxyForURL() { const a = []; for (;;) a.push("x".repeat(1e6) + a.length) }',
    /took too much memory/,
  ],
  ['one that reaches for this PC', 'function FindProxyForURL() { return process.env.HOME + require("fs") }', /could not be run: .*process/],
  ['one with a mistake', 'function FindProxyForURL( {', /could not be run: Line 1/],
] as const) {
  test(`a PAC file that cannot be used is a problem that is told, and everything is tried directly: ${says}`, async (t) => {
    const { url } = await pageServer(t, { page })
    const routes = await byPac(url)
    assert.deepEqual([routes?.kind, routes?.by], ['pac', {}])
    assert.match(routes?.problem ?? '', problem)
  })
}
