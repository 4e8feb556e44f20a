/** What does not fit what the ledger holds: units, PCs, the register, moves. */
import { entry } from './entry.ts'

export const LEDGER_ERRORS = {
  'unit-unknown': entry(
    409,
    'Có đơn vị không còn trong cây đơn vị.',
    'One of the units is not in the tree.',
    'Tải lại trang rồi chọn lại đơn vị. Chưa có gì thay đổi.',
    'Load the page again and choose the units anew. Nothing was changed.',
  ),
  'unit-not-found': entry(
    404,
    'Không có đơn vị này trong phạm vi của bạn.',
    'There is no such unit within your scope.',
    'Chọn lại đơn vị trong danh sách. Không có gì được đếm.',
    'Choose the unit from the list. Nothing was counted.',
  ),
  'unit-elsewhere': entry(
    403,
    'Đơn vị này không có, hoặc nằm ngoài phạm vi của bạn.',
    'There is no such unit, or it lies outside your scope.',
    'Chọn đơn vị khác, hoặc nhờ người phụ trách đơn vị đó.',
    'Choose another unit, or ask whoever is in charge of that one.',
  ),
  'pc-not-found': entry(
    404,
    'Không có máy này trong phạm vi của bạn.',
    'There is no such PC within your scope.',
    'Quay lại danh sách máy và tìm theo tên hoặc serial.',
    'Go back to the list and search by name or serial.',
  ),
  'move-day-wrong': entry(
    409,
    'Không thể điều chuyển tính từ ngày này.',
    'The move cannot hold from this day on.',
    'Xem mục detail, chọn ngày khác hoặc bớt những máy đó. Chưa máy nào được chuyển.',
    'See detail and choose another day, or leave those PCs out. No PC was moved.',
  ),
  'merge-later': entry(
    409,
    'Sau lần gộp này, một trong hai máy đã được gộp tiếp hoặc đã bị tách.',
    'One of both PCs was merged again or split since.',
    'Hoàn tác lần gộp sau, hoặc gộp lại phần đã tách, rồi mới hoàn tác lần này.',
    'Undo the later merge, or merge again what was split, then undo this one.',
  ),
  'pair-taken': entry(
    409,
    'Tài sản hoặc máy này đã được ghép với cái khác.',
    'This asset or PC is matched to another already.',
    'Tách cặp đang ghép trước, rồi ghép lại.',
    'Part the existing pair first, then match anew.',
  ),
  'list-unreadable': entry(
    400,
    'Không đọc được tệp này như một danh sách.',
    'This file cannot be read as a list.',
    'Mở tệp bằng Excel, lưu thành .xlsx hoặc .csv rồi tải lên lại. Không có gì được lưu.',
    'Open it in Excel, save it as .xlsx or .csv and upload it again. Nothing was stored.',
  ),
  'list-busy': entry(
    503,
    'Máy chủ thu thập đang đọc nhiều danh sách khác.',
    'The collector is reading several other lists.',
    'Chờ một lát rồi thử lại. Không có gì được lưu.',
    'Wait a moment and try again. Nothing was stored.',
  ),
  'list-gone': entry(
    404,
    'Danh sách đã tải lên không còn.',
    'The uploaded list is gone.',
    'Tải tệp lên lại; danh sách chờ được giữ một ngày.',
    'Upload the file again; a waiting list is kept for a day.',
  ),
  'list-incomplete': entry(
    400,
    'Chưa thể nhập danh sách này.',
    'This list cannot be imported yet.',
    'Xem mục detail, bổ sung rồi xem trước lại. Không có gì được lưu.',
    'See detail, complete it and preview again. Nothing was stored.',
  ),
  'reference-not-newer': entry(
    409,
    'Bảng tra cứu trong tệp không mới hơn bảng đang dùng.',
    'The tables of the file are no newer than those in use.',
    'Xem ngày của bảng đang dùng rồi lấy tệp mới hơn. Không có gì thay đổi.',
    'See of which day the tables in use are, and take a newer file. Nothing was changed.',
  ),
} as const
