/** The columns of the list of PCs: headings, where each comes from, how it filters; screen, CSV and XLSX all use them. */
import type { ColumnForm, ColumnKind } from '@somay/shared/api/pcs.ts'
import { CHASSIS_KINDS, DISK_KINDS, EDITIONS, SECURE_BOOT, STATES, type Vocabulary } from '@somay/shared/text/choices.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { PcColumn } from '../../store/pc-columns.ts'

type Choice = { readonly value: string; readonly label: Words }

export type PcListColumn = {
  readonly key: string
  readonly heading: Words
  readonly kind: ColumnKind
  /** How its cells are drawn on the screen, when not simply by kind; files hold the whole value. */
  readonly form?: ColumnForm
  /** SQL over the tables pc, c (pc_contact) and unit; the same text on every database. */
  readonly value: string
  readonly from: 'pc' | 'contact' | 'unit'
  /** What to sort by when it is not the value itself. */
  readonly order?: string
  /** Folded text to compare with, for texts people search without marks. */
  readonly folded?: string
  readonly neverNull?: true
  /** Under which name the PC's row keeps the reason when the value is null. */
  readonly reason?: PcColumn
  readonly shown?: true
  readonly choices?: readonly Choice[]
  /** Width in characters in a spreadsheet. */
  readonly width: number
}

const choices = (words: Vocabulary): readonly Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The parameter :silentBefore is bound by the query: PCs not heard from since are silent. */
export const STATE_SQL =
  "case when c.last_seen_at is null then 'no-report' when c.last_seen_at < :silentBefore then 'silent' else c.state end"

type Rest = Partial<PcListColumn> & { width: number }

function fromFact(key: string, column: PcColumn, kind: ColumnKind, vi: string, en: string, rest: Rest): PcListColumn {
  return { key, heading: { vi, en }, kind, value: `pc.${column}`, from: 'pc', reason: column, ...rest }
}

export const PC_LIST_COLUMNS: readonly PcListColumn[] = [
  {
    key: 'name',
    heading: { vi: 'Tên máy', en: 'Name' },
    kind: 'text',
    value: 'pc.name',
    from: 'pc',
    order: 'pc.name_key',
    folded: 'pc.name_key',
    neverNull: true,
    shown: true,
    width: 22,
  },
  {
    key: 'unit',
    heading: { vi: 'Đơn vị', en: 'Unit' },
    kind: 'unit',
    value: 'unit.name',
    from: 'unit',
    order: 'unit.order_no',
    neverNull: true,
    shown: true,
    width: 34,
  },
  {
    key: 'state',
    heading: { vi: 'Kết nối', en: 'Connectivity' },
    kind: 'choice',
    form: 'state',
    value: STATE_SQL,
    from: 'contact',
    reason: 'connectivity',
    choices: choices(STATES),
    shown: true,
    width: 20,
  },
  {
    key: 'lastSeenAt',
    heading: { vi: 'Báo lần cuối', en: 'Last seen' },
    kind: 'instant',
    value: 'c.last_seen_at',
    from: 'contact',
    shown: true,
    width: 17,
  },
  {
    key: 'inventoryAt',
    heading: { vi: 'Kê lần cuối', en: 'Inventory at' },
    kind: 'instant',
    value: 'c.inventory_at',
    from: 'contact',
    width: 17,
  },
  fromFact('manufacturer', 'manufacturer', 'text', 'Hãng', 'Manufacturer', { width: 20 }),
  fromFact('model', 'model', 'text', 'Kiểu máy', 'Model', { shown: true, width: 24 }),
  fromFact('serial', 'serial', 'text', 'Số serial', 'Serial number', { width: 20 }),
  fromFact('chassisKind', 'chassis_kind', 'choice', 'Loại máy', 'Kind', { choices: choices(CHASSIS_KINDS), width: 14 }),
  fromFact('assetTag', 'asset_tag', 'text', 'Mã tài sản nhập tại máy', 'Asset tag entered', { width: 18 }),
  fromFact('room', 'room', 'text', 'Phòng', 'Room', { width: 16 }),
  fromFact('processor', 'processor', 'text', 'Bộ xử lý', 'Processor', { form: 'processor', shown: true, width: 38 }),
  fromFact('memoryBytes', 'memory_bytes', 'bytes', 'RAM', 'Memory', { shown: true, width: 10 }),
  fromFact('memoryVisibleBytes', 'memory_visible_bytes', 'bytes', 'RAM hệ điều hành dùng được', 'Memory seen by the system', { width: 14 }),
  fromFact('memoryFreeSlots', 'memory_free_slots', 'count', 'Khe RAM trống', 'Free memory slots', { width: 10 }),
  fromFact('systemDiskKind', 'system_disk_kind', 'choice', 'Ổ hệ thống', 'System disk', {
    choices: choices(DISK_KINDS),
    shown: true,
    width: 12,
  }),
  fromFact('systemDiskBytes', 'system_disk_bytes', 'bytes', 'Dung lượng ổ', 'Disk size', { width: 12 }),
  fromFact('systemFreeBytes', 'system_free_bytes', 'bytes', 'Ổ còn trống', 'Disk free', { width: 12 }),
  fromFact('osName', 'os_name', 'text', 'Hệ điều hành', 'Operating system', { form: 'system', shown: true, width: 28 }),
  fromFact('osVersion', 'os_version', 'text', 'Phiên bản', 'Version', { order: 'pc.os_version_order', width: 12 }),
  fromFact('osBuild', 'os_build', 'text', 'Bản dựng', 'Build', { order: 'pc.os_build_order', width: 14 }),
  fromFact('supportEdition', 'support_edition', 'choice', 'Ấn bản hỗ trợ', 'Support edition', { choices: choices(EDITIONS), width: 14 }),
  fromFact('pendingUpdates', 'pending_updates', 'count', 'Bản vá chờ cài', 'Pending updates', { shown: true, width: 12 }),
  fromFact('lastPatchedAt', 'last_patched_at', 'instant', 'Vá lần cuối', 'Last patched', { width: 17 }),
  fromFact('restartPending', 'restart_pending', 'yes-no', 'Chờ khởi động lại', 'Restart pending', { width: 12 }),
  fromFact('tpmVersion', 'tpm_version', 'text', 'TPM', 'TPM', { width: 10 }),
  fromFact('secureBoot', 'secure_boot', 'choice', 'Khởi động an toàn', 'Secure Boot', { choices: choices(SECURE_BOOT), width: 14 }),
  fromFact('ipAddress', 'ip_address', 'text', 'Địa chỉ IP', 'IP address', { order: 'pc.ip_address_order', width: 16 }),
  fromFact('macAddresses', 'mac_addresses', 'text', 'Địa chỉ MAC', 'MAC addresses', { width: 20 }),
  {
    key: 'agentVersion',
    heading: { vi: 'Phần mềm trạm', en: 'Agent version' },
    kind: 'text',
    value: 'c.agent_version',
    from: 'contact',
    neverNull: true,
    width: 12,
  },
  {
    key: 'enrolledAt',
    heading: { vi: 'Ghi danh lúc', en: 'Enrolled at' },
    kind: 'instant',
    value: 'pc.enrolled_at',
    from: 'pc',
    neverNull: true,
    width: 17,
  },
  {
    key: 'unknownCount',
    heading: { vi: 'Mục chưa rõ hết', en: 'Facts not fully known' },
    kind: 'count',
    value: 'pc.unknown_count',
    from: 'pc',
    shown: true,
    width: 12,
  },
]

export const COLUMN_BY_KEY: ReadonlyMap<string, PcListColumn> = new Map(PC_LIST_COLUMNS.map((column) => [column.key, column]))
