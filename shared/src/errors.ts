/** The register of errors: code, HTTP status, what happened and what to do, in both languages. */
import type { Words } from './text/words.ts'

export type ErrorEntry = { readonly status: number; readonly says: Words; readonly todo: Words }

function entry(status: number, vi: string, en: string, todoVi: string, todoEn: string): ErrorEntry {
  return { status, says: { vi, en }, todo: { vi: todoVi, en: todoEn } }
}

export const ERRORS = {
  // What an agent or any client may have sent wrong.
  'body-not-json': entry(
    400,
    'Nội dung gửi lên không phải JSON hợp lệ.',
    'The body is not valid JSON.',
    'Gửi JSON mã hóa UTF-8 với content-type application/json.',
    'Send UTF-8 JSON with content-type application/json.',
  ),
  'body-not-gzip': entry(
    400,
    'Nội dung khai là gzip nhưng không giải nén được.',
    'The body claims to be gzip but cannot be inflated.',
    'Nén lại bằng gzip hoặc bỏ content-encoding.',
    'Compress it again with gzip or leave content-encoding out.',
  ),
  'body-invalid': entry(
    400,
    'Nội dung gửi lên sai cấu trúc.',
    'The body does not have the expected shape.',
    'Xem mục detail để biết chỗ sai, sửa rồi gửi lại. Không có gì được lưu.',
    'See detail for the place, mend it and send again. Nothing was stored.',
  ),
  'query-invalid': entry(
    400,
    'Tham số trên địa chỉ không hợp lệ.',
    'A parameter in the address is not valid.',
    'Xem mục detail, sửa tham số đó.',
    'See detail and mend that parameter.',
  ),
  'fact-invalid': entry(
    422,
    'Một thông tin trong bản kê sai cấu trúc.',
    'A fact in the report does not have the expected shape.',
    'Xem mục detail; cập nhật phần mềm trạm. Không có gì được lưu.',
    'See detail; update the agent. Nothing was stored.',
  ),
  'fact-hash-mismatch': entry(
    422,
    'Mã băm không khớp với nội dung thông tin.',
    'A hash does not match the body of its fact.',
    'Tính lại SHA-256 trên văn bản JSON chuẩn (RFC 8785) rồi gửi lại.',
    'Hash the canonical JSON text (RFC 8785) again and resend.',
  ),
  'report-too-large': entry(
    413,
    'Bản kê vượt kích thước cho phép.',
    'The report is larger than allowed.',
    'Chia nhỏ: gửi trước các thông tin đã đổi, phần còn lại ở lần sau.',
    'Split it: send changed facts first, the rest next time.',
  ),
  'media-type-unsupported': entry(
    415,
    'Kiểu nội dung không được hỗ trợ.',
    'This content type or encoding is not supported.',
    'Dùng application/json, không nén hoặc nén gzip.',
    'Use application/json, plain or gzip.',
  ),
  // Agents.
  'enrolment-token-invalid': entry(
    401,
    'Mã ghi danh không đúng, đã hết hạn, đã dùng hết lượt hoặc đã bị thu hồi.',
    'The enrolment token is wrong, expired, used up or revoked.',
    'Xin quản trị viên một mã ghi danh mới cho đơn vị.',
    'Ask the administrator for a new enrolment token of the unit.',
  ),
  'agent-not-enrolled': entry(
    401,
    'Phần mềm trạm chưa ghi danh hoặc khóa của nó đã bị thu hồi.',
    'The agent is not enrolled or its credential was revoked.',
    'Ghi danh lại bằng: somay-agent enrol --collector URL --token MÃ.',
    'Enrol again with: somay-agent enrol --collector URL --token T.',
  ),
  'credential-shared': entry(
    409,
    'Khóa này nhiều máy dùng chung, hoặc đã được thay bằng khóa mới, như sau khi nhân bản hay khôi phục ổ đĩa; bản kê chưa được lưu.',
    'Several PCs use this key, or a newer one took its place, as after copying or restoring a disk; the report was not stored.',
    'Phần mềm trạm tự xin khóa riêng cho máy này rồi gửi lại; không phải làm gì.',
    'The agent fetches a key of its own for this PC and sends again; nothing needs to be done.',
  ),
  // What may be wrong with an offline bundle.
  'bundle-not-readable': entry(
    400,
    'Tệp này không phải gói ngoại tuyến, hoặc đã hỏng.',
    'This file is no offline bundle, or it is damaged.',
    'Chép lại tệp .somay từ máy đó; nếu vẫn lỗi, chạy lại: somay-agent bundle --out TỆP.',
    'Copy the .somay file from that PC again; if it stays, make it anew: somay-agent bundle --out FILE.',
  ),
  'bundle-too-large': entry(
    413,
    'Tệp này lớn hơn mọi gói ngoại tuyến có thể có. Chưa lưu gì.',
    'This file is larger than any offline bundle can be. Nothing was stored.',
    'Kiểm tra xem có chọn nhầm tệp không; nếu đúng là tệp .somay của máy đó, ghi lại bằng: somay-agent bundle --out TỆP.',
    'See whether it is the wrong file; if it is the .somay file of that PC, make it anew: somay-agent bundle --out FILE.',
  ),
  'bundle-signature-wrong': entry(
    422,
    'Chữ ký của tệp không đúng: nội dung đã bị sửa hoặc hỏng sau khi máy ghi ra. Chưa lưu gì.',
    'The signature of the file is wrong: it was changed or damaged after the PC wrote it. Nothing was stored.',
    'Lấy lại tệp gốc từ máy đó.',
    'Fetch the original file from that PC.',
  ),
  'bundle-pc-unknown': entry(
    409,
    'Sổ chưa có máy nào mang khóa của tệp này.',
    'The ledger holds no PC with the key of this file.',
    'Nếu máy mới, chọn đơn vị của máy rồi nhập lại.',
    'If the PC is new, choose its unit and import again.',
  ),
  'unit-elsewhere': entry(
    403,
    'Đơn vị này không có, hoặc nằm ngoài phạm vi của bạn.',
    'There is no such unit, or it lies outside your scope.',
    'Chọn đơn vị khác, hoặc nhờ người phụ trách đơn vị đó.',
    'Choose another unit, or ask whoever is in charge of that one.',
  ),
  'bundle-pc-elsewhere': entry(
    403,
    'Máy hoặc đơn vị này nằm ngoài phạm vi của bạn.',
    'This PC or unit lies outside your scope.',
    'Giao tệp cho người phụ trách đơn vị đó.',
    'Give the file to whoever is in charge of that unit.',
  ),
  'bundle-key-revoked': entry(
    422,
    'Khóa của máy này đã bị thu hồi; bản kê chưa được lưu.',
    'The key of this PC was revoked; the report was not stored.',
    'Ghi danh lại máy đó bằng mã mới, hoặc hỏi quản trị viên vì sao khóa bị thu hồi.',
    'Enrol that PC again with a new token, or ask the administrator why it was revoked.',
  ),
  'bundle-key-shared': entry(
    422,
    'Tệp được ký bằng khóa mà nhiều máy đang dùng chung (thường do nhân bản ổ đĩa); chưa lưu gì.',
    'The file is signed with a key that several PCs use, as after copying a disk; nothing was stored.',
    'Trên máy đó, xóa thư mục dữ liệu của phần mềm trạm rồi ghi lại bản kê; máy sẽ có khóa riêng.',
    'On that PC remove the agent’s state folder and make the bundle again; the PC will get a key of its own.',
  ),

  // People.
  'not-logged-in': entry(
    401,
    'Chưa đăng nhập hoặc phiên đã hết hạn.',
    'Not logged in, or the session has ended.',
    'Đăng nhập lại.',
    'Log in again.',
  ),
  'login-failed': entry(
    401,
    'Tên đăng nhập hoặc mật khẩu không đúng.',
    'The name or the password is not right.',
    'Kiểm tra lại rồi thử lại; nếu quên, nhờ quản trị viên đặt mật khẩu mới.',
    'Check and try again; if forgotten, ask an administrator for a new one.',
  ),
  'api-token-invalid': entry(
    401,
    'Mã truy cập API không đúng hoặc đã bị thu hồi.',
    'The API token is wrong or was revoked.',
    'Tạo mã mới: npm run collector -- token create --role viewer.',
    'Create one: npm run collector -- token create --role viewer.',
  ),
  'csrf-invalid': entry(
    403,
    'Yêu cầu không kèm mã xác nhận của phiên làm việc.',
    'The request lacks the token of this session.',
    'Tải lại trang rồi làm lại.',
    'Reload the page and do it again.',
  ),
  'not-permitted': entry(
    403,
    'Vai trò của bạn không được làm việc này.',
    'Your role does not permit this.',
    'Nhờ quản trị viên cấp quyền nếu cần.',
    'Ask an administrator if you need it.',
  ),
  'first-link-invalid': entry(
    403,
    'Liên kết tạo quản trị viên đầu tiên đã dùng hoặc không đúng.',
    'The first-administrator link was used or is wrong.',
    'Đăng nhập, hoặc chạy: npm run collector -- first-link.',
    'Log in, or run: npm run collector -- first-link.',
  ),
  'password-too-short': entry(
    422,
    'Mật khẩu cần ít nhất 10 ký tự.',
    'The password needs at least 10 characters.',
    'Chọn một câu dễ nhớ dài hơn.',
    'Choose a longer phrase you can remember.',
  ),
  'user-name-taken': entry(409, 'Tên đăng nhập này đã có.', 'This user name is taken.', 'Chọn tên khác.', 'Choose another name.'),
  // Reading.
  'second-factor-needed': entry(
    401,
    'Tài khoản này cần thêm mã xác thực.',
    'This account needs a code as well.',
    'Nhập mã 6 số trong ứng dụng xác thực, hoặc một mã khôi phục.',
    'Enter the six digits of your authenticator, or a recovery code.',
  ),
  'second-factor-wrong': entry(
    401,
    'Mã xác thực không đúng hoặc đã dùng rồi.',
    'The code is wrong, or was used already.',
    'Đợi mã kế tiếp rồi nhập lại; kiểm tra đồng hồ điện thoại. Mất điện thoại thì dùng mã khôi phục, hoặc nhờ quản trị viên.',
    'Wait for the next code and enter that; check the clock of the phone. With the phone lost use a recovery code or ask an administrator.',
  ),
  'password-wrong': entry(
    403,
    'Mật khẩu hiện tại không đúng.',
    'The present password is wrong.',
    'Nhập lại mật khẩu đang dùng. Chưa có gì thay đổi.',
    'Enter the password you use now. Nothing was changed.',
  ),
  'password-must-change': entry(
    403,
    'Mật khẩu này do quản trị viên cấp, phải đổi trước đã.',
    'This password was given by an administrator and must be changed first.',
    'Vào trang Tài khoản, đặt mật khẩu của riêng mình.',
    'Go to the page of your account and choose one of your own.',
  ),
  'last-administrator': entry(
    409,
    'Đây là quản trị viên cuối cùng của toàn bộ đơn vị.',
    'This is the last administrator over all units.',
    'Giao quyền quản trị toàn bộ đơn vị cho người khác trước. Chưa có gì thay đổi.',
    'Make somebody else administrator over all units first. Nothing was changed.',
  ),
  'unit-unknown': entry(
    409,
    'Có đơn vị không còn trong cây đơn vị.',
    'One of the units is not in the tree.',
    'Tải lại trang rồi chọn lại đơn vị. Chưa có gì thay đổi.',
    'Load the page again and choose the units anew. Nothing was changed.',
  ),
  'correction-unknown': entry(
    409,
    'Không có báo cáo đã chốt nào như vậy để đính chính, hoặc báo cáo đó đã có bản đính chính.',
    'There is no such frozen report to correct, or it was corrected already.',
    'Mở danh sách báo cáo, chọn bản mới nhất rồi chốt lại. Chưa có gì được chốt.',
    'Open the list of reports, choose the newest and freeze again. Nothing was frozen.',
  ),
  'not-found': entry(404, 'Không có địa chỉ này.', 'There is nothing at this address.', 'Kiểm tra lại địa chỉ.', 'Check the address.'),
  'pc-not-found': entry(
    404,
    'Không có máy này trong phạm vi của bạn.',
    'There is no such PC within your scope.',
    'Quay lại danh sách máy và tìm theo tên hoặc serial.',
    'Go back to the list and search by name or serial.',
  ),
  // The collector itself.
  'rate-limited': entry(
    429,
    'Quá nhiều lần thử trong thời gian ngắn.',
    'Too many attempts in a short time.',
    'Đợi hết thời gian ghi ở Retry-After rồi thử lại.',
    'Wait for the time in Retry-After and try again.',
  ),
  overloaded: entry(
    503,
    'Máy chủ thu thập đang quá tải; bản kê chưa được lưu.',
    'The collector is overloaded; the report was not stored.',
    'Phần mềm trạm tự gửi lại sau thời gian ghi ở Retry-After.',
    'The agent sends again after the time in Retry-After.',
  ),
  'storage-unavailable': entry(
    503,
    'Không ghi được vào kho dữ liệu; chưa lưu gì.',
    'The store cannot be written; nothing was stored.',
    'Kiểm tra chỗ trống trên đĩa và nhật ký của máy chủ thu thập.',
    'Check free disk space and the log of the collector.',
  ),
  internal: entry(
    500,
    'Máy chủ gặp lỗi ngoài dự kiến.',
    'The collector met an unexpected error.',
    'Báo mã id kèm theo cho người quản trị để tìm trong nhật ký.',
    'Give the id beside it to the operator, who finds it in the log.',
  ),
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS
