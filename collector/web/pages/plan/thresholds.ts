/** The fields of a policy as a planner sees them: in which size they are shown, what may be typed, and how far a slider goes. */
import type { Policy } from '@somay/shared/api/policies.ts'
import type { Words } from '@somay/shared/text/words.ts'

const GIB = 1024 ** 3

/** In the size that is shown; a slider covers what is usual, the field beside it everything. */
export type NumberThreshold = {
  readonly kind: 'number'
  readonly label: Words
  readonly size: Words
  /** Of what is kept in one of what is shown. */
  readonly factor: number
  readonly least: number
  readonly most: number
  readonly slider: { readonly from: number; readonly to: number; readonly step: number }
  readonly note?: Words
}
export type Threshold =
  | NumberThreshold
  | { readonly kind: 'yes-no'; readonly label: Words }
  | { readonly kind: 'count'; readonly label: Words; readonly least: number; readonly most: number; readonly note?: Words }
  | { readonly kind: 'dong'; readonly label: Words; readonly most: number }

const GB: Words = { vi: 'GB', en: 'GB' }
const DAYS: Words = { vi: 'ngày', en: 'days' }
const YEARS: Words = { vi: 'năm', en: 'years' }
const PER_CENT: Words = { vi: '%', en: '%' }

const numberOf = (
  label: Words,
  size: Words,
  [least, most]: readonly [number, number],
  [from, to, step]: readonly [number, number, number],
  more: { readonly factor?: number; readonly note?: Words } = {},
): NumberThreshold => ({ kind: 'number', label, size, factor: 1, least, most, slider: { from, to, step }, ...more })

/** In the order in which they are read; a field that is missing does not compile. */
export const THRESHOLDS: Readonly<Record<keyof Policy, Threshold>> = {
  memoryBytes: numberOf({ vi: 'RAM từ', en: 'Memory from' }, GB, [1, 1024], [2, 32, 2], { factor: GIB }),
  freeBytes: numberOf({ vi: 'Ổ hệ thống còn trống từ', en: 'Free room on the system disk' }, GB, [0, 1024], [0, 100, 5], { factor: GIB }),
  systemDiskSsd: { kind: 'yes-no', label: { vi: 'Ổ hệ thống là SSD', en: 'SSD as system disk' } },
  patchDays: numberOf({ vi: 'Thiếu bản vá không quá', en: 'No update missing for more than' }, DAYS, [1, 3_650], [7, 180, 1]),
  extendedSupport: { kind: 'yes-no', label: { vi: 'Tính cả hỗ trợ mở rộng trả phí (ESU)', en: 'Extended, paid support counts (ESU)' } },
  windows11: { kind: 'yes-no', label: { vi: 'Mọi máy Windows lên Windows 11', en: 'Every Windows becomes Windows 11' } },
  cores: numberOf({ vi: 'Số nhân từ', en: 'Cores from' }, { vi: 'nhân', en: 'cores' }, [1, 64], [1, 16, 1]),
  maxMhz: numberOf({ vi: 'Xung nhịp từ', en: 'Clock from' }, { vi: 'MHz', en: 'MHz' }, [100, 10_000], [500, 5_000, 100]),
  usefulLifeYears: numberOf({ vi: 'Thời gian sử dụng', en: 'Useful life' }, YEARS, [1, 50], [1, 15, 1]),
  replaceAfterYears: numberOf({ vi: 'Thay máy khi quá', en: 'Replace PCs older than' }, YEARS, [0, 50], [0, 20, 1], {
    note: { vi: '0: không thay chỉ vì tuổi', en: '0: age alone is no reason' },
  }),
  batteryWornPercent: numberOf({ vi: 'Thay pin khi chai từ', en: 'Battery replaced when worn' }, PER_CENT, [1, 100], [10, 100, 5]),
  encryption: { kind: 'yes-no', label: { vi: 'Ổ hệ thống phải mã hóa', en: 'System disk must be encrypted' } },
  replaceSharePercent: numberOf(
    { vi: 'Thay mới khi nâng cấp quá … giá máy mới', en: 'Replace when mending costs more than … of a new PC' },
    PER_CENT,
    [1, 100],
    [5, 100, 5],
  ),
  centralQuantity: {
    kind: 'count',
    label: { vi: 'Mua tập trung từ (chiếc)', en: 'Central purchase from (pieces)' },
    least: 0,
    most: 1_000_000,
    note: { vi: '0: không mua tập trung', en: '0: no central purchase' },
  },
  centralDong: { kind: 'dong', label: { vi: 'và từ (đồng)', en: 'and from (dong)' }, most: 1_000_000_000_000 },
  leaderPcs: {
    kind: 'count',
    label: { vi: 'Máy mỗi người nhóm I-VI', en: 'PCs for each of groups I-VI' },
    least: 1,
    most: 5,
    note: { vi: 'trong đó một máy xách tay; 1: như mọi người', en: 'one of them a laptop; 1: as everybody' },
  },
}

export const THRESHOLD_NAMES = Object.keys(THRESHOLDS) as readonly (keyof Policy)[]
