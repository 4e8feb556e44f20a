/** What does not fit a count, its draft or a report that was frozen, or a plan that is to be. */
import { entry } from './entry.ts'

export const COUNT_ERRORS = {
  'correction-unknown': entry(
    409,
    'Không có báo cáo đã chốt nào như vậy để đính chính, hoặc báo cáo đó đã có bản đính chính.',
    'There is no such frozen report to correct, or it was corrected already.',
    'Mở danh sách báo cáo, chọn bản mới nhất rồi chốt lại. Chưa có gì được chốt.',
    'Open the list of reports, choose the newest and freeze again. Nothing was frozen.',
  ),
  'draft-changed': entry(
    409,
    'Người khác đã sửa dự thảo này sau khi bạn mở nó.',
    'Somebody else changed this draft after you opened it.',
    'Mở lại dự thảo, xem bản mới rồi sửa tiếp. Chưa có gì bị ghi đè.',
    'Open the draft again, look at what it says now and change that. Nothing was overwritten.',
  ),
  'draft-gone': entry(
    404,
    'Dự thảo này không còn: đã được chốt hoặc đã bị xóa.',
    'This draft is no more: it was frozen or removed.',
    'Xem danh sách báo cáo; nếu chưa có bản chốt thì lập lại từ trang Tổng quan.',
    'Look at the list of reports; if it was not frozen, begin anew on the overview.',
  ),
  'too-many-drafts': entry(
    409,
    'Đã có 100 dự thảo báo cáo, không thêm được nữa.',
    'There are 100 drafts of reports, and no more are kept.',
    'Xóa những dự thảo không còn dùng rồi lưu lại.',
    'Remove drafts that are of no use any more, then save again.',
  ),
  'day-not-over': entry(
    409,
    'Ngày này chưa hết nên chưa chốt được số liệu "đến hết ngày".',
    'This day is not over, so its count cannot be frozen yet.',
    'Chốt một ngày trước đó, hoặc đợi đến hôm sau. Chưa có gì được chốt.',
    'Freeze an earlier day, or wait until tomorrow. Nothing was frozen.',
  ),
  'nothing-to-freeze': entry(
    409,
    'Ngày này trong sổ chưa có máy nào nên không có số liệu để chốt.',
    'The ledger held no PC on this day, so there is nothing to freeze.',
    'Chọn một ngày sau khi sổ bắt đầu ghi. Chưa có gì được chốt.',
    'Choose a day after the ledger began. Nothing was frozen.',
  ),
  'counts-changed': entry(
    409,
    'Số liệu đã khác con số vừa xem.',
    'The counts are no longer those that were shown.',
    'Xem lại số liệu mới rồi chốt lại. Chưa có gì được chốt.',
    'Look at the new figures and freeze again. Nothing was frozen.',
  ),
  'plan-not-measured': entry(
    409,
    'Chưa thể duyệt kế hoạch: một số máy đang chờ tính lại.',
    'The plan cannot be committed yet: some PCs wait to be worked out anew.',
    'Chờ ít phút rồi duyệt lại; nếu vẫn vậy, xem nhật ký của máy chủ.',
    'Wait a few minutes and commit again; if it stays so, see the log of the collector.',
  ),
} as const
