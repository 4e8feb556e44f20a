/** Every sentence the agent says to a person, in both languages. */
import type { Language } from '@somay/shared/text/words.ts'

export function languageFrom(asked: string | undefined, environment: NodeJS.ProcessEnv): Language | undefined {
  if (asked !== undefined) return asked === 'vi' || asked === 'en' ? asked : undefined
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  if (locale.startsWith('en')) return 'en'
  return locale.startsWith('vi') ? 'vi' : undefined
}

export const HELP: Record<Language, string> = {
  vi: `somay-agent: đọc cấu hình, bản vá và kết nối của máy này, gửi về máy chủ thu thập.

  somay-agent enrol --collector URL --token MÃ   ghi danh máy này (thêm --again để ghi danh lại)
  somay-agent once [--print]                     làm một lượt: đọc, gửi, thoát; --print chỉ in ra, không gửi
  somay-agent run                                chạy thường trú: đo kết nối, kiểm kê hằng ngày, gửi
  somay-agent status [--json]                    đã ghi danh chưa, lần gửi cuối, số bản kê đang chờ
  somay-agent bundle --out TỆP                   ghi bản kê có chữ ký ra tệp (hoặc thư mục, USB) để mang đến máy chủ
  somay-agent show-sent                          in đúng những gì máy chủ đã nhận về máy này
  somay-agent window [--tray]                    mở cửa sổ: tình trạng, bản kê đã gửi, mã tài sản và phòng (cần Electron)

Cờ: --collector URL, --token MÃ, --state THƯ_MỤC, --proxy URL, --ca-file TỆP, --unit-code MÃ, --log error|warn|info|debug, --language vi|en
Biến môi trường: SOMAY_COLLECTOR, SOMAY_TOKEN, SOMAY_AGENT_STATE, SOMAY_PROXY, SOMAY_CA_FILE, SOMAY_LOG, SOMAY_DOOR_GROUP
Mã thoát: 0 xong; 1 chưa gửi được, giữ lại cho lần sau; 2 gọi sai hoặc cấu hình sai; 3 một phần mềm trạm khác đang dùng thư mục này`,
  en: `somay-agent: reads this PC's hardware, patches and connectivity and reports them to the collector.

  somay-agent enrol --collector URL --token T    enrol this PC (--again to enrol once more)
  somay-agent once [--print]                     one round: read, send, exit; --print only prints and sends nothing
  somay-agent run                                stay resident: sample connectivity, daily inventory, send
  somay-agent status [--json]                    enrolled or not, last contact, reports waiting
  somay-agent bundle --out FILE                  write a signed report to a file (or folder, USB stick) to carry to the collector
  somay-agent show-sent                          print exactly what the collector has received of this PC
  somay-agent window [--tray]                    open the window: how things stand, what was sent, asset tag and room (needs Electron)

Flags: --collector URL, --token T, --state FOLDER, --proxy URL, --ca-file FILE, --unit-code CODE, --log error|warn|info|debug, --language vi|en
Environment: SOMAY_COLLECTOR, SOMAY_TOKEN, SOMAY_AGENT_STATE, SOMAY_PROXY, SOMAY_CA_FILE, SOMAY_LOG, SOMAY_DOOR_GROUP
Exit codes: 0 done; 1 not sent, kept for later; 2 called or configured wrongly; 3 another agent uses this folder`,
}

type Say<A extends unknown[]> = (language: Language, ...args: A) => string

function say<A extends unknown[]>(vi: (...args: A) => string, en: (...args: A) => string): Say<A> {
  return (language, ...args) => (language === 'vi' ? vi : en)(...args)
}

export const WORDS = {
  commandUnknown: say(
    (name: string) => `Không có lệnh "${name}". Xem: somay-agent --help`,
    (name: string) => `There is no command "${name}". See: somay-agent --help`,
  ),
  argumentsWrong: say(
    (message: string) => `Tham số không đúng (${message}). Xem: somay-agent --help`,
    (message: string) => `The arguments are not right (${message}). See: somay-agent --help`,
  ),
  languageUnknown: say(
    (name: string) => `Không có ngôn ngữ "${name}": chọn vi hoặc en.`,
    (name: string) => `There is no language "${name}": choose vi or en.`,
  ),
  bundleNeedsOut: say(
    () => 'Cần --out: tệp hoặc thư mục để ghi bản kê, ví dụ somay-agent bundle --out E:\\',
    () => 'It takes --out: the file or folder to write to, such as somay-agent bundle --out E:\\',
  ),
  bundleWritten: say(
    (path: string, facts: number, samples: number) =>
      `Đã ghi ${path}: ${facts} mục thông tin, ${samples} lần đo kết nối. Giao tệp này cho quản trị viên để nhập vào máy chủ.`,
    (path: string, facts: number, samples: number) =>
      `Wrote ${path}: ${facts} facts, ${samples} connectivity samples. Give the file to an administrator to import.`,
  ),
  bundleNotWritten: say(
    (path: string, code: string) => `Không ghi được ${path} (${code}): kiểm tra chỗ trống và quyền ghi, hoặc chọn nơi khác bằng --out.`,
    (path: string, code: string) =>
      `Cannot write ${path} (${code}): see that there is room and leave to write, or choose another place with --out.`,
  ),
  busy: say(
    (pid: number) => `Một phần mềm trạm khác (tiến trình ${pid}) đang dùng thư mục này.`,
    (pid: number) => `Another agent (process ${pid}) works in this state folder.`,
  ),
  stateNotWritable: say(
    (folder: string, code: string) =>
      `Không ghi được vào thư mục ${folder} (${code}). Chạy bằng quyền khác hoặc chọn thư mục khác bằng --state.`,
    (folder: string, code: string) =>
      `The state folder ${folder} cannot be written (${code}). Run with other rights or choose another with --state.`,
  ),
  enrolNeeds: say(
    () => 'Cần địa chỉ máy chủ và mã ghi danh: somay-agent enrol --collector URL --token MÃ',
    () => "The collector's address and a token are needed: somay-agent enrol --collector URL --token T",
  ),
  alreadyEnrolled: say(
    (url: string, pcId: number) => `Máy này đã ghi danh với ${url} (máy số ${pcId}); không thay đổi gì. Thêm --again để ghi danh lại.`,
    (url: string, pcId: number) =>
      `This PC is already enrolled with ${url} (PC ${pcId}); nothing was changed. Add --again to enrol once more.`,
  ),
  enrolled: say(
    (url: string, pcId: number) => `Đã ghi danh với ${url}: máy số ${pcId}.`,
    (url: string, pcId: number) => `Enrolled with ${url}: PC ${pcId}.`,
  ),
  enrolFailed: say(
    (sentence: string) => `Chưa ghi danh được: ${sentence}`,
    (sentence: string) => `Not enrolled: ${sentence}`,
  ),
  acknowledged: say(
    (count: number) => `Máy chủ đã nhận ${count} bản kê.`,
    (count: number) => `The collector acknowledged ${count} report(s).`,
  ),
  kept: say(
    (waiting: number, sentence: string) => `Chưa gửi được, giữ lại ${waiting} bản kê cho lần sau: ${sentence}`,
    (waiting: number, sentence: string) => `Not sent, ${waiting} report(s) kept for later: ${sentence}`,
  ),
  refused: say(
    (sentence: string) => `Máy chủ từ chối bản kê, đã để riêng: ${sentence}`,
    (sentence: string) => `The collector refused the report, it was set aside: ${sentence}`,
  ),
  notEnrolled: say(
    (waiting: number) =>
      `Chưa ghi danh hoặc khóa đã bị thu hồi; giữ lại ${waiting} bản kê. Ghi danh bằng: somay-agent enrol --collector URL --token MÃ`,
    (waiting: number) =>
      `Not enrolled, or the credential was revoked; ${waiting} report(s) kept. Enrol with: somay-agent enrol --collector URL --token T`,
  ),
  nothingSent: say(
    () => 'Máy chủ chưa nhận gì về máy này.',
    () => 'The collector has received nothing of this PC yet.',
  ),
  statusCollector: say(
    () => 'Máy chủ thu thập',
    () => 'Collector',
  ),
  statusEnrolled: say(
    () => 'Ghi danh',
    () => 'Enrolled',
  ),
  statusLastContact: say(
    () => 'Lần gửi thành công cuối',
    () => 'Last contact',
  ),
  statusWaiting: say(
    () => 'Bản kê đang chờ',
    () => 'Reports waiting',
  ),
  statusSamples: say(
    () => 'Mẫu kết nối đang chờ',
    () => 'Samples waiting',
  ),
  statusRejected: say(
    () => 'Bị từ chối, để riêng',
    () => 'Set aside',
  ),
  statusRests: say(
    () => 'Nghỉ liên lạc đến',
    () => 'No contact before',
  ),
  statusLastError: say(
    () => 'Lỗi gần nhất',
    () => 'Last error',
  ),
  statusRunning: say(
    () => 'Đang chạy',
    () => 'Running',
  ),
  statusFolder: say(
    () => 'Thư mục',
    () => 'State folder',
  ),
  windowAsRoot: say(
    () => 'Không mở cửa sổ bằng quyền root. Hãy mở bằng tài khoản của người dùng máy.',
    () => 'The window is not opened as root. Open it as the person at the PC.',
  ),
  windowNotBuilt: say(
    (main: string) => `Thiếu ${main}: chưa dựng cửa sổ (npm run build). Các lệnh khác vẫn dùng được.`,
    (main: string) => `${main} is missing: the window is not built (npm run build). The other commands work without it.`,
  ),
  electronMissing: say(
    (looked: string) =>
      `Không tìm thấy Electron, phần mềm vẽ cửa sổ (đã tìm: ${looked}). Đặt ELECTRON_OVERRIDE_DIST_PATH là thư mục chứa Electron, hoặc dùng somay-agent status và somay-agent show-sent.`,
    (looked: string) =>
      `Electron, which draws the window, was not found (looked for: ${looked}). Set ELECTRON_OVERRIDE_DIST_PATH to the folder that holds it, or use somay-agent status and somay-agent show-sent.`,
  ),
  electronFailed: say(
    (executable: string, message: string) => `Không chạy được ${executable}: ${message}`,
    (executable: string, message: string) => `${executable} did not start: ${message}`,
  ),
  yesSince: say(
    (pcId: number, date: string) => `rồi, máy số ${pcId}, từ ${date}`,
    (pcId: number, date: string) => `yes, PC ${pcId}, since ${date}`,
  ),
  revoked: say(
    () => 'khóa bị từ chối, cần ghi danh lại',
    () => 'the credential was refused, enrol again',
  ),
  no: say(
    () => 'chưa',
    () => 'no',
  ),
  never: say(
    () => 'chưa có',
    () => 'never',
  ),
  none: say(
    () => 'không',
    () => 'none',
  ),
  processNumber: say(
    (pid: number) => `tiến trình ${pid}`,
    (pid: number) => `process ${pid}`,
  ),
}
