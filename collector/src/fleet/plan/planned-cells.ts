/** What every list of a plan says of a PC, in the columns offices use. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { formatBytes } from '@somay/shared/text/numbers.ts'
import { MEASURE_WORDS } from '@somay/shared/text/plan.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { readinessText } from '@somay/shared/text/windows-11.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type TableColumn } from '../../export/table.ts'
import { remainingDong } from '../../plan/remaining-value.ts'

export const OF_PC: readonly TableColumn[] = [
  column('number', 'count', 'STT', 'No.', 7),
  column('unit', 'text', 'Đơn vị', 'Unit', 30),
  column('assetCode', 'text', 'Mã tài sản', 'Asset code', 18),
  column('name', 'text', 'Tên máy', 'PC', 20),
  column('model', 'text', 'Model', 'Model', 24),
  column('serial', 'text', 'Số serial', 'Serial number', 18),
  column('yearInUse', 'year', 'Năm đưa vào sử dụng', 'Year in use', 10),
  column('originalDong', 'count', 'Nguyên giá (đồng)', 'Original cost (dong)', 15),
  column('remainingDong', 'count', 'Giá trị còn lại (đồng)', 'Remaining value (dong)', 15),
  column('configuration', 'text', 'Cấu hình (CPU/RAM/ổ cứng)', 'Configuration (CPU/RAM/disk)', 44),
  column('os', 'text', 'HĐH', 'OS', 24),
  column('windows11', 'text', 'Lên Windows 11', 'To Windows 11', 30),
  column('toldAt', 'instant', 'Thông tin lúc', 'Facts as of', 16),
  column('condition', 'text', 'Tình trạng, lý do', 'Condition, reason', 60),
]

export const UNFUNDED: Words = { vi: 'chưa bố trí', en: 'not funded' }
const NOT_LISTED: Words = { vi: 'không có trong sổ tài sản', en: 'not in the register' }
const ELSEWHERE: Words = { vi: 'trong sổ của đơn vị khác', en: 'in the books of another unit' }
const MEETS: Words = { vi: 'Đạt yêu cầu của chính sách.', en: 'Meets the policy.' }

export function ofPc(pc: PlannedPc, number: number, { on, policy }: PlanTerms, language: Language): Record<string, Cell> {
  const untold = (pc.assetCode !== undefined ? UNKNOWN_WORD : pc.listedElsewhere ? ELSEWHERE : NOT_LISTED)[language]
  return {
    number,
    unit: pc.unit,
    assetCode: pc.assetCode ?? untold,
    name: pc.name,
    model: pc.model,
    serial: pc.serial,
    yearInUse: pc.yearInUse ?? untold,
    originalDong: pc.originalDong ?? untold,
    remainingDong: remainingDong(pc, policy.policy.usefulLifeYears, on) ?? untold,
    configuration: [textOf(pc.processor, language), sizeOf(pc.memoryBytes, language), diskOf(pc, language)].join(' / '),
    os: pc.os,
    windows11: readinessText(pc.windows11, language),
    toldAt: pc.inventoryAt ?? { unknown: 'no-report' },
    condition: conditionOf(pc, language),
  }
}

/** Of a PC that is not decided and of which nothing was found, nothing is known. */
function conditionOf({ reasons, verdict }: PlannedPc, language: Language): string {
  if (reasons.length > 0) return reasons.map((words) => words[language]).join(' ')
  return verdict === 'keep' ? MEETS[language] : UNKNOWN_WORD[language]
}

function textOf(cell: Cell, language: Language): string {
  return typeof cell === 'object' ? UNKNOWN_WORD[language] : String(cell)
}

function sizeOf(cell: Cell, language: Language): string {
  return typeof cell === 'number' ? formatBytes(cell, language) : UNKNOWN_WORD[language]
}

function diskOf({ diskKind, diskBytes }: PlannedPc, language: Language): string {
  const kind = typeof diskKind === 'string' ? diskKind.toUpperCase() : UNKNOWN_WORD[language]
  return `${kind} ${sizeOf(diskBytes, language)}`
}

/** What must be read first, in words. */
export function missingOf({ missing }: PlannedPc, language: Language): string {
  return missing.map((name) => (MEASURE_WORDS as Readonly<Record<string, Words>>)[name]?.[language] ?? name).join('; ')
}
