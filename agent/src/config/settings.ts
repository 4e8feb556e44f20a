/** Every setting of the agent, once: schema, default, environment variable, flag and the sentence said when it is wrong. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { UNIT_CODE } from '@somay/shared/enrolment.ts'
import { UPDATE_KEY_PATTERN } from '@somay/shared/release.ts'
import Type, { type Static } from 'typebox'
import { LOG_LEVELS } from '../log.ts'
import { isProxyAddress } from '../platform/http-agents.ts'
import { setting } from './setting.ts'

const isCron = async (text: string) => (await import('node-cron')).validate(text)

const isWebAddress = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && (url.protocol === 'http:' || url.protocol === 'https:') && url.username === ''
}

const wholeNumber = (minimum: number, maximum: number) => ({
  schema: Type.Integer({ minimum, maximum }),
  expects: { vi: `số nguyên từ ${minimum} đến ${maximum}`, en: `a whole number from ${minimum} to ${maximum}` },
})

const cron = {
  schema: Type.String({ minLength: 1, maxLength: 100 }),
  expects: { vi: 'lịch kiểu cron, ví dụ "*/15 * * * *"', en: 'a cron schedule such as "*/15 * * * *"' },
  fits: isCron,
}

/** The editor of group policies takes no empty text. */
export const NO_PROXY = 'none'

export const SETTINGS = {
  collectorUrls: setting({
    purpose: {
      vi: 'Địa chỉ máy chủ thu thập, thử theo thứ tự; nếu trống thì dùng địa chỉ lúc ghi danh.',
      en: 'Where the collector is, tried in this order; unset, the address of the enrolment.',
    },
    // In the order of preference: a PC may reach its collector by one name over the government network and by another over the internet.
    schema: Type.Optional(Type.Array(Type.String({ maxLength: 500 }), { minItems: 1, maxItems: 5 })),
    environment: 'SOMAY_COLLECTOR',
    flag: 'collector',
    expects: {
      vi: 'một đến năm địa chỉ http:// hoặc https:// của cùng một máy chủ thu thập, theo thứ tự ưu tiên, cách nhau bằng dấu phẩy',
      en: 'one to five http:// or https:// addresses of one collector, the preferred one first, separated by commas',
    },
    fits: (addresses: string[]) => addresses.every(isWebAddress),
  }),
  token: setting({
    purpose: {
      vi: 'Mã ghi danh; chỉ cần cho tới khi máy được ghi danh.',
      en: 'The enrolment token; needed only until the PC is enrolled.',
    },
    schema: Type.Optional(Type.String({ minLength: 10, maxLength: 200 })),
    environment: 'SOMAY_TOKEN',
    flag: 'token',
    secret: true,
    expects: {
      vi: 'mã ghi danh do quản trị viên cấp, 10 đến 200 ký tự',
      en: 'the enrolment token an administrator gave, 10 to 200 characters',
    },
  }),
  unitCode: setting({
    purpose: {
      vi: 'Mã đơn vị của máy, nằm trong đơn vị của mã ghi danh; không đặt thì máy vào đơn vị của mã ghi danh.',
      en: "The code of the PC's unit, within that of the token; unset, the PC joins the unit of the token.",
    },
    schema: Type.Optional(Type.String(UNIT_CODE)),
    environment: 'SOMAY_UNIT_CODE',
    flag: 'unit-code',
    expects: { vi: 'mã đơn vị, 1 đến 60 ký tự', en: 'the code of a unit, 1 to 60 characters' },
  }),
  stateFolder: setting({
    purpose: { vi: 'Thư mục giữ khóa, hộp chờ gửi và bản kê gần nhất.', en: 'The folder of the key, the outbox and the latest inventory.' },
    schema: Type.String({ minLength: 1, maxLength: 1_000 }),
    environment: 'SOMAY_AGENT_STATE',
    flag: 'state',
    expects: { vi: 'đường dẫn một thư mục', en: 'the path of a folder' },
  }),
  doorGroup: setting({
    purpose: {
      vi: 'Nhóm người dùng được mở cửa sổ khi phần mềm trạm chạy như dịch vụ.',
      en: 'Whose members may open the window of an agent that runs as a service.',
    },
    // A name or number on Unix, a name or *S-1-… on Windows.
    schema: Type.Optional(Type.String({ pattern: '^[^\\u0000-\\u001f"<>|&:]{1,100}$' })),
    environment: 'SOMAY_DOOR_GROUP',
    expects: {
      vi: 'tên hoặc số của nhóm người dùng được mở cửa sổ của phần mềm trạm chạy như dịch vụ',
      en: 'the name or number of the group whose members may use the window of an agent that runs as a service',
    },
  }),
  proxy: setting({
    purpose: {
      vi: 'Máy chủ trung chuyển đi ra mạng; không đặt thì theo hệ thống, "none" hoặc để trống thì đi thẳng.',
      en: 'The proxy on the way out; unset, what the system says; "none" or empty, none.',
    },
    schema: Type.Optional(Type.String({ pattern: '^(none|(pac\\+)?https?://.+)?$', maxLength: 500 })),
    environment: 'SOMAY_PROXY',
    flag: 'proxy',
    secret: true,
    expects: {
      vi: 'http://[tên:mật khẩu@]máy:cổng, pac+http://máy/tệp.pac, hoặc none nếu không dùng',
      en: 'http://[user:password@]host:port, pac+http://host/file.pac, or none',
    },
    fits: (address: string) => address === '' || address === NO_PROXY || isProxyAddress(address.replace(/^pac\+/, '')),
  }),
  caFile: setting({
    purpose: {
      vi: 'Chứng thư gốc của cơ quan, thêm vào kho tin cậy của hệ thống.',
      en: 'A private authority, trusted besides those of the system.',
    },
    schema: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
    environment: 'SOMAY_CA_FILE',
    flag: 'ca-file',
    expects: { vi: 'đường dẫn tệp chứng thư PEM', en: 'the path of a PEM certificate file' },
  }),
  probeTargets: setting({
    purpose: {
      vi: 'Trang dùng để biết máy có internet hay không, thay cho danh sách của máy chủ.',
      en: "The pages by which internet is told, in place of the collector's list.",
    },
    schema: Type.Optional(
      Type.Array(Type.Object({ url: Type.String(), expect: Type.String() }, { additionalProperties: false }), { maxItems: 10 }),
    ),
    expects: { vi: 'danh sách {"url", "expect"}, tối đa 10', en: 'a list of {"url", "expect"}, at most 10' },
    fits: (targets: { url: string }[]) => targets.every(({ url }) => isWebAddress(url)),
  }),
  // Unset, the collector says how often.
  sampleSchedule: setting({
    purpose: {
      vi: 'Lịch lấy mẫu kết nối; không đặt thì theo máy chủ (mặc định 15 phút).',
      en: 'When connectivity is sampled; unset, as the collector says (15 minutes unless told).',
    },
    ...cron,
    schema: Type.Optional(cron.schema),
    environment: 'SOMAY_SAMPLE_SCHEDULE',
  }),
  inventorySchedule: setting({
    purpose: {
      vi: 'Lịch kiểm kê đầy đủ hằng ngày, cộng một khoảng trễ ngẫu nhiên.',
      en: 'When the whole inventory is taken, put off by a random while.',
    },
    ...cron,
    environment: 'SOMAY_INVENTORY_SCHEDULE',
  }),
  outboxMaxMegabytes: setting({
    purpose: { vi: 'Dung lượng tối đa của hộp chờ gửi.', en: 'The most the outbox may take on the disk.' },
    ...wholeNumber(1, 10_000),
    environment: 'SOMAY_OUTBOX_MAX_MB',
  }),
  outboxMaxDays: setting({
    purpose: { vi: 'Số ngày tối đa một bản kê được chờ gửi.', en: 'The longest a report may wait.' },
    ...wholeNumber(1, 3_650),
    environment: 'SOMAY_OUTBOX_MAX_DAYS',
  }),
  sendTimeoutSeconds: setting({
    purpose: { vi: 'Thời gian chờ máy chủ trả lời một lượt gửi, tính bằng giây.', en: 'How long one send may take, in seconds.' },
    ...wholeNumber(1, 600),
    environment: 'SOMAY_SEND_TIMEOUT',
  }),
  reachTimeoutSeconds: setting({
    purpose: {
      vi: 'Thời gian chờ mỗi bước kiểm tra kết nối, tính bằng giây.',
      en: 'How long each step of a connectivity check may take, in seconds.',
    },
    ...wholeNumber(1, 60),
    environment: 'SOMAY_REACH_TIMEOUT',
  }),
  inventoryTimeoutSeconds: setting({
    purpose: { vi: 'Thời gian tối đa của một lần kiểm kê, tính bằng giây.', en: 'After this an inventory is ended, in seconds.' },
    ...wholeNumber(10, 3_600),
    environment: 'SOMAY_INVENTORY_TIMEOUT',
  }),
  updateKey: setting({
    purpose: {
      vi: 'Khóa công khai ký bản cập nhật của phần mềm trạm; không đặt thì máy không nhận bản cập nhật nào.',
      en: 'The public key that updates of the agent are signed with; unset, the PC takes none.',
    },
    // Neither environment nor flag: only who installs the agent may say whose packages run as root.
    schema: Type.Optional(Type.String({ pattern: UPDATE_KEY_PATTERN })),
    expects: {
      vi: 'khóa công khai do lệnh "update-key make" in ra, 43 ký tự',
      en: 'the public key that "update-key make" prints, 43 characters',
    },
  }),
  updateEveryMinutes: setting({
    purpose: {
      vi: 'Bao lâu hỏi máy chủ một lần về bản cập nhật, tính bằng phút.',
      en: 'How often the collector is asked for an update, in minutes.',
    },
    ...wholeNumber(0, 10_080),
  }),
  updateSpreadMinutes: setting({
    purpose: {
      vi: 'Bản cập nhật được tải sau một khoảng ngẫu nhiên, dài nhất bằng chừng này phút.',
      en: 'An update is fetched after a random while, at most this long, in minutes.',
    },
    ...wholeNumber(0, 10_080),
  }),
  updateProofSeconds: setting({
    purpose: {
      vi: 'Phiên bản mới phải báo được cho máy chủ trong chừng này giây, nếu không phiên bản cũ được cài lại.',
      en: 'A new version must reach the collector within this, in seconds, or the one before is installed again.',
    },
    ...wholeNumber(5, 86_400),
  }),
  logLevel: setting({
    purpose: { vi: 'Mức ghi nhật ký.', en: 'How much the log tells.' },
    schema: Type.Enum([...LOG_LEVELS]),
    environment: 'SOMAY_LOG',
    flag: 'log',
    expects: { vi: `một trong: ${LOG_LEVELS.join(', ')}`, en: `one of: ${LOG_LEVELS.join(', ')}` },
  }),
}

export type SettingName = keyof typeof SETTINGS

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]

type Schemas = { [N in SettingName]: (typeof SETTINGS)[N]['schema'] }

export const SettingsSchema = Type.Object(Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].schema])) as Schemas, {
  additionalProperties: false,
})

export type Settings = Static<typeof SettingsSchema>

/** What holds when nothing is set; the state folder depends on who runs the agent. */
export function defaultSettings(environment: NodeJS.ProcessEnv, isRoot: boolean): Settings {
  return {
    stateFolder: defaultStateFolder(environment, isRoot),
    inventorySchedule: '12 9 * * *',
    outboxMaxMegabytes: 50,
    outboxMaxDays: 400,
    sendTimeoutSeconds: 30,
    reachTimeoutSeconds: 5,
    inventoryTimeoutSeconds: 300,
    updateEveryMinutes: 60,
    updateSpreadMinutes: 240,
    updateProofSeconds: 900,
    logLevel: 'warn',
  }
}

function defaultStateFolder(environment: NodeJS.ProcessEnv, isRoot: boolean): string {
  if (process.platform === 'win32') return join(environment.ProgramData ?? 'C:\\ProgramData', 'SoMay', 'agent')
  if (process.platform === 'darwin' && isRoot) return '/Library/Application Support/SoMay/agent'
  // A service manager that made the folder for the service's own user.
  if (environment.STATE_DIRECTORY) return environment.STATE_DIRECTORY
  if (isRoot) return '/var/lib/somay-agent'
  return join(environment.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'somay-agent')
}
