/** A list of a plan as a file: every PC of it with its verdict, what is done, its price and the year that pays. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { NOT_PRICED, REMEDY_WORDS, VERDICTS } from '@somay/shared/text/plan.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableRow } from '../../export/table.ts'
import { missingOf, OF_PC, ofPc, UNFUNDED } from './planned-cells.ts'
import type { PlannedCriteria } from './planned-pcs.ts'

const COLUMNS = [
  ...OF_PC,
  column('verdict', 'text', 'Kết luận', 'Verdict', 18),
  column('done', 'text', 'Việc cần làm', 'What is done', 40),
  column('costDong', 'count', 'Kinh phí (đồng)', 'Cost (dong)', 16),
  column('year', 'year', 'Năm thực hiện', 'Year', 14),
  column('missing', 'text', 'Cần đọc trước', 'To be read first', 50),
]

const NAME: Words = { vi: 'Danh sách', en: 'List' }
const EVERYTHING: Words = { vi: 'Mọi máy trong kế hoạch', en: 'All PCs of the plan' }

type Circumstances = {
  readonly terms: PlanTerms
  readonly title: string
  readonly about: Table['about']
  readonly language: Language
  readonly timeZone: string
}

export function plannedTable(rows: AsyncIterable<readonly PlannedPc[]>, circumstances: Circumstances): Table {
  const { terms, title, about, language, timeZone } = circumstances
  return {
    name: NAME[language],
    title,
    about,
    columns: COLUMNS,
    language,
    timeZone,
    sums: ['costDong'],
    rows: linesOf(rows, terms, language),
  }
}

async function* linesOf(rows: AsyncIterable<readonly PlannedPc[]>, terms: PlanTerms, language: Language): AsyncGenerator<TableRow[]> {
  let number = 0
  for await (const chunk of rows)
    yield chunk.map((pc) => ({ cells: { ...ofPc(pc, ++number, terms, language), ...verdictCells(pc, terms, language) } }))
}

function verdictCells(pc: PlannedPc, terms: PlanTerms, language: Language): Record<string, Cell> {
  const { verdict, remedies, works, costDong } = pc
  const isPaid = verdict === 'mend' || verdict === 'replace'
  const year = pc.year === undefined ? undefined : terms.years[pc.year]?.year
  const done =
    verdict === 'replace' ? ['replace' as const, ...works] : verdict === 'mend' || verdict === 'keep' ? [...remedies, ...works] : []
  return {
    verdict: VERDICTS[verdict][language],
    done: done.map((remedy) => REMEDY_WORDS[remedy][language]).join('; '),
    costDong: costDong ?? NOT_PRICED[language],
    year: isPaid && costDong !== undefined ? (year ?? UNFUNDED[language]) : '',
    missing: missingOf(pc, language),
  }
}

type Shown = { readonly language: Language; readonly unitName: string | undefined; readonly years: PlanTerms['years'] }

/** What a list was narrowed to, in words. */
export function criteriaWords({ verdicts, remedy, year, unpriced, inUnit, inBlock }: PlannedCriteria, shown: Shown): string {
  const { language, unitName, years } = shown
  const paid = year === undefined || year < 0 ? undefined : years[year]?.year
  const words = [
    ...(verdicts ?? []).map((verdict) => VERDICTS[verdict][language]),
    ...(remedy === undefined ? [] : [REMEDY_WORDS[remedy][language]]),
    ...(unpriced ? [NOT_PRICED[language]] : []),
    ...(year === undefined ? [] : [paid === undefined ? UNFUNDED[language] : `${language === 'vi' ? 'năm' : 'year'} ${paid}`]),
    ...(inUnit === undefined ? [] : [unitName ?? `#${inUnit}`]),
    ...(inBlock === undefined ? [] : [choiceText(BLOCKS, inBlock, language)]),
  ]
  return words.length === 0 ? EVERYTHING[language] : words.join(', ')
}
