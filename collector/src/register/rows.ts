/** Turns the rows of a list into items of the register, and says of every row that cannot be one what is wrong with it. Pure. */
import { REGISTER_FIELDS, type RegisterField, type RegisterKind } from '@somay/shared/text/register.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { assetKeyOf, type ListedItem } from '../store/register/listed-item.ts'
import { type ListCell, macOf, moneyOf, textOf, yearOf, yesNoOf } from './cells.ts'
import type { Mapping } from './header.ts'
import { kindOfBoth } from './kinds.ts'

/**
 * `skipped` rows are no PCs; of `unclear` ones nobody said yet whether they are; `refused` rows hold a mistake; a `noted` row is taken along, but
 * somebody should look at it. `assetKey` is empty where the row has no code.
 */
export type RowOutcome =
  | { readonly outcome: 'item'; readonly item: ListedItem; readonly noted: readonly Words[] }
  | { readonly outcome: 'refused'; readonly assetKey: string; readonly problems: readonly Words[] }
  | { readonly outcome: 'skipped' | 'unclear'; readonly assetKey: string; readonly name: string }
  | { readonly outcome: 'empty' }

export type RowReading = {
  readonly mapping: Mapping
  readonly costUnitDong: number
  /** The latest year that can be. */
  readonly lastYear: number
  /** The unit a text names; undefined where it names none that the reader may write to. `text` is empty without a unit column. */
  unitOf(text: string): number | undefined
  /** What a person said of things of this name; undefined when nothing. */
  isPc(name: string): boolean | undefined
}

const LIMITS: Partial<Record<RegisterField, number>> = { assetCode: 60, name: 300, serial: 200, hostName: 100, note: 1_000 }

export function readRow(cells: readonly ListCell[], reading: RowReading): RowOutcome {
  if (cells.every((cell) => textOf(cell) === '')) return { outcome: 'empty' }
  const { mapping } = reading
  const cell = (field: RegisterField): ListCell => (mapping[field] === undefined ? null : cells[mapping[field]])
  const [assetCode, name, kindText] = [textOf(cell('assetCode')), textOf(cell('name')), textOf(cell('kind'))]
  // Headings of groups and lines of sums have a name but no code, or the other way round.
  if (assetCode === '' && name === '') return { outcome: 'empty' }
  const kind = kindOfBoth(name, kindText)
  const said = reading.isPc(name)
  if (said === false || (kind === 'no-pc' && said === undefined)) return { outcome: 'skipped', assetKey: assetKeyOf(assetCode), name }
  if (kind === undefined && said === undefined) return { outcome: 'unclear', assetKey: assetKeyOf(assetCode), name }
  return itemOf(cell, { assetCode, name, kind: kind === undefined || kind === 'no-pc' ? null : kind }, reading)
}

type Begun = { readonly assetCode: string; readonly name: string; readonly kind: RegisterKind | null }

function itemOf(cell: (field: RegisterField) => ListCell, { assetCode, name, kind }: Begun, reading: RowReading): RowOutcome {
  const problems: Words[] = []
  const noted: Words[] = []
  const wrong = (field: RegisterField, vi: string, en: string) => {
    const { vi: fieldVi, en: fieldEn } = REGISTER_FIELDS[field]
    problems.push({ vi: `${fieldVi}: ${vi}`, en: `${fieldEn}: ${en}` })
  }
  const cannot = (field: RegisterField) => {
    const shown = textOf(cell(field)).slice(0, 40)
    wrong(field, `không đọc được "${shown}"`, `"${shown}" cannot be read`)
  }
  if (assetCode === '') wrong('assetCode', 'để trống; mỗi máy cần một mã', 'is empty; every PC needs one')
  if (name === '') wrong('name', 'để trống', 'is empty')
  const texts = { assetCode, name, serial: textOf(cell('serial')), hostName: textOf(cell('hostName')), note: textOf(cell('note')) }
  for (const [field, text] of Object.entries(texts) as [keyof typeof texts, string][]) {
    const limit = LIMITS[field] ?? 0
    if (text.length > limit) wrong(field, `dài quá ${limit} ký tự`, `is longer than ${limit} characters`)
  }
  const unitText = textOf(cell('unit'))
  const unitId = reading.unitOf(unitText)
  if (unitId === undefined)
    if (unitText === '') wrong('unit', 'để trống', 'is empty')
    else wrong('unit', `chưa ghép được "${unitText.slice(0, 80)}" với đơn vị nào`, `"${unitText.slice(0, 80)}" is not matched to a unit`)
  const yearInUse = yearOf(cell('yearInUse'), reading.lastYear)
  if (yearInUse === undefined) cannot('yearInUse')
  const costDong = moneyOf(cell('cost'), reading.costUnitDong)
  if (costDong === undefined) cannot('cost')
  const exempt = yesNoOf(cell('exempt'))
  if (exempt === undefined) cannot('exempt')
  const mac = macOf(cell('mac'))
  if (mac === undefined) cannot('mac')
  const quantity = textOf(cell('quantity'))
  if (quantity !== '' && quantity !== '1')
    wrong(
      'quantity',
      `"${quantity.slice(0, 20)}"; mỗi máy phải có một dòng và một mã riêng`,
      `"${quantity.slice(0, 20)}"; every PC needs a row and a code of its own`,
    )
  if (kind === null)
    noted.push({
      vi: 'không rõ loại máy; được đưa vào vì bạn cho biết là máy tính',
      en: 'the kind is not told; it is taken as you said that it is a PC',
    })
  if (problems.length > 0 || unitId === undefined) return { outcome: 'refused', assetKey: assetKeyOf(assetCode), problems }
  const item: ListedItem = {
    assetCode,
    assetKey: assetKeyOf(assetCode),
    name,
    unitId,
    kind,
    serial: texts.serial || null,
    yearInUse: yearInUse ?? null,
    costDong: costDong ?? null,
    exempt: exempt ?? false,
    hostName: texts.hostName || null,
    mac: mac ?? null,
    note: texts.note,
  }
  return { outcome: 'item', item, noted }
}
