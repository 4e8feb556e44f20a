/** What the rows of a list come to, one after another: items, what is wrong, what was left out, which texts they use; bounded beyond the items themselves. */
import { fold } from '@somay/shared/text/fold.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { ListedItem } from '../store/register/listed-item.ts'
import { textOf } from './cells.ts'
import type { ListRow } from './list-rows.ts'
import { type RowReading, readRow } from './rows.ts'

/** `skipped` and `unclear` are told where every problem was asked for. */
export type Problem = { readonly row: number; readonly level: 'refused' | 'noted' | 'skipped' | 'unclear'; readonly says: readonly Words[] }

/** What the rows say, each text once whatever its marks and case, as it is written first. */
export type TextRows = { readonly text: string; readonly rows: number }

/** `pc` and `no-pc` as a person said. */
type ThingOutcome = 'unclear' | 'skipped' | 'pc' | 'no-pc'
const THING_OUTCOMES: readonly ThingOutcome[] = ['unclear', 'pc', 'no-pc', 'skipped']

export type Gathered = {
  /** The first rows, as texts. */
  readonly sample: readonly (readonly string[])[]
  readonly items: readonly ListedItem[]
  /** Asset keys of the rows that were refused or left out and have a code. */
  readonly keysBeside: readonly string[]
  /** In which row each item stands, by its asset key. */
  readonly rowOf: ReadonlyMap<string, number>
  /** Those `between` are no part of `rows`: they number the columns or hold sums. */
  readonly counts: Readonly<Record<'rows' | 'between' | 'skipped' | 'unclear' | 'refused' | 'noted', number>>
  readonly problems: readonly Problem[]
  /** In the column of units. */
  readonly unitTexts: readonly TextRows[]
  /** Names of what was left out as no PC or because nobody said whether it is one, and of what a person said so. */
  readonly things: readonly (TextRows & { readonly outcome: ThingOutcome })[]
}

const MOST_PROBLEMS = 500
const SAMPLE_ROWS = 5
const MOST_TEXTS = 2_000

export class Gathering {
  readonly #reading: RowReading
  readonly #items: ListedItem[] = []
  readonly #keysBeside = new Set<string>()
  readonly #rowOf = new Map<string, number>()
  readonly #serials = new Map<string, number>()
  readonly #problems: Problem[] = []
  readonly #unitTexts = new Texts()
  readonly #things = new Map(THING_OUTCOMES.map((outcome) => [outcome, new Texts()]))
  readonly #said: RowReading['isPc']
  readonly #sample: string[][] = []
  readonly #counts = { rows: 0, between: 0, skipped: 0, unclear: 0, refused: 0, noted: 0 }

  readonly #tellsAll: boolean

  constructor(reading: RowReading, tellsAll: boolean) {
    this.#tellsAll = tellsAll
    const unitOf = (text: string) => {
      if (text !== '') this.#unitTexts.meet(text)
      return reading.unitOf(text)
    }
    const isPc = (name: string) => {
      const said = reading.isPc(name)
      if (said !== undefined) this.#things.get(said ? 'pc' : 'no-pc')?.meet(name)
      return said
    }
    this.#said = reading.isPc
    this.#reading = { ...reading, unitOf, isPc }
  }

  add({ row, cells }: ListRow): void {
    const read = readRow(cells, this.#reading)
    if (read.outcome === 'empty') return
    if (read.outcome === 'between') {
      this.#counts.between++
      if (this.#tellsAll) this.#problems.push({ row, level: 'skipped', says: [BETWEEN] })
      return
    }
    this.#counts.rows++
    if (this.#sample.length < SAMPLE_ROWS) this.#sample.push(cells.map(textOf))
    if (read.outcome !== 'item' && read.assetKey !== '') this.#keysBeside.add(read.assetKey)
    if (read.outcome === 'item') this.#take(row, read.item, read.noted)
    else if (read.outcome === 'refused') this.#tell(row, 'refused', read.problems)
    else this.#leaveOut(row, read.outcome, read.name)
  }

  #leaveOut(row: number, outcome: 'skipped' | 'unclear', name: string): void {
    this.#counts[outcome]++
    if (this.#said(name) === undefined) this.#things.get(outcome)?.meet(name)
    if (this.#tellsAll) this.#problems.push({ row, level: outcome, says: [leftOutWords(outcome, name)] })
  }

  #take(row: number, item: ListedItem, noted: readonly Words[]): void {
    const twin = this.#rowOf.get(item.assetKey)
    if (twin !== undefined) {
      this.#tell(row, 'refused', [{ vi: `Mã tài sản trùng với dòng ${twin}`, en: `Asset code: the same as in row ${twin}` }])
      return
    }
    this.#rowOf.set(item.assetKey, row)
    const serial = item.serial?.toLowerCase()
    const same = serial === undefined ? undefined : this.#serials.get(serial)
    if (serial !== undefined && same === undefined) this.#serials.set(serial, row)
    const all =
      same === undefined ? noted : [...noted, { vi: `Số serial trùng với dòng ${same}`, en: `Serial number: the same as in row ${same}` }]
    if (all.length > 0) this.#tell(row, 'noted', all)
    this.#items.push(item)
  }

  #tell(row: number, level: 'refused' | 'noted', says: readonly Words[]): void {
    this.#counts[level]++
    if (this.#tellsAll || this.#problems.length < MOST_PROBLEMS) this.#problems.push({ row, level, says })
  }

  result(): Gathered {
    return {
      sample: this.#sample,
      items: this.#items,
      keysBeside: [...this.#keysBeside],
      rowOf: this.#rowOf,
      counts: this.#counts,
      problems: this.#problems,
      unitTexts: this.#unitTexts.all(),
      things: [...this.#things].flatMap(([outcome, texts]) => texts.all().map((text) => ({ ...text, outcome }))),
    }
  }
}

const BETWEEN: Words = {
  vi: 'bỏ qua vì là dòng đánh số cột hoặc dòng cộng',
  en: 'passed over, as it numbers the columns or holds sums',
}

function leftOutWords(outcome: 'skipped' | 'unclear', name: string): Words {
  return outcome === 'skipped'
    ? { vi: `bỏ qua vì không phải máy tính: ${name}`, en: `passed over as no PC: ${name}` }
    : { vi: `để ngoài vì chưa rõ có phải máy tính: ${name}`, en: `left out, as it may be no PC: ${name}` }
}

class Texts {
  readonly #met = new Map<string, { readonly text: string; rows: number }>()

  meet(text: string): void {
    const key = fold(text)
    const met = this.#met.get(key)
    if (met) met.rows++
    else if (this.#met.size < MOST_TEXTS) this.#met.set(key, { text, rows: 1 })
  }

  all(): readonly TextRows[] {
    return [...this.#met.values()]
  }
}
