/** Reads a list of units, as exported or as an office keeps it, into units to be made, and units that stand and differ; the rest is passed over. */
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { fold } from '@somay/shared/text/fold.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { type ListCell, textOf } from './cells.ts'
import { type Columns, columnsOf, HEADER_WITHIN_ROWS, type Headings, headerPlace } from './columns.ts'
import type { ListRow } from './list-rows.ts'
import { withList } from './read-list.ts'

type Field = 'name' | 'block' | 'orderNo' | 'code' | 'parent' | 'until'

const HEADINGS: Headings<Field> = {
  name: ['Cơ quan, đơn vị', 'Unit', 'Tên đơn vị', 'Đơn vị', 'Name'],
  parent: ['Đơn vị cấp trên', 'Parent', 'Cấp trên', 'Trực thuộc', 'Cơ quan chủ quản'],
  block: ['Khối', 'Block', 'Cấp'],
  orderNo: ['Thứ tự', 'Order', 'STT', 'TT', 'No'],
  code: ['Mã định danh', 'Code', 'Mã đơn vị', 'Mã'],
  until: ['Đến hết ngày', 'Until the end of'],
}

const LONGEST_CODE = 60
const NO_BLOCK = ['chưa rõ khối: ghi I, II, III hoặc IV', 'the block is not told: write I, II, III or IV'] as const
const NO_ORDER = ['thứ tự phải là số nguyên', 'the order must be a whole number'] as const

/** `parent`: the unit above, by its id, or by the row that makes it. */
export type UnitToMake = {
  readonly row: number
  readonly name: string
  readonly block: string
  readonly orderNo: number
  readonly code: string | undefined
  readonly parent: { readonly unitId: number } | { readonly row: number } | undefined
}

/** A unit that stands, with the name of every unit above it, the highest first. */
export type UnitStanding = {
  readonly id: number
  readonly path: readonly string[]
  readonly block: string
  readonly orderNo: number
  readonly code: string | null
}

/** A unit that stands, as its row has it: what the row leaves empty is as it was. */
export type UnitChanged = Pick<UnitToMake, 'row' | 'name' | 'block' | 'orderNo' | 'code'> & {
  readonly unitId: number
  readonly differs: readonly ('code' | 'block' | 'orderNo')[]
}

export type TreeRead = {
  readonly rows: number
  readonly made: readonly UnitToMake[]
  readonly same: number
  readonly changed: readonly UnitChanged[]
  /** Rows passed over: of units that have ended, and with something in them but no name. */
  readonly left: { readonly ended: number; readonly unnamed: number }
  readonly problems: readonly { readonly row: number; readonly says: Words }[]
}

export async function readTree(file: Buffer, standing: readonly UnitStanding[]): Promise<TreeRead> {
  const rows: ListRow[] = []
  await withList(file, {}, async (list) => {
    for await (const row of list.rows) rows.push(row)
  })
  const place = headerPlace(
    rows.slice(0, HEADER_WITHIN_ROWS).map(({ cells }) => cells),
    HEADINGS,
    ['name'],
  )
  const columns = columnsOf((rows[place]?.cells ?? []).map(textOf), HEADINGS)
  if (columns.name === undefined) {
    const says = { vi: 'Không tìm thấy cột "Cơ quan, đơn vị".', en: 'There is no column "Unit".' }
    return { rows: 0, made: [], same: 0, changed: [], left: { ended: 0, unnamed: 0 }, problems: [{ row: rows[place]?.row ?? 1, says }] }
  }
  return new TreeReading(columns, standing).read(rows.slice(place + 1))
}

class TreeReading {
  readonly #columns: Columns<Field>
  /** By folded path; two of one path cannot be told apart. */
  readonly #known = new Map<string, { readonly unitId: number } | { readonly row: number }>()
  /** By folded last name, for parents that are named without what is above them; null where several bear it. */
  readonly #byName = new Map<string, readonly string[] | null>()
  readonly #blocks = new Map<string, string>()
  readonly #made: UnitToMake[] = []
  readonly #standing: ReadonlyMap<number, UnitStanding>
  /** The row that told of a standing unit. */
  readonly #toldIn = new Map<number, number>()
  readonly #changed: UnitChanged[] = []
  readonly #problems: { row: number; says: Words }[] = []
  #same = 0
  #rows = 0

  constructor(columns: Columns<Field>, standing: readonly UnitStanding[]) {
    this.#columns = columns
    this.#standing = new Map(standing.map((unit) => [unit.id, unit]))
    for (const { id, path, block } of standing) this.#remember(path, { unitId: id }, block)
  }

  read(rows: readonly ListRow[]): TreeRead {
    // Parents may stand below their children: rows wait until what is above them is known.
    const named = rows.filter(({ cells }) => this.#cell(cells, 'name') !== '')
    let waiting = named.filter(({ cells }) => this.#cell(cells, 'until') === '')
    const left = {
      ended: named.length - waiting.length,
      unnamed: rows.filter(({ cells }) => this.#cell(cells, 'name') === '' && cells.some((cell) => textOf(cell) !== '')).length,
    }
    this.#rows = waiting.length
    for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
      before = waiting.length
      waiting = waiting.filter((row) => !this.#take(row))
    }
    for (const { row, cells } of waiting) {
      const parent = this.#cell(cells, 'parent')
      this.#tell(
        row,
        `không có đơn vị cấp trên "${parent}", hoặc có nhiều đơn vị cùng tên`,
        `there is no parent "${parent}", or several bear that name`,
      )
    }
    const problems = [...this.#problems].sort((one, other) => one.row - other.row)
    return { rows: this.#rows, made: this.#made, same: this.#same, changed: this.#changed, left, problems }
  }

  /** False while its parent is not known. */
  #take({ row, cells }: ListRow): boolean {
    const [name, above] = [this.#cell(cells, 'name'), this.#cell(cells, 'parent')]
    const parentPath = above === '' ? [] : this.#pathOf(above)
    if (parentPath === undefined) return false
    const path = [...parentPath, name]
    const known = this.#known.get(keyOf(path))
    if (known) {
      if ('unitId' in known) this.#compare({ row, cells }, known.unitId)
      else this.#tell(row, `trùng với dòng ${known.row}`, `the same as row ${known.row}`)
      return true
    }
    const block = this.#blockOf(cells) ?? this.#blocks.get(keyOf(parentPath))
    const orderNo = this.#orderOf(cells)
    if (name.length > 200) this.#tell(row, 'tên dài quá 200 ký tự', 'the name is longer than 200 characters')
    else if (block === undefined) this.#tell(row, ...NO_BLOCK)
    else if (orderNo === undefined) this.#tell(row, ...NO_ORDER)
    else {
      const code = this.#cell(cells, 'code').slice(0, LONGEST_CODE) || undefined
      this.#made.push({ row, name, block, orderNo, code, parent: this.#known.get(keyOf(parentPath)) })
      this.#remember(path, { row }, block)
    }
    return true
  }

  /** A unit that stands: what its row says otherwise. A cell left empty says nothing. */
  #compare({ row, cells }: ListRow, unitId: number): void {
    const unit = this.#standing.get(unitId) as UnitStanding
    const told = (field: Field) => this.#cell(cells, field) !== ''
    const block = told('block') ? this.#blockOf(cells) : unit.block
    const orderNo = told('orderNo') ? this.#orderOf(cells) : unit.orderNo
    const code = this.#cell(cells, 'code').slice(0, LONGEST_CODE) || unit.code || undefined
    const before = this.#toldIn.get(unitId)
    const now = { code, block, orderNo }
    const differs = (['code', 'block', 'orderNo'] as const).filter((field) => now[field] !== (unit[field] ?? undefined))
    if (before !== undefined) this.#tell(row, `trùng với dòng ${before}`, `the same as row ${before}`)
    else if (block === undefined) this.#tell(row, ...NO_BLOCK)
    else if (orderNo === undefined) this.#tell(row, ...NO_ORDER)
    else if (differs.length === 0) this.#same++
    else this.#changed.push({ row, unitId, name: unit.path.at(-1) ?? '', code, block, orderNo, differs })
    if (before === undefined) this.#toldIn.set(unitId, row)
  }

  #remember(path: readonly string[], ref: { readonly unitId: number } | { readonly row: number }, block: string): void {
    this.#known.set(keyOf(path), ref)
    this.#blocks.set(keyOf(path), block)
    const name = fold(path.at(-1) ?? '')
    this.#byName.set(name, this.#byName.has(name) ? null : path)
  }

  /** A whole path, "above / below", or a name that one unit alone bears. */
  #pathOf(text: string): readonly string[] | undefined {
    const path = text.split(' / ')
    if (this.#known.has(keyOf(path))) return path
    return this.#byName.get(fold(text)) ?? undefined
  }

  #blockOf(cells: readonly ListCell[]): string | undefined {
    const text = this.#cell(cells, 'block')
    return Object.entries(BLOCKS).find(([block, { vi, en }]) => [block, vi, en].some((one) => fold(one) === fold(text)))?.[0]
  }

  /** Without a number a unit stands where its row stands. */
  #orderOf(cells: readonly ListCell[]): number | undefined {
    const text = this.#cell(cells, 'orderNo')
    if (text === '') return this.#made.length + 1
    const order = Number(text)
    return Number.isInteger(order) && order >= 0 && order <= 1_000_000 ? order : undefined
  }

  #cell(cells: readonly ListCell[], field: Field): string {
    const column = this.#columns[field]
    return column === undefined ? '' : textOf(cells[column])
  }

  #tell(row: number, vi: string, en: string): void {
    this.#problems.push({ row, says: { vi: `Dòng ${row}: ${vi}.`, en: `Row ${row}: ${en}.` } })
  }
}

function keyOf(path: readonly string[]): string {
  return path.map(fold).join('\n')
}
