/** The texts of the small shared pieces. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const partsText = {
  close: { vi: 'Đóng', en: 'Close' },
  narrowChoices: { vi: 'Tìm trong các mục', en: 'Find among these' },
  allUnits: { vi: 'Toàn bộ đơn vị', en: 'All units' },
  someUnits: { vi: 'Một số đơn vị, gồm cả đơn vị trực thuộc', en: 'Some units, with those below them' },
  theseUnits: { vi: 'Các đơn vị được xem', en: 'Units that may be seen' },
  noUnits: { vi: 'Chưa chọn đơn vị nào: không xem được máy nào', en: 'No unit chosen: no PC can be seen' },
  noneSeen: { vi: 'không đơn vị nào', en: 'no unit' },
  unitEnded: { vi: '{unit} (đến hết {day})', en: '{unit} (until {day})' },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép.', en: 'Copied.' },
  chooseUnit: { vi: '– chọn đơn vị –', en: '– choose a unit –' },
  findPc: { vi: 'Tìm máy', en: 'Find a PC' },
  findPcNote: { vi: 'Một phần tên máy hoặc số serial', en: 'A part of its name or serial number' },
  foundPcs: { vi: 'Máy tìm được', en: 'PCs found' },
  noPcFound: { vi: 'Không có máy nào.', en: 'There is none.' },
  morePcs: { vi: 'Còn nhiều máy nữa: gõ thêm để thu hẹp.', en: 'There are more: type more to narrow it down.' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  save: { vi: 'Lưu', en: 'Save' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  export: { vi: 'Xuất', en: 'Export' },
  exportXlsx: { vi: 'Excel (XLSX)', en: 'Excel (XLSX)' },
  exportDocx: { vi: 'Văn bản hành chính (DOCX)', en: 'Official document (DOCX)' },
  exportCsv: { vi: 'Văn bản (CSV)', en: 'Text (CSV)' },
} as const satisfies Catalogue
