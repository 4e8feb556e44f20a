/** The texts of the page that brings the agent onto PCs. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { Span } from '../pages/deployment/url-state.ts'

export const deploymentText = {
  title: { vi: 'Triển khai', en: 'Deployment' },
  note: {
    vi: 'Chọn đơn vị và cách cài, tạo mã ghi danh, rồi làm theo hướng dẫn bên cạnh. Máy cài bằng mã nào thì vào đơn vị của mã ấy.',
    en: 'Choose a unit and how to install, make an enrolment token, and do what is said beside it. A PC joins the unit of the token it was installed with.',
  },
  system: { vi: 'Hệ điều hành', en: 'System' },
  method: { vi: 'Cách cài', en: 'How to install' },
  labelNote: { vi: 'Để nhận ra mã này về sau. Để trống thì ghi "{usual}".', en: 'To know it by later. Left empty, it is "{usual}".' },
  whatToDo: { vi: 'Cần làm', en: 'What to do' },
  files: { vi: 'Tệp cần chép, lấy từ bản phát hành:', en: 'To copy, from the release:' },
  saveAs: { vi: 'Nội dung tệp {file}', en: 'Text of the file {file}' },
  makeTokenFirst: {
    vi: 'Lệnh hiện ở đây khi đã tạo mã ghi danh.',
    en: 'What to run appears here once the enrolment token is made.',
  },
  shownOnce: {
    vi: 'Mã chỉ hiện một lần này. Chép lại trước khi rời trang.',
    en: 'The token is shown this once. Copy it before you leave the page.',
  },
  arrivals: { vi: 'Máy vừa đến', en: 'PCs arriving' },
  since: { vi: 'Từ', en: 'Since' },
  noArrivals: { vi: 'Chưa có máy nào đến. Trang tự hỏi lại, không cần tải lại.', en: 'No PC has arrived. The page asks again by itself.' },
  arrivedSum: {
    vi: '{arrived} máy đã ghi danh: {reported} đã gửi bản kê, {waiting} chưa.',
    en: 'Joined: {arrived}. Sent their report: {reported}. Not yet: {waiting}.',
  },
  newestOnly: { vi: 'Dưới đây là {shown} máy mới nhất.', en: 'The newest {shown} are below.' },
  pc: { vi: 'Máy', en: 'PC' },
  joined: { vi: 'Ghi danh', en: 'Joined' },
  firstReport: { vi: 'Bản kê đầu tiên', en: 'First report' },
  reported: { vi: 'đã nhận', en: 'received' },
  contacted: { vi: 'đã liên lạc, chưa có bản kê', en: 'in contact, no report yet' },
  enrolled: { vi: 'đã ghi danh, chưa liên lạc', en: 'joined, nothing yet' },
  allArrivals: { vi: 'Mở trong danh sách máy', en: 'Open in the list of PCs' },
  missing: { vi: 'Có trong sổ tài sản, chưa báo', en: 'In the register, never reported' },
  missingSum: {
    vi: 'Còn {missing} trong {booked} máy của sổ. Máy mới báo được đối chiếu mỗi giờ một lần.',
    en: '{missing} of the {booked} in the register. PCs that report are matched to it once an hour.',
  },
  nothingMissing: { vi: 'Cả {booked} máy của sổ đã báo.', en: 'All {booked} in the register have reported.' },
  registerEmpty: {
    vi: 'Sổ tài sản chưa có máy nào của phạm vi này, nên chưa biết còn thiếu máy nào.',
    en: 'The register has no PC here, so nobody knows which are missing.',
  },
  allMissing: { vi: 'Xem cả {missing} máy', en: 'See all {missing}' },
  tokens: { vi: 'Mã ghi danh đã tạo', en: 'Enrolment tokens' },
  noTokens: { vi: 'Chưa có mã ghi danh nào.', en: 'There is no enrolment token yet.' },
} as const satisfies Catalogue

export const spanNames: Readonly<Record<Span, Words>> = {
  opened: { vi: 'lúc mở trang này', en: 'this page was opened' },
  day: { vi: '24 giờ qua', en: '24 hours ago' },
  week: { vi: '7 ngày qua', en: '7 days ago' },
}
