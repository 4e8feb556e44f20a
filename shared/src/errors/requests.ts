/** What a client may have sent wrong, whoever it is. */
import { entry } from './entry.ts'

export const REQUEST_ERRORS = {
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
  'media-type-unsupported': entry(
    415,
    'Kiểu nội dung không được hỗ trợ.',
    'This content type or encoding is not supported.',
    'Dùng application/json, không nén hoặc nén gzip.',
    'Use application/json, plain or gzip.',
  ),
  'not-found': entry(404, 'Không có địa chỉ này.', 'There is nothing at this address.', 'Kiểm tra lại địa chỉ.', 'Check the address.'),
} as const
