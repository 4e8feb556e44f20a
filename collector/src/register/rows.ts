/** Turns the rows of a list into items of the register, and says of every row that cannot be one what is wrong with it. Pure. */
import { REGISTER_FIELDS, type RegisterField, type RegisterKind } from '@somay/shared/text/register.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { assetKeyOf, type ListedItem } from '../store/register/listed-item.ts'
import { type ListCell, textOf } from './cells.ts'
import type { Mapping } from './header.ts'
import { kindOfBoth } from './kinds.ts'
import { codeSaid, costSaid, exemptSaid, macSaid, type Said, serialSaid, yearSaid } from './row-cells.ts'
import { isSum, numbersColumns } from './rows-between.ts'

/**
 * `skipped` rows are no PCs; of `unclear` ones nobody said yet whether they are; `refused` rows hold a mistake; a `noted` row is taken along, but
 * somebody should look at it; those `between` number the columns or hold sums. `assetKey` is empty where the row has no code.
 */
export type RowOutcome =
  | { readonly outcome: 'item'; readonly item: ListedItem; readonly noted: readonly Words[] }
  | { readonly outcome: 'refused'; readonly assetKey: string; readonly problems: readonly Words[] }
  | { readonly outcome: 'skipped' | 'unclear'; readonly assetKey: string; readonly name: string }
  | { readonly outcome: 'between' }
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
  const texts = cells.map(textOf)
  if (texts.every((text) => text === '')) return { outcome: 'empty' }
  const { mapping } = reading
  const cell = (field: RegisterField): ListCell => (mapping[field] === undefined ? null : cells[mapping[field]])
  const [assetCode, name, kindText] = [textOf(cell('assetCode')), textOf(cell('name')), textOf(cell('kind'))]
  if (numbersColumns(texts) || isSum(texts, { code: assetCode, name })) return { outcome: 'between' }
  // Headings of groups have a name but no code, or the other way round.
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
  const read = <T>(field: RegisterField, said: Said<T>): T => {
    const { vi: fieldVi, en: fieldEn } = REGISTER_FIELDS[field]
    const about = ({ vi, en }: Words): Words => ({ vi: `${fieldVi}: ${vi}`, en: `${fieldEn}: ${en}` })
    if (said.refused) problems.push(about(said.refused))
    if (said.noted) noted.push(about(said.noted))
    return said.value
  }
  if (assetCode === '') wrong('assetCode', 'để trống; mỗi máy cần một mã', 'is empty; every PC needs one')
  if (name === '') wrong('name', 'để trống', 'is empty')
  read('assetCode', codeSaid(cell('assetCode')))
  const serial = read('serial', serialSaid(cell('serial')))
  const texts = { assetCode, name, serial: serial ?? '', hostName: textOf(cell('hostName')), note: textOf(cell('note')) }
  for (const [field, text] of Object.entries(texts) as [keyof typeof texts, string][]) {
    const limit = LIMITS[field] ?? 0
    if (text.length > limit) wrong(field, `dài quá ${limit} ký tự`, `is longer than ${limit} characters`)
  }
  const unitText = textOf(cell('unit'))
  const unitId = reading.unitOf(unitText)
  if (unitId === undefined)
    if (unitText === '') wrong('unit', 'để trống', 'is empty')
    else wrong('unit', `chưa ghép được "${unitText.slice(0, 80)}" với đơn vị nào`, `"${unitText.slice(0, 80)}" is not matched to a unit`)
  const yearInUse = read('yearInUse', yearSaid(cell('yearInUse'), reading.lastYear))
  const costDong = read('cost', costSaid(cell('cost'), reading.costUnitDong))
  const exempt = read('exempt', exemptSaid(cell('exempt')))
  const mac = read('mac', macSaid(cell('mac')))
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
    serial,
    yearInUse,
    costDong,
    exempt,
    hostName: texts.hostName || null,
    mac,
    note: texts.note,
  }
  return { outcome: 'item', item, noted }
}
