/** The texts of the page of agent updates. */
import type { PcUpdateState, RolloutState } from '@somay/shared/api/agent-updates.ts'
import type { Catalogue } from '@somay/shared/text/catalogue.ts'
import type { Words } from '@somay/shared/text/words.ts'

export const agentUpdatesText = {
  title: { vi: 'Cập nhật phần mềm trạm', en: 'Agent updates' },
  about: {
    vi: 'Máy chỉ nhận bản cập nhật khi phần mềm trạm được cài kèm khóa cập nhật, và chỉ nhận gói được ký bằng khóa ấy. Phiên bản mới không báo về được thì phiên bản cũ được cài lại.',
    en: 'A PC takes updates only when its agent was installed with an update key, and only what that key signed. When a new version does not report, the one before is installed again.',
  },
  rule: {
    vi: 'Một đợt tự tạm dừng khi có từ {least} máy cập nhật không thành và quá {percent} % số máy đã thử.',
    en: 'A rollout halts by itself when {least} PCs or more, and over {percent} % of those that tried, did not get through.',
  },
  start: { vi: 'Bắt đầu đợt cập nhật', en: 'Begin a rollout' },
  rollouts: { vi: 'Các đợt cập nhật', en: 'Rollouts' },
  noRollouts: { vi: 'Chưa có đợt cập nhật nào: không máy nào được mời cập nhật.', en: 'There is no rollout: no PC is offered anything.' },
  version: { vi: 'Phiên bản', en: 'Version' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  wholeTree: { vi: 'Toàn bộ đơn vị', en: 'All units' },
  stage: { vi: 'Mức', en: 'Stage' },
  stageOf: { vi: '{percent} %', en: '{percent} %' },
  everyPc: { vi: 'Tất cả', en: 'All' },
  state: { vi: 'Tình trạng', en: 'State' },
  byRule: { vi: 'tự tạm dừng lúc {at}', en: 'halted by the rule, {at}' },
  byPerson: { vi: '{who}, {at}', en: '{who}, {at}' },
  there: { vi: 'Đã ở phiên bản này', en: 'On this version' },
  due: { vi: 'Còn phải cập nhật', en: 'Still to come' },
  halt: { vi: 'Tạm dừng', en: 'Halt' },
  goOn: { vi: 'Tiếp tục', en: 'Go on' },
  end: { vi: 'Kết thúc', en: 'End' },
  haltAsk: {
    vi: 'Không máy nào được mời thêm. Máy đã nhận lời mời vẫn có thể cài xong.',
    en: 'No further PC is offered it. PCs that were offered it may still install it.',
  },
  endAsk: {
    vi: 'Đợt này thôi hiện ở đây và không mời thêm máy nào. Máy đã cập nhật giữ phiên bản mới.',
    en: 'It is shown here no more and offered to no further PC. PCs that were updated keep the new version.',
  },
  stageAsk: {
    vi: 'Phiên bản {version} được mời cho {share} máy nhận cập nhật của: {unit}. Mỗi máy tải vào một lúc ngẫu nhiên trong vài giờ.',
    en: 'Version {version} is offered to {share} of the PCs that take updates, of: {unit}. Each fetches it at a random moment within some hours.',
  },
  lackPackage: {
    vi: '{count} máy chờ: chưa có gói {version} cho loại của máy.',
    en: 'Waiting PCs: {count}. No package of {version} for their kind is held.',
  },
  lackWayBack: {
    vi: '{count} máy chờ: chưa có gói của phiên bản đang chạy để quay lại khi hỏng.',
    en: 'Waiting PCs: {count}. No package of the version they run is held, to go back to.',
  },
  fleet: { vi: 'Phiên bản trên các máy', en: 'Versions in the fleet' },
  kind: { vi: 'Loại gói', en: 'Kind of package' },
  noKind: { vi: 'không nhận cập nhật (không có khóa)', en: 'takes no updates (no key)' },
  pcs: { vi: 'Số máy', en: 'PCs' },
  noFleet: { vi: 'Chưa máy nào báo về.', en: 'No PC has reported yet.' },
  releases: { vi: 'Gói cài đang giữ', en: 'Packages held' },
  noReleases: {
    vi: 'Chưa giữ gói nào. Nhập gói đã ký trên máy chủ thu thập bằng lệnh: somay-collector release add --file GÓI',
    en: 'None is held. Add a signed package on the collector with: somay-collector release add --file PACKAGE',
  },
  size: { vi: 'Dung lượng (MB)', en: 'Size (MB)' },
  added: { vi: 'Nhập', en: 'Added' },
  notHere: {
    vi: 'tệp không có ở máy chủ này; nhập lại bằng release add',
    en: 'the file is not with this collector; add it again with release add',
  },
  pcsTitle: { vi: 'Các máy cập nhật lên {version}', en: 'PCs updating to {version}' },
  close: { vi: 'Đóng danh sách', en: 'Close the list' },
  noPcs: { vi: 'Không có máy nào như vậy.', en: 'There are no such PCs.' },
  morePcs: { vi: 'Chỉ hiện 500 máy gần nhất.', en: 'The latest 500 are shown.' },
  pc: { vi: 'Máy', en: 'PC' },
  reason: { vi: 'Lý do', en: 'Reason' },
  when: { vi: 'Lúc', en: 'When' },
  anyState: { vi: 'mọi kết quả', en: 'however it went' },
} as const satisfies Catalogue

export const rolloutWords: Readonly<Record<RolloutState, Words>> = {
  running: { vi: 'đang mời', en: 'offering' },
  halted: { vi: 'tạm dừng', en: 'halted' },
  ended: { vi: 'đã kết thúc', en: 'ended' },
}

export const pcUpdateWords: Readonly<Record<PcUpdateState, Words>> = {
  offered: { vi: 'đã mời', en: 'offered' },
  installed: { vi: 'đã cài', en: 'installed' },
  failed: { vi: 'cài không được', en: 'failed' },
  'rolled-back': { vi: 'đã quay lại', en: 'rolled back' },
  refused: { vi: 'từ chối', en: 'refused' },
  'cannot-tell': { vi: 'không rõ kết quả', en: 'cannot tell' },
}

export const reasonWords: Readonly<Record<string, Words>> = {
  'no-key': { vi: 'máy không có khóa cập nhật', en: 'the PC has no update key' },
  'signature-wrong': { vi: 'không được ký bằng khóa của máy', en: 'not signed by the key of the PC' },
  'kind-wrong': { vi: 'gói của loại máy khác', en: 'a package of another kind' },
  'not-newer': { vi: 'không mới hơn phiên bản đang chạy', en: 'no newer than what runs' },
  'package-wrong': { vi: 'gói tải về không đúng', en: 'what was fetched is not the package' },
  'fallback-wrong': { vi: 'không có gói đúng để quay lại', en: 'no proper package to go back to' },
  'installer-failed': { vi: 'trình cài đặt báo lỗi', en: 'the installer failed' },
  'no-sign-of-life': { vi: 'phiên bản mới không báo về', en: 'the new version did not report' },
  'collector-not-reached': { vi: 'suốt một ngày không tới được máy chủ', en: 'the collector was out of reach for a day' },
  'rollback-failed': { vi: 'không cài lại được phiên bản cũ', en: 'the version before could not be installed again' },
  'cut-off': { vi: 'bị ngắt giữa chừng', en: 'cut off in the middle' },
}

export const kindWords: Readonly<Record<string, Words>> = {
  'windows-msi-x64': { vi: 'Windows (MSI)', en: 'Windows (MSI)' },
  'linux-deb-amd64': { vi: 'Debian, Ubuntu (deb)', en: 'Debian, Ubuntu (deb)' },
  'linux-rpm-x86_64': { vi: 'Red Hat, Fedora (rpm)', en: 'Red Hat, Fedora (rpm)' },
}
