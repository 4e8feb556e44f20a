/** The privacy notice: what is collected, by whom, for what, and what never is (Law 91/2025/QH15). */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'
import type { Words } from '@somay/shared/text/words.ts'

export const privacyText = {
  notice: { vi: 'Thông báo xử lý dữ liệu', en: 'Notice on the processing of data' },
  law: {
    vi: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, người dùng máy được biết trước khi dữ liệu được xử lý.',
    en: 'Under the Law on Personal Data Protection, No. 91/2025/QH15, the people at the PC are told before data is processed.',
  },
  who: { vi: 'Ai thu thập', en: 'Who collects' },
  whoText: {
    vi: 'Cơ quan quản lý máy tính này, qua máy chủ thu thập {collector}. Bản kê không gửi cho nơi nào khác. Để biết máy có internet hay không, phần mềm chỉ mở thử các trang máy chủ nêu, không gửi kèm gì.',
    en: 'The agency that manages this PC, through the collector {collector}. Reports go to nobody else. To tell whether there is internet, the agent only fetches pages the collector names, and sends nothing with it.',
  },
  collectorUntold: { vi: '(chưa biết địa chỉ: phần mềm trạm không trả lời)', en: '(address unknown: the agent does not answer)' },
  noCollector: { vi: '(chưa đặt địa chỉ)', en: '(no address set)' },
  why: { vi: 'Để làm gì', en: 'What for' },
  whyText: {
    vi: 'Đếm máy kết nối, biết mức vá lỗi và lập kế hoạch nâng cấp, thay thế máy.',
    en: 'To count connected PCs, to know their patches, and to plan upgrades and replacements.',
  },
  samples: { vi: 'Trong ngày', en: 'Through the day' },
  samplesText: {
    vi: 'Vài lần mỗi giờ phần mềm ghi lại máy tới được mạng nào và có người đăng nhập hay không, không ghi là ai. Máy chủ chỉ giữ có hay không của từng ngày.',
    en: 'A few times an hour the agent notes how far the PC reaches and whether anybody is logged on, never who. The collector keeps only yes or no for each day.',
  },
  session: { vi: 'Có người đăng nhập', en: 'Somebody logged on' },
  sessionAbout: {
    vi: 'Trong các lần đo trong ngày: có hay không có người đăng nhập, không ghi là ai.',
    en: 'In the samples through the day: whether anybody is logged on, never who.',
  },
  whom: { vi: 'Hỏi ai', en: 'Whom to ask' },
  whomText: {
    vi: 'Cán bộ CNTT của đơn vị: xem, đề nghị đính chính hoặc ngừng thu thập dữ liệu cá nhân.',
    en: 'The unit’s IT officer: to see, to correct, or to object to the collection of personal data.',
  },
  never: { vi: 'Không bao giờ thu thập', en: 'Never collected' },
  facts: { vi: 'Thu thập những gì', en: 'What is collected' },
  factsAbout: {
    vi: 'Bật hay tắt từng mục là do quản trị viên của máy chủ thu thập quyết định.',
    en: 'The administrator of the collector decides which are on.',
  },
  notTold: {
    vi: 'Máy chủ chưa nói gì; khi đó mọi mục có dữ liệu cá nhân đều tắt.',
    en: 'The collector has not said anything yet; until then everything personal is off.',
  },
  fact: { vi: 'Thông tin', en: 'Fact' },
  about: { vi: 'Nội dung', en: 'What it holds' },
  personal: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  state: { vi: 'Thu thập', en: 'Collected' },
  on: { vi: 'đang bật', en: 'on' },
  off: { vi: 'đang tắt', en: 'off' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
} as const satisfies Catalogue

/** The promise of agent/ASSURANCE.md, in the words of the people it is made to. */
export const NEVER: readonly Words[] = [
  { vi: 'nội dung tệp, văn bản, thư điện tử', en: 'contents of files, documents or e-mail' },
  { vi: 'trang web đã xem', en: 'pages visited' },
  { vi: 'phím đã gõ, màn hình, hình ảnh, âm thanh', en: 'keys, screens, pictures or sound' },
  { vi: 'mật khẩu, khóa bản quyền phần mềm', en: 'passwords or product keys' },
  { vi: 'vị trí, tên mạng Wi-Fi', en: 'location or names of Wi-Fi networks' },
]
