/** The ways of installing the agent: what each is called, and where its command goes. */
import type { Words } from '@somay/shared/text/words.ts'
import type { Way } from '../pages/deployment/commands.ts'

export const wayNames: Readonly<Record<Way, Words>> = {
  msi: { vi: 'Windows: MSI', en: 'Windows: MSI' },
  scheduled: { vi: 'Windows, máy yếu: MSI chạy theo lịch', en: 'Windows, weak PCs: MSI, scheduled' },
  exe: { vi: 'Windows: EXE', en: 'Windows: EXE' },
  policy: { vi: 'Windows: chính sách nhóm (GPO)', en: 'Windows: group policy' },
  stick: { vi: 'Windows: USB', en: 'Windows: USB stick' },
  debian: { vi: 'Debian, Ubuntu', en: 'Debian, Ubuntu' },
  installed: { vi: 'Linux, macOS đã cài phần mềm', en: 'Linux, macOS with the agent in place' },
}

export const wayNotes: Readonly<Record<Way, Words>> = {
  msi: {
    vi: 'Chạy bằng quyền quản trị trên từng máy, hoặc đưa vào công cụ triển khai của đơn vị. Không hỏi gì, không khởi động lại.',
    en: 'Run it with administrator rights on each PC, or hand it to your deployment tool. It asks nothing and restarts nothing.',
  },
  scheduled: {
    vi: 'Không có gì thường trú: Windows gọi phần mềm 15 phút một lần. Dùng cho máy ít RAM.',
    en: 'Nothing stays in memory: Windows calls the agent every 15 minutes. For PCs with little memory.',
  },
  exe: {
    vi: 'Cùng nội dung với MSI, cho nơi không dùng được MSI. Chạy bằng quyền quản trị.',
    en: 'The same as the MSI, where an MSI cannot be used. Run it with administrator rights.',
  },
  policy: {
    vi: 'Chạy trên máy chủ quản lý miền để đặt địa chỉ và mã; sau đó gắn tệp MSI vào chính sách (Computer Configuration, Software installation). Người dùng máy đọc được mã trong chính sách: chọn số máy và thời hạn vừa đủ.',
    en: 'Run it where you manage the domain to set address and token; then add the MSI to the policy (Computer Configuration, Software installation). Users of a PC can read a token in a policy: choose how many PCs and for how long no larger than needed.',
  },
  stick: {
    vi: 'Lưu thành tệp cai-dat.cmd cạnh tệp MSI trên USB, bấm chuột phải và chọn "Run as administrator" trên từng máy.',
    en: 'Save it as install.cmd beside the MSI on the stick; on each PC choose "Run as administrator" from its menu.',
  },
  debian: {
    vi: 'Chạy trên từng máy, hoặc đặt sẵn /etc/somay/agent.json rồi cài không kèm tham số.',
    en: 'Run it on each PC, or place /etc/somay/agent.json first and install without a word.',
  },
  installed: {
    vi: 'Cho máy đã có phần mềm trạm mà chưa ghi danh.',
    en: 'For a PC that has the agent and has not joined.',
  },
}
