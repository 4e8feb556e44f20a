/** The words of the register (sổ tài sản): its fields with the headings by which lists of accountants name them, its kinds and its views. */
import { CHASSIS_KINDS } from './choices.ts'
import type { Words } from './words.ts'

type Field = Words & {
  /** How real lists head the column; compared folded, whole first, then as a part of the heading. */
  readonly headings: readonly string[]
}

const field = (vi: string, en: string, ...headings: string[]): Field => ({ vi, en, headings: [vi, en, ...headings] })

/** What a row of the register may say; the first two it must. */
export const REGISTER_FIELDS = {
  assetCode: field('Mã tài sản', 'Asset code', 'Mã TS', 'Số hiệu tài sản', 'Số hiệu TSCĐ', 'Mã số', 'Số thẻ', 'Asset tag', 'Asset no'),
  name: field('Tên tài sản', 'Name', 'Tên TSCĐ', 'Tên, nhãn hiệu, quy cách', 'Tên nhãn hiệu', 'Diễn giải', 'Tên thiết bị', 'Description'),
  unit: field('Đơn vị', 'Unit', 'Đơn vị sử dụng', 'Bộ phận sử dụng', 'Nơi sử dụng', 'Phòng ban', 'Department', 'Location'),
  kind: field('Loại', 'Kind', 'Loại tài sản', 'Nhóm tài sản', 'Chủng loại', 'Category', 'Type'),
  serial: field('Số serial', 'Serial number', 'Serial', 'S/N', 'Số sê-ri', 'Seri', 'Service tag', 'Số máy'),
  yearInUse: field('Năm đưa vào sử dụng', 'Year in use', 'Năm sử dụng', 'Ngày sử dụng', 'Ngày đưa vào sử dụng', 'Năm SD', 'In service'),
  cost: field('Nguyên giá', 'Original cost', 'Nguyên giá theo sổ', 'Giá trị', 'Cost', 'Purchase price'),
  quantity: field('Số lượng', 'Quantity', 'SL', 'Qty'),
  exempt: field('Máy mật', 'Not to be connected', 'Không kết nối', 'Không thuộc diện kết nối', 'Bí mật nhà nước'),
  hostName: field('Tên máy', 'PC name', 'Tên máy tính', 'Hostname', 'Computer name'),
  mac: field('Địa chỉ MAC', 'MAC address', 'MAC'),
  note: field('Ghi chú', 'Note', 'Ghi chú, lý do', 'Remark', 'Notes'),
} as const satisfies Readonly<Record<string, Field>>
export type RegisterField = keyof typeof REGISTER_FIELDS
export const REGISTER_FIELD_NAMES = Object.keys(REGISTER_FIELDS) as readonly RegisterField[]
export const REQUIRED_FIELDS: readonly RegisterField[] = ['assetCode', 'name']

/** The kinds of PCs a register knows: those an agent tells, but no virtual ones. */
export type RegisterKind = Exclude<keyof typeof CHASSIS_KINDS, 'virtual'>
export const REGISTER_KINDS = Object.keys(CHASSIS_KINDS).filter((kind) => kind !== 'virtual') as readonly RegisterKind[]

const words = (vi: string, en: string): Words => ({ vi, en })

/** How the register and what reported are held against each other. */
export const REGISTER_VIEWS = {
  all: words('Toàn bộ sổ', 'Whole register'),
  'register-only': words('Có trong sổ, chưa báo', 'In the register, never reported'),
  unregistered: words('Đã báo, không có trong sổ', 'Reported, not in the register'),
  different: words('Khác đơn vị, loại hoặc kiểu máy', 'Different unit, kind or model'),
  doubtful: words('Cần người xem', 'For a person to decide'),
} as const
export type RegisterView = keyof typeof REGISTER_VIEWS
export const REGISTER_VIEW_NAMES = Object.keys(REGISTER_VIEWS) as readonly RegisterView[]

/** What may speak for an item and a PC being the same thing, or against it. */
export const MATCH_PIECES = {
  serial: words('số serial', 'serial number'),
  'board-serial': words('serial bo mạch', 'board serial'),
  'asset-tag': words('mã tài sản', 'asset tag'),
  mac: words('địa chỉ MAC', 'MAC address'),
  'host-name': words('tên máy', 'PC name'),
  model: words('kiểu máy', 'model'),
  kind: words('loại máy', 'kind'),
  unit: words('đơn vị', 'unit'),
} as const
export type MatchPiece = keyof typeof MATCH_PIECES
