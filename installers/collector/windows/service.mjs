// `somay-collector service install [SETTINGS-FILE] | uninstall` on Windows: makes the service with an account of its own, its folder with permissions, and settings to begin with. Plain JavaScript: it lies on the server as it is.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'SoMayCollector'
// Windows makes and keeps it: no password, no rights but those given here.
const ACCOUNT = `NT SERVICE\\${NAME}`
const SYSTEM = '*S-1-5-18'
const ADMINISTRATORS = '*S-1-5-32-544'
// Only administrators write here: by it a folder of ours is told from one that anybody made before the first installation. somay-collector.cmd asks for it too.
const CLAIMED = ['HKLM\\Software\\SoMay\\Data', '/v', 'collector']
const here = dirname(fileURLToPath(import.meta.url))
const vendor = join(process.env.ProgramData ?? 'C:\\ProgramData', 'SoMay')
const data = join(vendor, 'collector')
const backups = join(data, 'backups')

const SETTINGS = [
  '# Settings of the collector; after a change: sc stop SoMayCollector, then sc start SoMayCollector. All of them: somay-collector help',
  `SOMAY_DATA=${data}`,
  '',
  '# HTTPS for other machines; a certificate: somay-collector tls make --host NAME,ADDRESS --out FOLDER. Windows Firewall must let the port in.',
  '#SOMAY_HOST=0.0.0.0',
  '#SOMAY_PORT=443',
  `#SOMAY_TLS_CERT=${join(data, 'tls', 'server.pem')}`,
  `#SOMAY_TLS_KEY=${join(data, 'tls', 'server-key.pem')}`,
  '#SOMAY_PUBLIC_URL=https://NAME',
  '',
  '# Daily backups; better on another disk, whose folder the account "NT SERVICE\\SoMayCollector" must be able to write to.',
  `SOMAY_BACKUP_FOLDER=${backups}`,
  '',
].join('\r\n')

function run(program, ...args) {
  return spawnSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true }).status === 0
}

// A link in its place would have the system write wherever somebody else wants it.
function makeOwn(folder) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(folder)
  mkdirSync(folder, { recursive: true })
}

// Any user may make folders in ProgramData, and settings in them: NODE_OPTIONS there would be obeyed. A ledger is kept, and looked at by its owner.
function claim() {
  if (run('reg.exe', 'query', ...CLAIMED) || run('sc.exe', 'query', NAME)) return
  makeOwn(vendor)
  const owned = ['/setowner', SYSTEM, '/L', '/C', '/Q']
  const isClosed =
    run('icacls.exe', vendor, ...owned) &&
    run('icacls.exe', vendor, '/reset', '/L', '/C', '/Q') &&
    run('icacls.exe', vendor, '/inheritance:r', '/grant:r', `${SYSTEM}:(OI)(CI)F`, `${ADMINISTRATORS}:(OI)(CI)F`, '/Q')
  if (!isClosed) say(0, `Chưa khóa được thư mục ${vendor}.`, `The folder ${vendor} could not be closed to others.`)
  makeOwn(data)
  const found = existsSync(join(data, 'ledger.db')) ? join(data, 'collector.env') : data
  if (found === data ? readdirSync(data).length > 0 : existsSync(found)) {
    const aside = `${found}.found-${Date.now()}`
    renameSync(found, aside)
    say(0, `Có sẵn trước khi cài, đã chuyển sang ${aside}.`, `It was there before the installation, and was moved to ${aside}.`)
  }
  mkdirSync(data, { recursive: true })
  run('icacls.exe', data, ...owned, '/T')
  run('icacls.exe', data, '/reset', '/T', '/L', '/C', '/Q')
  run('reg.exe', 'add', ...CLAIMED, '/t', 'REG_SZ', '/d', '1', '/f')
}

const deeds = {
  install(given) {
    claim()
    mkdirSync(backups, { recursive: true })
    const settings = join(data, 'collector.env')
    if (given) copyFileSync(given, settings)
    else if (!existsSync(settings)) writeFileSync(settings, SETTINGS)
    const host = join(here, 'somay-service.exe')
    if (!run('sc.exe', 'create', NAME, 'binPath=', `"${host}"`, 'start=', 'delayed-auto', 'DisplayName=', 'So May Collector'))
      return say(
        1,
        'Không tạo được dịch vụ: cần quyền quản trị, hoặc dịch vụ đã có.',
        'The service could not be made: be an administrator, or it is there already.',
      )
    run('sc.exe', 'description', NAME, 'Receives the reports of PCs, keeps the ledger, answers people.')
    run('sc.exe', 'failure', NAME, 'reset=', '86400', 'actions=', 'restart/5000/restart/60000/restart/300000')
    run('sc.exe', 'failureflag', NAME, '1')
    const isOwn = run('sc.exe', 'config', NAME, 'obj=', ACCOUNT)
    const rights = [SYSTEM, ADMINISTRATORS, ...(isOwn ? [ACCOUNT] : [])].map((who) => `${who}:(OI)(CI)F`)
    if (!run('icacls.exe', data, '/inheritance:r', '/grant:r', ...rights, '/T', '/C'))
      say(
        0,
        `Chưa khóa được thư mục ${data}: xem lại quyền truy cập.`,
        `The folder ${data} could not be closed to others: look at its permissions.`,
      )
    if (!isOwn)
      say(
        0,
        'Dịch vụ chạy bằng tài khoản hệ thống: không đặt được tài khoản riêng.',
        'The service runs as the system: an account of its own could not be set.',
      )
    if (!run('sc.exe', 'start', NAME))
      return say(1, `Dịch vụ chưa chạy; xem ${join(data, 'service.log')}.`, `The service does not run; see ${join(data, 'service.log')}.`)
    return say(
      0,
      `Đang chạy. Cài đặt: ${settings}. Quản trị viên đầu tiên: somay-collector first-link`,
      `It runs. Settings: ${settings}. The first administrator: somay-collector first-link`,
    )
  },
  uninstall() {
    run('sc.exe', 'stop', NAME)
    if (!run('sc.exe', 'delete', NAME))
      return say(
        1,
        'Không gỡ được dịch vụ: cần quyền quản trị, hoặc chưa có.',
        'The service could not be removed: be an administrator, or there is none.',
      )
    return say(0, `Đã gỡ dịch vụ. Sổ và cài đặt còn ở ${data}.`, `The service is gone. Ledger and settings are left in ${data}.`)
  },
}

function say(code, vi, en) {
  console.log(`${vi}\n${en}`)
  return code
}

const deed = deeds[process.argv[2]]
const USAGE = 'somay-collector service install [SETTINGS-FILE] | uninstall'
process.exit(deed ? deed(process.argv[3]) : say(2, USAGE, USAGE))
