/** The ways of installing the agent: what each is called, and what to do, step by step. */
import type { Words } from '@somay/shared/text/words.ts'
import type { Method, System } from '../pages/deployment/commands.ts'

export const systemNames: Readonly<Record<System, Words>> = {
  windows: { vi: 'Windows 10, 11, Server', en: 'Windows 10, 11, Server' },
  'windows-weak': { vi: 'Windows, máy yếu', en: 'Windows, weak PCs' },
  debian: { vi: 'Debian, Ubuntu', en: 'Debian, Ubuntu' },
  rpm: { vi: 'Fedora, RHEL, openSUSE', en: 'Fedora, RHEL, openSUSE' },
  macos: { vi: 'macOS', en: 'macOS' },
  installed: { vi: 'Linux, macOS đã có phần mềm trạm', en: 'Linux, macOS with the agent in place' },
}

export const methodNames: Readonly<Record<Method, Words>> = {
  command: { vi: 'Lệnh', en: 'Command' },
  policy: { vi: 'Chính sách nhóm (GPO)', en: 'Group policy (GPO)' },
  stick: { vi: 'USB', en: 'USB stick' },
  script: { vi: 'Kịch bản', en: 'Script' },
  exe: { vi: 'Tệp EXE', en: 'EXE' },
}

const WEAK: Words = {
  vi: 'Sau khi cài không có gì thường trú: Windows gọi phần mềm 15 phút một lần.',
  en: 'Once installed nothing stays in memory: Windows calls the agent every 15 minutes.',
}

const ON_WINDOWS: Readonly<Record<Method, readonly Words[]>> = {
  command: [
    { vi: 'Đưa tệp MSI tới máy, hoặc vào công cụ triển khai của đơn vị.', en: 'Bring the MSI to the PC, or into your deployment tool.' },
    {
      vi: 'Chạy lệnh bằng quyền quản trị. Không hỏi gì, không khởi động lại.',
      en: 'Run the command with administrator rights. It asks nothing and restarts nothing.',
    },
  ],
  exe: [
    { vi: 'Dùng ở nơi không dùng được MSI; nội dung như nhau.', en: 'For where an MSI cannot be used; it holds the same.' },
    { vi: 'Chạy lệnh bằng quyền quản trị trên từng máy.', en: 'Run the command with administrator rights on each PC.' },
  ],
  policy: [
    {
      vi: 'Chạy các lệnh bằng PowerShell trên máy quản lý miền: chúng tạo chính sách "So May" với địa chỉ và mã.',
      en: 'Run the commands in PowerShell where you manage the domain: they make the policy "So May" with address and token.',
    },
    {
      vi: 'Chép tệp MSI vào thư mục chia sẻ mà máy trong miền đọc được; gắn vào chính sách ở Computer Configuration, Software Settings, Software installation.',
      en: 'Copy the MSI to a share that PCs of the domain can read; add it under Computer Configuration, Software Settings, Software installation.',
    },
    {
      vi: 'Liên kết chính sách với OU của đơn vị. Máy cài ở lần khởi động sau.',
      en: 'Link the policy to the OU of the unit. PCs install at their next start.',
    },
    {
      vi: 'Người dùng máy đọc được mã trong chính sách: chọn số máy và thời hạn vừa đủ.',
      en: 'Users of a PC can read a token in a policy: let it be good for no more PCs and days than needed.',
    },
  ],
  stick: [
    {
      vi: 'Chép tệp MSI vào USB và lưu nội dung dưới đây thành somay.cmd bên cạnh.',
      en: 'Copy the MSI to the stick and save the text below as somay.cmd beside it.',
    },
    {
      vi: 'Trên từng máy: bấm chuột phải vào somay.cmd, chọn "Run as administrator".',
      en: 'On each PC choose "Run as administrator" from the menu of somay.cmd.',
    },
    { vi: 'Cài xong thì xóa somay.cmd: trong đó có mã.', en: 'Remove somay.cmd when done: it holds the token.' },
  ],
  script: [
    {
      vi: 'Chép tệp MSI vào thư mục chia sẻ và lưu nội dung dưới đây thành somay.cmd bên cạnh; chỉ cho máy tính (Domain Computers) đọc.',
      en: 'Copy the MSI to a share and save the text below as somay.cmd beside it; let computers alone (Domain Computers) read it.',
    },
    {
      vi: 'Đặt làm kịch bản khởi động của máy (Computer Configuration, Windows Settings, Scripts), hoặc gọi từ công cụ quản trị. Máy đã cài thì bỏ qua.',
      en: 'Make it the startup script of the PCs (Computer Configuration, Windows Settings, Scripts), or call it from a management tool. A PC that has the agent is left alone.',
    },
  ],
}

const ON_LINUX: Readonly<Partial<Record<Method, readonly Words[]>>> = {
  command: [
    { vi: 'Đưa gói tới máy.', en: 'Bring the package to the PC.' },
    {
      vi: 'Chạy lệnh; hoặc đặt sẵn /etc/somay/agent.json rồi cài không kèm tham số.',
      en: 'Run the command; or place /etc/somay/agent.json first and install without a word.',
    },
  ],
  stick: [
    {
      vi: 'Chép gói vào USB và lưu nội dung dưới đây thành somay.sh bên cạnh.',
      en: 'Copy the package to the stick and save the text below as somay.sh beside it.',
    },
    { vi: 'Trên từng máy chạy: sh somay.sh', en: 'On each PC run: sh somay.sh' },
    { vi: 'Cài xong thì xóa somay.sh: trong đó có mã.', en: 'Remove somay.sh when done: it holds the token.' },
  ],
  script: [
    {
      vi: 'Trên máy của người quản trị: đặt gói và somay.sh (nội dung dưới đây) vào một thư mục, cạnh đó là pcs.txt, mỗi dòng một tên máy.',
      en: 'On an administrator’s PC put the package and somay.sh (the text below) into one folder, beside them pcs.txt with the name of a PC on each line.',
    },
    {
      vi: 'Chạy: sh somay.sh. Cần vào được từng máy bằng khóa SSH và sudo không hỏi mật khẩu.',
      en: 'Run: sh somay.sh. It needs SSH by key to each PC, and sudo that asks no password.',
    },
  ],
}

const ON_A_MAC: readonly Words[] = [
  {
    vi: 'Đưa gói tới máy. Gói được dựng trên máy Mac: installers/macos/build-pkg.sh.',
    en: 'Bring the package to the Mac. It is built on a Mac: installers/macos/build-pkg.sh.',
  },
  {
    vi: 'Chạy lệnh trong Terminal, ở thư mục có gói. Chưa được chạy thử trên máy Mac nào: thử trên một máy trước.',
    en: 'Run the command in Terminal, in the folder of the package. It was never run on a Mac yet: try it on one first.',
  },
]

const IN_PLACE: readonly Words[] = [
  { vi: 'Chạy lệnh trên máy đã có phần mềm trạm mà chưa ghi danh.', en: 'Run the command on a PC that has the agent and has not joined.' },
]

export function stepsOf(system: System, method: Method): readonly Words[] {
  if (system === 'installed') return IN_PLACE
  if (system === 'windows') return ON_WINDOWS[method]
  if (system === 'windows-weak') return [...ON_WINDOWS[method], WEAK]
  if (system === 'macos') return ON_A_MAC
  return ON_LINUX[method] ?? []
}
