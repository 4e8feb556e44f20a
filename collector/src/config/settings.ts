/** Every setting of the collector, once: default, environment variable, flag, and what is said when it is wrong. */
import { FACT_NAMES, FACTS, isFactName } from '@somay/shared/facts/index.ts'
import { UPDATE_KEY_PATTERN } from '@somay/shared/release.ts'
import { SAMPLE_MINUTES } from '@somay/shared/report.ts'
import { SESSION_SWITCH } from '@somay/shared/session-switch.ts'
import { parseTargets } from './probe-targets.ts'
import { must, type Setting, setting, wholeNumber } from './setting.ts'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent']

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

function filled(text: string): string {
  must(text.trim() !== '')
  return text
}

export const SETTINGS = {
  port: setting({
    fallback: 8420,
    environment: 'SOMAY_PORT',
    flag: 'port',
    is: { vi: 'cổng lắng nghe; 0 để hệ thống tự chọn', en: 'port to listen on; 0 lets the system choose' },
    takes: { vi: 'số từ 0 đến 65535', en: 'a number from 0 to 65535' },
    parse: (text) => wholeNumber(text, 0, 65_535),
  }),
  host: setting({
    fallback: '127.0.0.1',
    environment: 'SOMAY_HOST',
    flag: 'host',
    is: { vi: 'địa chỉ lắng nghe; 0.0.0.0 để máy khác vào được', en: 'address to listen on; 0.0.0.0 lets other PCs in' },
    takes: { vi: 'địa chỉ hoặc tên máy', en: 'an address or a host name' },
    parse: filled,
  }),
  dataFolder: setting({
    fallback: './data',
    environment: 'SOMAY_DATA',
    flag: 'data',
    is: { vi: 'thư mục chứa sổ', en: 'folder of the ledger' },
    takes: { vi: 'đường dẫn một thư mục', en: 'the path of a folder' },
    parse: filled,
  }),
  database: setting({
    fallback: '',
    environment: 'SOMAY_DATABASE',
    flag: 'database',
    is: {
      vi: 'PostgreSQL chứa sổ; để trống thì dùng SQLite trong thư mục dữ liệu',
      en: 'PostgreSQL that holds the ledger; empty for SQLite in the data folder',
    },
    takes: { vi: 'postgres://người:mật-khẩu@máy:cổng/tên, hoặc để trống', en: 'postgres://user:password@host:port/name, or empty' },
    parse(text) {
      must(text === '' || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)))
      return text
    },
  }),
  logLevel: setting({
    fallback: 'info',
    environment: 'SOMAY_LOG_LEVEL',
    flag: 'log-level',
    is: { vi: 'ghi nhật ký nhiều hay ít', en: 'how much to log' },
    takes: { vi: `một trong: ${LOG_LEVELS.join(', ')}`, en: `one of ${LOG_LEVELS.join(', ')}` },
    parse(text) {
      must(LOG_LEVELS.includes(text))
      return text
    },
  }),
  timeZone: setting({
    fallback: 'Asia/Ho_Chi_Minh',
    environment: 'SOMAY_TIME_ZONE',
    flag: 'time-zone',
    is: { vi: 'múi giờ để tính ngày', en: 'time zone in which days are counted' },
    takes: { vi: 'tên như Asia/Ho_Chi_Minh', en: 'a name such as Asia/Ho_Chi_Minh' },
    parse(text) {
      must(isTimeZone(text))
      return text
    },
  }),
  contactSeconds: setting({
    fallback: 900,
    environment: 'SOMAY_CONTACT_SECONDS',
    flag: 'contact-seconds',
    is: { vi: 'số giây giữa hai lượt báo của một máy', en: 'seconds between the check-ins of a PC' },
    takes: { vi: 'số từ 10 đến 604800', en: 'a number from 10 to 604800' },
    parse: (text) => wholeNumber(text, 10, 604_800),
  }),
  sampleMinutes: setting({
    fallback: 15 as (typeof SAMPLE_MINUTES)[number],
    environment: 'SOMAY_SAMPLE_MINUTES',
    flag: 'sample-minutes',
    is: { vi: 'số phút giữa hai lần một máy thử kết nối', en: 'minutes between the connectivity checks of a PC' },
    takes: { vi: `một trong: ${SAMPLE_MINUTES.join(', ')}`, en: `one of ${SAMPLE_MINUTES.join(', ')}` },
    parse(text) {
      const minutes = SAMPLE_MINUTES.find((one) => String(one) === text)
      must(minutes !== undefined)
      return minutes
    },
  }),
  credentialDays: setting({
    fallback: 180,
    environment: 'SOMAY_CREDENTIAL_DAYS',
    flag: 'credential-days',
    is: {
      vi: 'sau ngần này ngày, mỗi máy được đổi khóa liên lạc; 0 là không đổi',
      en: 'days after which each PC changes its credential; 0 for never',
    },
    takes: { vi: 'số từ 0 đến 3650', en: 'a number from 0 to 3650' },
    parse: (text) => wholeNumber(text, 0, 3_650),
  }),
  probeTargets: setting({
    fallback: [],
    environment: 'SOMAY_PROBE_TARGETS',
    flag: 'probe-targets',
    is: {
      vi: 'trang mà các máy thử mở để biết có internet; để trống thì không máy nào biết được',
      en: 'pages by which PCs tell whether they have internet; with none, no PC can tell',
    },
    takes: {
      vi: 'tối đa 10 mục "http(s)://địa-chỉ chữ-phải-có", cách nhau bằng dấu |',
      en: 'up to 10 of "http(s)://address text it must hold", separated by |',
    },
    parse: parseTargets,
  }),
  switchedOff: setting({
    // Personal facts are off until somebody turns them on by leaving them out of this list.
    fallback: FACT_NAMES.filter((name) => FACTS[name].personal),
    environment: 'SOMAY_SWITCHED_OFF',
    flag: 'switched-off',
    is: {
      vi: 'mục thông tin không thu thập; session: không ghi có người đăng nhập hay không',
      en: 'facts that are not collected; session: not whether anybody is logged on',
    },
    takes: {
      vi: 'tên các mục cách nhau bằng dấu phẩy, xem shared/docs/facts.md',
      en: 'names of facts separated by commas, see shared/docs/facts.md',
    },
    parse(text): readonly string[] {
      const names = text.split(',').map((name) => name.trim())
      const given = names.filter((name) => name !== '')
      must(given.every((name) => isFactName(name) || name === SESSION_SWITCH))
      return given
    },
  }),
  adminPassword: setting({
    fallback: '',
    environment: 'SOMAY_ADMIN_PASSWORD',
    is: {
      vi: 'tạo người dùng admin với mật khẩu này khi chưa có quản trị viên',
      en: 'makes the user admin with this password when there is no administrator yet',
    },
    takes: { vi: 'mật khẩu ít nhất 10 ký tự, hoặc để trống', en: 'a password of at least 10 characters, or empty' },
    parse(text) {
      must(text === '' || [...text].length >= 10)
      return text
    },
  }),
  tlsCertificate: setting({
    fallback: '',
    environment: 'SOMAY_TLS_CERT',
    flag: 'tls-cert',
    is: { vi: 'tệp chứng thư cho HTTPS (PEM, cả chuỗi)', en: 'certificate file for HTTPS (PEM, with its chain)' },
    takes: { vi: 'đường dẫn một tệp, hoặc để trống', en: 'the path of a file, or empty' },
    parse: (text) => text.trim(),
  }),
  tlsKey: setting({
    fallback: '',
    environment: 'SOMAY_TLS_KEY',
    flag: 'tls-key',
    is: { vi: 'tệp khóa riêng của chứng thư (PEM)', en: 'file of the certificate’s private key (PEM)' },
    takes: { vi: 'đường dẫn một tệp, hoặc để trống', en: 'the path of a file, or empty' },
    parse: (text) => text.trim(),
  }),
  plainHttp: setting({
    fallback: false,
    environment: 'SOMAY_PLAIN_HTTP',
    flag: 'plain-http',
    is: {
      vi: 'chấp nhận HTTP không mã hóa từ máy khác; mật khẩu và khóa của máy đi qua mạng ai cũng đọc được',
      en: 'accept unencrypted HTTP from other machines; passwords and keys then cross the network for anyone to read',
    },
    takes: { vi: 'yes hoặc no', en: 'yes or no' },
    parse(text) {
      must(text === 'yes' || text === 'no')
      return text === 'yes'
    },
  }),
  publicUrl: setting({
    fallback: '',
    environment: 'SOMAY_PUBLIC_URL',
    flag: 'public-url',
    is: {
      vi: 'địa chỉ mà người và máy dùng, khi khác với nơi lắng nghe',
      en: 'address that people and PCs use, when it differs from where it listens',
    },
    takes: { vi: 'địa chỉ http:// hoặc https://, hoặc để trống', en: 'an http:// or https:// address, or empty' },
    parse(text) {
      must(text === '' || isWebAddress(text))
      return text.replace(/\/+$/, '')
    },
  }),
  issuer: setting({
    fallback: { parent: '', name: '', place: '' },
    environment: 'SOMAY_ISSUER',
    flag: 'issuer',
    is: { vi: 'cơ quan đứng tên trên văn bản xuất ra', en: 'the agency that documents are issued by' },
    takes: {
      vi: 'cơ quan cấp trên|cơ quan ban hành|địa danh, hoặc để trống',
      en: 'the agency above|the issuing agency|the place, or empty',
    },
    parse(text) {
      const [parent = '', name = '', place = '', ...more] = text.split('|').map((part) => part.trim().normalize('NFC'))
      must(more.length === 0 && text.length <= 600)
      return { parent, name, place }
    },
  }),
  trustedProxies: setting({
    fallback: [],
    environment: 'SOMAY_TRUSTED_PROXIES',
    flag: 'trusted-proxies',
    is: {
      vi: 'máy chủ trung gian được tin khi cho biết địa chỉ thật và HTTPS',
      en: 'proxies that are believed about the real address and HTTPS',
    },
    takes: { vi: 'địa chỉ hoặc dải địa chỉ cách nhau bằng dấu phẩy', en: 'addresses or ranges separated by commas' },
    parse(text): readonly string[] {
      const given = text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
      must(given.every((part) => /^[0-9a-fA-F:.]+(\/\d{1,3})?$/.test(part)))
      return given
    },
  }),
  updateKey: setting({
    fallback: '',
    environment: 'SOMAY_UPDATE_KEY',
    flag: 'update-key',
    is: {
      vi: 'khóa công khai mà gói cập nhật phải được ký; chỉ để chặn nhầm lẫn, máy trạm tin khóa của chính nó',
      en: 'public key that releases must be signed with; it only keeps mistakes out, agents believe their own',
    },
    takes: { vi: '43 ký tự do update-key make in ra, hoặc để trống', en: 'the 43 characters update-key make prints, or empty' },
    parse(text) {
      must(text === '' || new RegExp(UPDATE_KEY_PATTERN).test(text))
      return text
    },
  }),
  backupFolder: setting({
    fallback: '',
    environment: 'SOMAY_BACKUP_FOLDER',
    flag: 'backup-folder',
    is: {
      vi: 'thư mục sao lưu hằng ngày; để trống thì không tự sao lưu',
      en: 'folder of the daily backups; empty for none',
    },
    takes: { vi: 'đường dẫn một thư mục, hoặc để trống', en: 'the path of a folder, or empty' },
    parse: (text) => text.trim(),
  }),
  backupHour: setting({
    fallback: 2,
    environment: 'SOMAY_BACKUP_HOUR',
    flag: 'backup-hour',
    is: { vi: 'giờ sao lưu hằng ngày', en: 'hour of the daily backup' },
    takes: { vi: 'số từ 0 đến 23', en: 'a number from 0 to 23' },
    parse: (text) => wholeNumber(text, 0, 23),
  }),
  backupsKept: setting({
    fallback: 14,
    environment: 'SOMAY_BACKUPS_KEPT',
    flag: 'backups-kept',
    is: { vi: 'số bản sao lưu hằng ngày giữ lại', en: 'how many daily backups are kept' },
    takes: { vi: 'số từ 1 đến 3650', en: 'a number from 1 to 3650' },
    parse: (text) => wholeNumber(text, 1, 3_650),
  }),
} satisfies Record<string, Setting<never> | Setting<unknown>>

export type SettingName = keyof typeof SETTINGS
export type Settings = { readonly [N in SettingName]: ReturnType<(typeof SETTINGS)[N]['parse']> }

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[]

export const DEFAULTS = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].fallback])) as Settings

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
