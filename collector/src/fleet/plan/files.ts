/** The files of a plan, the same over HTTP and on the command line: the need list as CSV, a workbook with sums by formula, the official document. */
import type { Readable } from 'node:stream'
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import type { VerdictKind } from '@somay/shared/text/plan.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { csvOf } from '../../export/csv.ts'
import type { Issuer, Letter } from '../../export/letter.ts'
import type { Table } from '../../export/table.ts'
import { workbookOf } from '../../export/xlsx.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { readAhead } from '../read-ahead.ts'
import { aboutPlan } from './about-plan.ts'
import { planLetter } from './letter.ts'
import { makePlan } from './make-plan.ts'
import { needTable, undecidedTable } from './need-list.ts'
import { type PlanAsked, planMembers } from './plan-groups.ts'
import { type PlannedCriteria, readPlannedPcs } from './planned-pcs.ts'
import { criteriaWords, plannedTable } from './planned-table.ts'
import { itemTable, planUnitTable } from './summary-tables.ts'
import { readWithheldPcs, type WithheldPcs } from './withheld-pcs.ts'

const DONE_ABOUT = ['mend', 'replace', 'move'] as const satisfies readonly VerdictKind[]

const PLAN_TITLE: Words = { vi: 'Kế hoạch nâng cấp, thay mới máy tính', en: 'Plan of upgrading and replacing PCs' }

const LIST: Words = { vi: 'Danh sách', en: 'List' }
const NOT_NAMED: Words = { vi: 'Không nêu tên', en: 'Not named' }
const NOT_NAMED_WHY: Words = {
  vi: 'Máy không thuộc diện kết nối được tính trong kế hoạch và không có trong danh sách này.',
  en: 'PCs that must not be connected are counted in the plan and are not in this list.',
}

export type PlanFileAsked = PlanAsked & { readonly language: Language; readonly who: string; readonly issuer: Issuer }

export async function planLetterOf(database: Database, asked: PlanFileAsked): Promise<Letter> {
  const { language, timeZone, issuer } = asked
  const plan = await makePlan(database, asked)
  return planLetter(plan, { language, issuer, timeZone, about: [], unitName: await unitNameOf(database, asked) })
}

/** Lists are read from the database as the file is written. */
export async function planTableOf(database: Database, asked: PlanFileAsked, format: 'csv' | 'xlsx'): Promise<Readable> {
  const { language, timeZone, terms, who, at } = asked
  // Asked once: every sheet is of the same PCs in the same places.
  const found = await planMembers(database, asked)
  const { notMeasured } = found
  const about = aboutPlan({ terms, at, notMeasured }, { language, timeZone, who, unitName: await unitNameOf(database, asked) })
  const circumstances = { terms, about, language, timeZone }
  const withheld = await readWithheldPcs(database, asked, found, [...DONE_ABOUT, 'unknown'])
  const isOpen = ({ group }: WithheldPcs) => group.kind === 'unknown'
  const [undecided, needed] = [withheld.filter(isOpen), withheld.filter((one) => !isOpen(one))]
  const needs = needTable(pcsOf(database, asked, { verdicts: DONE_ABOUT }, found), { ...circumstances, withheld: needed })
  if (format === 'csv') return csvOf(needs)
  const plan = await makePlan(database, asked, found)
  const tables = [
    itemTable(plan, circumstances),
    planUnitTable(plan, circumstances),
    needs,
    undecidedTable(pcsOf(database, asked, { verdicts: ['unknown'] }, found), { ...circumstances, withheld: undecided }),
  ]
  return workbookOf(tables, { title: PLAN_TITLE[language] })
}

/** Any list behind a figure of the plan. */
export async function plannedTableOf(database: Database, asked: Omit<PlanFileAsked, 'issuer'>, criteria: PlannedCriteria): Promise<Table> {
  const { language, timeZone, terms, who, at, scope } = asked
  const [unitName, listed] = await Promise.all([asked.unit, criteria.inUnit].map((unit) => unitNameOf(database, { unit })))
  const found = await planMembers(database, asked)
  const shown = criteriaWords(criteria, { language, unitName: listed, years: terms.years })
  const about = [
    [LIST[language], shown] as const,
    ...aboutPlan({ terms, at, notMeasured: found.notMeasured }, { language, timeZone, who, unitName }),
    ...(scope === 'all-open' ? [[NOT_NAMED[language], NOT_NAMED_WHY[language]] as const] : []),
  ]
  return plannedTable(pcsOf(database, asked, criteria, found), { terms, title: shown, about, language, timeZone })
}

async function* pcsOf(
  database: Database,
  asked: PlanAsked,
  criteria: PlannedCriteria,
  found: Awaited<ReturnType<typeof planMembers>>,
): AsyncGenerator<readonly PlannedPc[]> {
  for await (const { rows } of readAhead(readPlannedPcs(database, asked, criteria, found))) yield rows
}

async function unitNameOf({ read }: Database, { unit }: { readonly unit: number | undefined }): Promise<string | undefined> {
  if (unit === undefined) return undefined
  return (await read.selectFrom('unit').select('name').where('id', '=', unit).executeTakeFirst())?.name
}
