/** The columns of the committee's table: people, PCs by kind, connectivity, protection, support and updates, each with what is unknown of it. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { COUNT_STATES, type CountState } from '@somay/shared/text/choices.ts'
import { CASINGS } from '@somay/shared/text/conditions.ts'
import { column, type TableColumn } from '../../export/table.ts'

/** After the two denominators and rates. */
const STATES: readonly CountState[] = ['wan-only', 'lan-only', 'stand-alone', 'silent', 'unknown', 'register-only']

const HEAD: readonly TableColumn[] = [column('number', 'text', 'STT', 'No.', 6), column('name', 'text', 'Cơ quan, đơn vị', 'Unit', 36)]

const PEOPLE: readonly TableColumn[] = [
  column('staff', 'count', 'Tổng số CBCCVC', 'Staff', 9),
  column('equipped', 'count', 'CBCCVC được trang bị máy tính', 'Staff with a PC', 11),
  column('equippedRate', 'rate', 'Tỷ lệ trang bị', 'Share with a PC', 10),
]

const ALL: readonly TableColumn[] = [column('all', 'count', 'Tổng số máy tính (B)', 'PCs (B)', 10)]

const KINDS: readonly TableColumn[] = [
  column('desktop', 'count', sentence(CASINGS.desktop.vi), 'Desktops', 10),
  column('laptop', 'count', sentence(CASINGS.laptop.vi), 'Laptops', 10),
  column('other', 'count', sentence(CASINGS.other.vi), 'Servers, virtual', 9),
  column('casingUnknown', 'count', 'Chưa rõ loại', 'Kind unknown', 9),
]

const CONNECTIVITY: readonly TableColumn[] = [
  column('exempt', 'count', 'Máy không thuộc diện kết nối (M)', 'Not to be connected (M)', 12),
  column('connected', 'count', 'Máy kết nối internet (A)', 'Connected (A)', 11),
  column('rate', 'rate', 'Tỷ lệ A/B', 'Rate A/B', 10),
  column('rateAllowed', 'rate', 'Tỷ lệ A/(B-M)', 'Rate A/(B-M)', 9),
  ...STATES.map((state) => column(state, 'count', sentence(COUNT_STATES[state].vi), sentence(COUNT_STATES[state].en), 10)),
]

const LICENCES: readonly TableColumn[] = [
  column('licensed', 'count', 'Máy cài phần mềm phòng chống mã độc (bản quyền)', 'PCs with licensed antivirus', 14),
  column('licensedRate', 'rate', 'Tỷ lệ có bản quyền', 'Share licensed', 10),
]

const SYSTEMS: readonly TableColumn[] = [
  column('supported', 'count', 'HĐH còn hỗ trợ', 'System in support', 10),
  column('ended', 'count', 'Máy dùng HĐH hết hỗ trợ', 'System out of support', 11),
  column('extended', 'count', 'HĐH chỉ còn hỗ trợ trả phí', 'Paid support only', 11),
  column('supportUnknown', 'count', 'Chưa rõ hỗ trợ', 'Support unknown', 9),
  column('shortUnpatched', 'count', 'Đủ bản vá hoặc thiếu ≤ 30 ngày', 'Nothing missing, or ≤ 30 days', 12),
  column('longUnpatched', 'count', 'Máy thiếu bản vá > 30 ngày', 'Updates missing > 30 days', 11),
  column('patchAgeUnknown', 'count', 'Chưa rõ bản vá', 'Updates unknown', 9),
]

const TAIL: readonly TableColumn[] = [
  column('asOf', 'day', 'Số liệu đến ngày', 'As of', 12),
  // For whoever signs it.
  column('note', 'text', 'Ghi chú', 'Note', 24),
]

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What people tell stands there only where anybody told it, conditions only where they were counted. */
export function countColumns({ people, conditions }: Counts): readonly TableColumn[] {
  return [
    ...HEAD,
    ...(people ? PEOPLE : []),
    ...ALL,
    ...(conditions ? KINDS : []),
    ...CONNECTIVITY,
    ...(people ? LICENCES : []),
    ...(conditions ? SYSTEMS : []),
    ...TAIL,
  ]
}

/** Of the two sheets of paper the table is too wide for. */
export function connectivityColumns({ people }: Counts): readonly TableColumn[] {
  return [...HEAD, ...(people ? PEOPLE : []), ...ALL, ...CONNECTIVITY]
}

export function conditionColumns({ people, conditions }: Counts): readonly TableColumn[] {
  const asked = [...(conditions ? KINDS : []), ...(people ? LICENCES : []), ...(conditions ? SYSTEMS : [])]
  return asked.length === 0 ? [] : [...HEAD, ...ALL, ...asked, ...TAIL.slice(1)]
}
