/** The register as files: a view of it, and the comparison for the inventory minutes (books, found, difference; after form C53-HD). */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { CHASSIS_KINDS } from '@somay/shared/text/choices.ts'
import { REGISTER_FIELDS, REGISTER_VIEWS, type RegisterView } from '@somay/shared/text/register.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Table, TableColumn } from '../../export/table.ts'

const KINDS = Object.entries(CHASSIS_KINDS).map(([value, label]) => ({ value, label }))

const column = (key: string, kind: TableColumn['kind'], { vi, en }: Words, width: number): TableColumn => ({
  key,
  kind,
  heading: { vi, en },
  width,
})
const words = (vi: string, en: string): Words => ({ vi, en })

const VIEW_COLUMNS: readonly TableColumn[] = [
  column('assetCode', 'text', REGISTER_FIELDS.assetCode, 16),
  column('name', 'text', REGISTER_FIELDS.name, 40),
  column('unit', 'text', REGISTER_FIELDS.unit, 34),
  { ...column('kind', 'choice', REGISTER_FIELDS.kind, 14), choices: KINDS },
  column('serial', 'text', REGISTER_FIELDS.serial, 20),
  column('yearInUse', 'year', REGISTER_FIELDS.yearInUse, 10),
  column('costDong', 'count', words('Nguyên giá (đồng)', 'Original cost (dong)'), 16),
  column('exempt', 'yes-no', REGISTER_FIELDS.exempt, 10),
  column('note', 'text', REGISTER_FIELDS.note, 30),
  column('pcName', 'text', words('Máy đã báo', 'PC that reported'), 22),
  column('pcUnit', 'text', words('Đơn vị của máy', 'Unit of the PC'), 34),
  column('pcModel', 'text', words('Kiểu máy đã báo', 'Model reported'), 24),
  column('pcSerial', 'text', words('Số serial đã báo', 'Serial number reported'), 20),
  column('differs', 'text', words('Khác nhau ở', 'Differs in'), 20),
]

const NAME = words('Sổ tài sản', 'Register')
const NOT_TOLD: Words = { vi: 'sổ không ghi', en: 'not stated' }
const NONE: Words = { vi: '–', en: '–' }
const DIFFERS = { unit: words('đơn vị', 'unit'), kind: words('loại máy', 'kind'), model: words('kiểu máy', 'model') }

type Rows = AsyncIterable<readonly RegisterRow[]>
type Circumstances = { readonly about: Table['about']; readonly language: Language; readonly timeZone: string }

export function registerTable(rows: Rows, view: RegisterView, { about, language, timeZone }: Circumstances): Table {
  return {
    name: NAME[language],
    title: REGISTER_VIEWS[view][language],
    about,
    columns: VIEW_COLUMNS,
    language,
    timeZone,
    rows: viewRows(rows, language),
  }
}

async function* viewRows(chunks: Rows, language: Language): AsyncGenerator<{ cells: Record<string, Cell> }[]> {
  const told = (value: string | number | null): Cell => value ?? NOT_TOLD[language]
  for await (const chunk of chunks)
    yield chunk.map(({ item, pc, differs }) => ({
      cells: {
        ...(item
          ? {
              assetCode: item.assetCode,
              name: item.name,
              unit: item.unit,
              kind: told(item.kind),
              serial: told(item.serial),
              yearInUse: told(item.yearInUse),
              costDong: told(item.costDong),
              exempt: item.exempt,
              note: item.note,
            }
          : Object.fromEntries(VIEW_COLUMNS.slice(0, 9).map(({ key }) => [key, NONE[language]]))),
        ...(pc
          ? { pcName: pc.name, pcUnit: pc.unit, pcModel: pc.model, pcSerial: pc.serial }
          : { pcName: NONE[language], pcUnit: NONE[language], pcModel: NONE[language], pcSerial: NONE[language] }),
        differs: differs.map((what) => DIFFERS[what][language]).join(', '),
      },
    }))
}
