/** The PCs behind a figure, live or frozen, as a table for files. */
import type { CountedPc } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { COUNT_STATES, type CountState } from '@somay/shared/text/choices.ts'
import { ASPECT_WORDS, ASPECTS, CONDITIONS } from '@somay/shared/text/conditions.ts'
import { NOT_NAMED } from '@somay/shared/text/withheld.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Table } from '../../export/table.ts'
import { COUNTED_COLUMNS } from './columns.ts'
import type { ConditionsAsked } from './conditions-asked.ts'

const NAME: Words = { vi: 'Máy tính', en: 'PCs' }
const TITLE: Words = { vi: 'Máy tính sau một con số', en: 'PCs behind a figure' }
const SELECTED: Words = { vi: 'Tình trạng được chọn', en: 'Selected states' }
const EVERY: Words = { vi: 'tất cả', en: 'all' }
const NONE: Words = { vi: 'chưa ghi nhận', en: 'none on record' }

type Circumstances = {
  readonly about: Table['about']
  /** Undefined for all of them. */
  readonly states: readonly CountState[] | undefined
  readonly conditions: ConditionsAsked
  /** Whether some are in the figure and not named to whom the file is for. */
  readonly withheld: boolean
  readonly language: Language
  readonly timeZone: string
}

export function countedTable(
  pcs: AsyncIterable<readonly CountedPc[]>,
  { about, states, conditions, withheld, language, timeZone }: Circumstances,
): Table {
  const selected = states?.map((state) => COUNT_STATES[state][language]).join(', ') ?? EVERY[language]
  return {
    name: NAME[language],
    title: TITLE[language],
    about: [
      ...about,
      [SELECTED[language], selected],
      ...narrowings(conditions, language),
      ...(withheld ? [[NOT_NAMED[0][language], NOT_NAMED[1][language]] as const] : []),
    ],
    columns: COUNTED_COLUMNS,
    language,
    timeZone,
    rows: rowsOf(pcs, language),
  }
}

function narrowings(asked: ConditionsAsked, language: Language): (readonly [string, string])[] {
  return ASPECTS.flatMap((aspect) => {
    const words: Readonly<Record<string, Words>> = CONDITIONS[aspect]
    const values = asked[aspect]?.map((value) => words[value]?.[language] ?? value)
    return values ? [[ASPECT_WORDS[aspect][language], values.join(', ')] as const] : []
  })
}

async function* rowsOf(
  chunks: AsyncIterable<readonly CountedPc[]>,
  language: Language,
): Table['rows'] extends AsyncIterable<infer R> ? AsyncGenerator<R> : never {
  const dayCell = (day: string | undefined): Cell => (day === undefined ? NONE[language] : Date.parse(day))
  for await (const chunk of chunks)
    yield chunk.map(({ pcId: _pcId, itemId: _itemId, assetCode = '', internetOn, heardOn, ...cells }) => ({
      cells: { ...cells, assetCode, internetOn: dayCell(internetOn), heardOn: dayCell(heardOn) },
    }))
}
