/** The texts of handing in offline bundles, and of the list of those imported lately. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const bundlesText = {
  title: { vi: 'Gói ngoại tuyến', en: 'Offline bundles' },
  about: {
    vi: 'Bản kê của những máy không tới được máy chủ thu thập: máy ghi ra tệp, người mang tệp tới đây.',
    en: 'Reports of PCs that cannot reach the collector: the PC writes a file, a person carries it here.',
  },
  carriedBy: { vi: 'Người mang tới', en: 'Carried by' },
  carriedByNote: { vi: 'Để trống nếu chính bạn mang.', en: 'Leave it empty if it was you.' },
  files: { vi: 'Tệp .somay', en: '.somay files' },
  choose: { vi: 'Chọn tệp…', en: 'Choose files…' },
  orDrop: { vi: 'hoặc thả tệp, thư mục vào trang này', en: 'or drop files or folders on this page' },
  dropNow: { vi: 'Thả ra để thêm vào danh sách', en: 'Let go to add them to the list' },
  start: { vi: 'Nhập {count} tệp', en: 'Import {count} files' },
  startOne: { vi: 'Nhập 1 tệp', en: 'Import 1 file' },
  startNone: { vi: 'Nhập', en: 'Import' },
  nothingChosen: { vi: 'Chọn hoặc thả ít nhất một tệp.', en: 'Choose or drop at least one file.' },
  nothingInFolder: { vi: 'Thư mục vừa thả không có tệp .somay nào.', en: 'The folder dropped holds no .somay file.' },
  stopped: {
    vi: 'Đã dừng gửi. Không tệp nào bị mất: {count} tệp còn chờ ở dưới.',
    en: 'Sending has stopped. No file is lost: {count} still wait below.',
  },
  handedIn: { vi: 'Các tệp đã chọn', en: 'Files chosen' },
  all: { vi: '{count} tệp', en: '{count} files' },
  allOne: { vi: '1 tệp', en: '1 file' },
  removeFinished: { vi: 'Bỏ các dòng đã xong', en: 'Remove finished rows' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeFile: { vi: 'Bỏ tệp {file}', en: 'Remove the file {file}' },
  file: { vi: 'Tệp', en: 'File' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  pc: { vi: 'Máy', en: 'PC' },
  madeAt: { vi: 'Máy ghi ra lúc', en: 'Made at' },
  newPc: { vi: 'máy mới vào sổ', en: 'a new PC in the ledger' },
  older: {
    vi: 'cũ hơn bản kê đang có: chỉ bổ sung những ngày có kết nối',
    en: 'older than what the collector had: only its days of connection were added',
  },
  repeated: { vi: 'tệp này đã nhập trước đây, không có gì thay đổi', en: 'imported before, nothing changed' },
  fileUnreadable: {
    vi: 'Không đọc được tệp từ nơi chứa nó. Chưa gửi gì.',
    en: 'The file cannot be read from where it lies. Nothing was sent.',
  },
  fileUnreadableTodo: { vi: 'Cắm lại USB rồi chọn lại tệp.', en: 'Plug the stick in again and choose the file anew.' },
  running: { vi: 'Đang nhập…', en: 'Importing…' },
  done: { vi: 'Kết quả: {counts}.', en: 'Outcome: {counts}.' },
  originTitle: { vi: 'Tệp .somay từ đâu ra', en: 'Where .somay files come from' },
  originMake: { vi: 'Trên máy không có đường truyền, cắm USB và chạy:', en: 'On the PC without a line, plug in a USB stick and run:' },
  originSigned: {
    vi: 'Máy ghi một tệp có chữ ký; tên tệp gồm tên máy và ngày giờ, nên một USB chứa được tệp của nhiều máy.',
    en: 'It writes one signed file, named after PC and time, so one stick can hold the files of many PCs.',
  },
  originBring: {
    vi: 'Mang USB tới đây, chọn hoặc thả các tệp, ghi tên người mang rồi bấm Nhập.',
    en: 'Bring the stick here, choose or drop the files, say who carried them, and import.',
  },
  originAgain: {
    vi: 'Nhập lại một tệp cũ không làm thay đổi gì, nên không cần xóa tệp trên USB.',
    en: 'Importing an old file again changes nothing, so nothing need be deleted from the stick.',
  },
  unitAsk: {
    vi: '{count} tệp là của máy mà sổ chưa biết. Chọn đơn vị để các máy đó vào sổ.',
    en: '{count} files are of PCs the ledger does not know. Choose a unit for them to join.',
  },
  unitAskOne: {
    vi: '1 tệp là của máy mà sổ chưa biết. Chọn đơn vị để máy đó vào sổ.',
    en: '1 file is of a PC the ledger does not know. Choose a unit for it to join.',
  },
  unitChoose: { vi: 'Chọn đơn vị…', en: 'Choose a unit…' },
  unitTitle: { vi: 'Đơn vị của máy mới', en: 'Unit of new PCs' },
  unitNote: {
    vi: 'Sổ nhận ra máy theo khóa của phần mềm trạm; máy chưa từng báo thì phải có người cho biết đơn vị.',
    en: 'The ledger knows a PC by the key of its agent; of one that never reported a person must say the unit.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  unitFiles: { vi: 'Tệp', en: 'Files' },
  unitProblem: { vi: 'Chọn một đơn vị.', en: 'Choose a unit.' },
  unitFilesProblem: { vi: 'Chọn ít nhất một tệp.', en: 'Choose at least one file.' },
  unitApply: { vi: 'Nhập {count} tệp vào đơn vị này', en: 'Import {count} files into this unit' },
  unitApplyOne: { vi: 'Nhập 1 tệp vào đơn vị này', en: 'Import 1 file into this unit' },
  latest: { vi: 'Đã nhập gần đây', en: 'Imported lately' },
  latestNone: { vi: 'Chưa có gói nào được nhập trong phạm vi của bạn.', en: 'No bundle has been imported within your scope yet.' },
  importedBy: { vi: 'Người nhập', en: 'Imported by' },
  importedAt: { vi: 'Nhập lúc', en: 'Imported at' },
  more: { vi: 'Xem các lần nhập cũ hơn', en: 'Show earlier imports' },
} as const satisfies Catalogue

/** By the state of a row: the word, and how many of them. */
export const bundleStateText = {
  waiting: { vi: 'chờ', en: 'waiting' },
  sending: { vi: 'đang gửi', en: 'sending' },
  imported: { vi: 'đã nhập', en: 'imported' },
  'unit-needed': { vi: 'cần chọn đơn vị', en: 'unit needed' },
  refused: { vi: 'bị từ chối', en: 'refused' },
} as const satisfies Catalogue
