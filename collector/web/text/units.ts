/** The texts of the page of units. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const unitsText = {
  title: { vi: 'Đơn vị', en: 'Units' },
  reorganise: { vi: 'Sắp xếp lại đơn vị', en: 'Reorganise units' },
  asOf: { vi: 'Cây đơn vị ngày', en: 'Tree of units on' },
  number: { vi: '{count} đơn vị ngày {day}', en: '{count} units on {day}' },
  one: { vi: '1 đơn vị ngày {day}', en: '1 unit on {day}' },
  none: { vi: 'Ngày {day} chưa có đơn vị nào.', en: 'There was no unit on {day}.' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  staff: { vi: 'Số CBCCVC', en: 'Staff numbers' },
  order: { vi: 'Thứ tự', en: 'Order' },
  code: { vi: 'Mã định danh', en: 'Code' },
  since: { vi: 'Từ ngày', en: 'Since' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  standing: { vi: 'đang hoạt động', en: 'standing' },
  pcs: { vi: 'Máy hiện nay', en: 'PCs today' },
  history: { vi: 'Trước và sau', en: 'Before and after' },
  from: { vi: 'lập từ {names}', en: 'made from {names}' },
  into: { vi: 'vào {names}', en: 'went into {names}' },
} as const satisfies Catalogue
