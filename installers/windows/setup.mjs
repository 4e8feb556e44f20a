// What the MSI and the EXE have node.exe do on the PC: `claim-data`, its folder, from whoever made it before, `keep-secrets` it was told, `configure` its service, `schedule` and `unschedule` the agent of weak PCs, `purge` what it kept. Plain JavaScript: it lies on the PC as it is.
import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TASK = 'SoMay\\Agent'
const folder = dirname(fileURLToPath(import.meta.url))

// Only administrators write here: by it a folder that an agent filled is told from one that anybody made before the first installation.
const CLAIMED = ['HKLM\\Software\\SoMay\\Data', '/v', 'agent']
const SYSTEM = '*S-1-5-18'
const ADMINISTRATORS = '*S-1-5-32-544'

const SECRET_KEY = 'HKLM\\Software\\SoMay\\Agent\\Secret'

const SERVICE = 'SoMayAgent'

// What Windows leaves the service of the system's many privileges: those that WMI, PowerShell, Windows Update and the firmware's variables may ask for.
// Gone are the ones that take a machine over: debugging others, loading drivers, acting as the system, backup and restore past every permission.
const PRIVILEGES = [
  'SeChangeNotifyPrivilege',
  'SeImpersonatePrivilege',
  'SeCreateGlobalPrivilege',
  'SeSystemEnvironmentPrivilege',
  'SeManageVolumePrivilege',
  'SeSystemProfilePrivilege',
  'SeProfileSingleProcessPrivilege',
  'SeIncreaseQuotaPrivilege',
  'SeIncreaseBasePriorityPrivilege',
  'SeIncreaseWorkingSetPrivilege',
  'SeSecurityPrivilege',
  'SeShutdownPrivilege',
]

const deeds = {
  // Windows Installer has tables for this, of which its own documentation says that they do not work as expected; what sc.exe cannot do is no reason to have no agent.
  configure() {
    sc('failure', SERVICE, 'reset=', '86400', 'actions=', 'restart/5000/restart/60000/restart/300000')
    sc('failureflag', SERVICE, '1')
    // Its own name for firewalls and permissions; "restricted" would forbid it its data folder.
    sc('sidtype', SERVICE, 'unrestricted')
    sc('privs', SERVICE, PRIVILEGES.join('/'))
    return 0
  },
  // Any user may make folders in ProgramData, and stays the owner of what lies in them. `mode` says how an earlier version is installed: then its data is kept.
  'claim-data'(mode) {
    const programData = process.env.ProgramData
    if (!programData) return 1
    if (reg('query', ...CLAIMED) === 0) return 0
    const vendor = join(programData, 'SoMay')
    const data = join(vendor, 'agent')
    makeOwn(vendor)
    const isClosed = close(vendor)
    makeOwn(data)
    const isOurs = mode ? true : setAside(data)
    return close(data, '/T') && isClosed && isOurs ? reg('add', ...CLAIMED, '/t', 'REG_SZ', '/d', '1', '/f') : 1
  },
  // Each as name=value; an empty one was not told.
  'keep-secrets': (...told) =>
    told.reduce((failed, one) => {
      const [name, value] = [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]
      if (name !== 'token' && name !== 'proxy') return 2
      return failed || (value === '' ? 0 : reg('add', SECRET_KEY, '/v', name, '/t', 'REG_SZ', '/d', value, '/f'))
    }, 0),
  schedule() {
    const room = mkdtempSync(join(tmpdir(), 'somay-'))
    const definition = join(room, 'task.xml')
    try {
      const text = readFileSync(join(folder, 'task.xml'), 'utf8').replaceAll('{{folder}}', escaped(folder))
      // schtasks takes UTF-16 with its mark; with UTF-8 some versions refuse what lies under a folder with accents.
      writeFileSync(definition, `\ufeff${text}`, 'utf16le')
      return schtasks('/Create', '/TN', TASK, '/XML', definition, '/F')
    } finally {
      rmSync(room, { recursive: true, force: true })
    }
  },
  unschedule: () => schtasks('/Delete', '/TN', TASK, '/F'),
  purge() {
    const data = process.env.ProgramData
    if (!data) return 1
    rmSync(join(data, 'SoMay', 'agent'), { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
    reg('delete', ...CLAIMED, '/f')
    return 0
  },
}

// A link in its place would have the system write wherever somebody else wants it.
function makeOwn(folder) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(folder)
  mkdirSync(folder, { recursive: true })
}

function setAside(folder) {
  try {
    if (readdirSync(folder).length > 0) renameSync(folder, `${folder}.found-${Date.now()}`)
    mkdirSync(folder, { recursive: true })
    return true
  } catch {
    return false
  }
}

// The owner first, who could change the rest back; `/L`: links themselves, not what they lead to.
function close(folder, ...depth) {
  const steps = [
    ['/setowner', SYSTEM, ...depth, '/L', '/C', '/Q'],
    ['/reset', ...depth, '/L', '/C', '/Q'],
    ['/inheritance:r', '/grant:r', `${SYSTEM}:(OI)(CI)F`, `${ADMINISTRATORS}:(OI)(CI)F`, '/Q'],
  ]
  return steps.map((step) => icacls(folder, ...step)).every((status) => status === 0)
}

function icacls(...args) {
  return spawnSync('icacls.exe', args, { stdio: 'ignore', windowsHide: true }).status ?? 1
}

function sc(...args) {
  return spawnSync('sc.exe', args, { stdio: 'ignore', windowsHide: true }).status ?? 1
}

function reg(...args) {
  return spawnSync('reg.exe', args, { stdio: 'ignore', windowsHide: true }).status ?? 1
}

function schtasks(...args) {
  return spawnSync('schtasks.exe', args, { stdio: 'ignore', windowsHide: true }).status ?? 1
}

function escaped(text) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const deed = deeds[process.argv[2]]
process.exit(deed ? deed(...process.argv.slice(3)) : 2)
