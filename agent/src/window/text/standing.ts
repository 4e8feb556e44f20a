/** The texts on how this PC stands with its collector, on "report now" and on the place of the PC. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const standingText = {
  thisPc: { vi: 'Máy này', en: 'This PC' },
  connection: { vi: 'Kết nối của máy', en: 'Connection of the PC' },
  measured: { vi: 'đo {age}', en: 'measured {age}' },
  notMeasured: { vi: 'Chưa đo từ khi phần mềm trạm khởi động', en: 'Not measured since the agent started' },
  collector: { vi: 'Máy chủ thu thập', en: 'Collector' },
  noCollector: { vi: 'chưa đặt địa chỉ', en: 'no address set' },
  enrolment: { vi: 'Ghi danh', en: 'Enrolment' },
  enrolled: { vi: 'máy số {pc}, từ {since}', en: 'PC {pc}, since {since}' },
  lastContact: { vi: 'Gửi thành công lần cuối', en: 'Last sent' },
  never: { vi: 'chưa có', en: 'not yet' },
  nextContact: { vi: 'Lần gửi kế tiếp', en: 'Next contact' },
  rests: { vi: 'Nghỉ liên lạc đến', en: 'No contact before' },
  waiting: { vi: 'Bản kê đang chờ gửi', en: 'Reports waiting' },
  samples: { vi: 'Mẫu kết nối đang chờ', en: 'Samples waiting' },
  agent: { vi: 'Phần mềm trạm', en: 'Agent' },
  runningSince: { vi: '{version}, chạy từ {since}', en: '{version}, running since {since}' },
  lastError: { vi: 'Lỗi gần nhất', en: 'Last error' },
  rejected: { vi: 'Bản kê bị từ chối, để riêng', en: 'Reports refused and set aside' },
  notEnrolled: { vi: 'Máy này chưa ghi danh.', en: 'This PC is not enrolled.' },
  notEnrolledTodo: {
    vi: 'Bản kê được giữ tại máy và gửi khi ghi danh xong. Cán bộ CNTT ghi danh bằng mã của đơn vị: somay-agent enrol.',
    en: 'Reports are kept on the PC and sent once it is enrolled. The IT officer enrols it with the token of the unit: somay-agent enrol.',
  },
  refusedEnrolment: { vi: 'Máy chủ không còn nhận khóa của máy này.', en: 'The collector no longer accepts the key of this PC.' },
  refusedTodo: {
    vi: 'Bản kê được giữ tại máy. Cán bộ CNTT cần ghi danh lại máy này.',
    en: 'Reports are kept on the PC. The IT officer must enrol this PC again.',
  },
} as const satisfies Catalogue

export const roundText = {
  title: { vi: 'Báo ngay', en: 'Report now' },
  about: {
    vi: 'Đo kết nối, kiểm kê và gửi, không chờ đến lượt. Thường dưới một phút.',
    en: 'Samples, takes the inventory and sends it without waiting for the schedule. Usually under a minute.',
  },
  button: { vi: 'Báo ngay', en: 'Report now' },
  waitingTurn: { vi: 'Chờ việc khác xong…', en: 'Waiting for other work…' },
  steps: { vi: 'Các bước', en: 'Steps' },
  sample: { vi: 'Đo kết nối', en: 'Measure the connection' },
  inventory: { vi: 'Kiểm kê máy', en: 'Take the inventory' },
  contact: { vi: 'Gửi về máy chủ', en: 'Send to the collector' },
  done: { vi: 'xong', en: 'done' },
  atWork: { vi: 'đang làm', en: 'at work' },
  ahead: { vi: 'chưa tới', en: 'ahead' },
  acknowledged: { vi: 'Máy chủ đã nhận, lúc {time}.', en: 'The collector has received it, at {time}.' },
  kept: {
    vi: 'Chưa gửi được, bản kê được giữ lại và sẽ tự gửi: {sentence}',
    en: 'Not sent; the report is kept and will go by itself: {sentence}',
  },
  refused: {
    vi: 'Máy chủ không nhận bản kê này, đã để riêng: {sentence}',
    en: 'The collector refused the report; it was set aside: {sentence}',
  },
  'not-enrolled': {
    vi: 'Đã kiểm kê, chưa gửi vì máy chưa ghi danh.',
    en: 'The inventory was taken, and not sent because the PC is not enrolled.',
  },
  'no-inventory': { vi: 'Chưa có bản kê nào để gửi.', en: 'There is no inventory to send yet.' },
  failed: {
    vi: 'Chưa làm xong. Không có gì bị mất; xem nhật ký trong phần Hỗ trợ.',
    en: 'It did not finish. Nothing was lost; see the log under Support.',
  },
  resting: { vi: 'Vừa báo xong. Có thể báo lại từ {time}.', en: 'It has just reported. It can again from {time}.' },
} as const satisfies Catalogue

export const placementText = {
  title: { vi: 'Mã tài sản và phòng', en: 'Asset tag and room' },
  about: {
    vi: 'Cán bộ phụ trách của đơn vị nhập. Để trống cả hai là chưa nhập.',
    en: 'Entered by the unit’s officer. Both left empty means not entered.',
  },
  assetTag: { vi: 'Mã tài sản', en: 'Asset tag' },
  assetTagNote: { vi: 'Như trên tem dán máy, ví dụ TS-2021-0147', en: 'As on the label of the PC, for example TS-2021-0147' },
  room: { vi: 'Phòng', en: 'Room' },
  roomNote: { vi: 'Ví dụ: Phòng 305, nhà A', en: 'For example: Room 305, building A' },
  tooLong: { vi: 'Rút ngắn còn {most} ký tự trở xuống.', en: 'Shorten it to {most} characters or fewer.' },
  keep: { vi: 'Ghi lại', en: 'Keep' },
  kept: { vi: 'Đã ghi. Phần mềm trạm sẽ báo về trong ít phút.', en: 'Kept. The agent will report it within a few minutes.' },
  takenBack: { vi: 'Đã bỏ. Phần mềm trạm sẽ báo về là chưa nhập.', en: 'Taken back. The agent will report that nothing is entered.' },
  notKept: { vi: 'Chưa ghi được; những gì đã gõ vẫn còn ở đây. Thử lại.', en: 'Not kept; what you typed is still here. Try again.' },
  enteredAt: { vi: 'Nhập lúc {time}', en: 'Entered at {time}' },
  notEntered: { vi: 'Chưa có ai nhập.', en: 'Nobody has entered it yet.' },
} as const satisfies Catalogue
