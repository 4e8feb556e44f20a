/** The files of a plan, the same over HTTP and on the command line: the need list as CSV, a workbook with sums by formula, the official document. */
import type { Readable } from 'node:stream'
import type { PlannedPc } from '@somay/shared/api/plans.ts'
import type { VerdictKind } from '@somay/shared/text/plan.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { csvOf } from '../../export/csv.ts'
import type { Issuer, Letter } from '../../export/letter.ts'
import { workbookOf } from '../../export/xlsx.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { aboutPlan } from './about-plan.ts'
import { planLetter } from './letter.ts'
import { makePlan, type PlanAsked } from './make-plan.ts'
import { needTable, undecidedTable } from './need-list.ts'
import { readPlannedPcs } from './planned-pcs.ts'
import { itemTable, planUnitTable } from './summary-tables.ts'
import { readWithheldPcs, type WithheldPcs } from './withheld-pcs.ts'

const DONE_ABOUT = ['mend', 'replace', 'move'] as const satisfies readonly VerdictKind[]

const PLAN_TITLE: Words = { vi: 'Kế hoạch nâng cấp, thay mới máy tính', en: 'Plan of upgrading and replacing PCs' }

export type PlanFileAsked = PlanAsked & { readonly language: Language; readonly who: string; readonly issuer: Issuer }

export async function planLetterOf(database: Database, asked: PlanFileAsked): Promise<Letter> {
  const { language, timeZone, issuer } = asked
  const plan = await makePlan(database, asked)
  return planLetter(plan, { language, issuer, timeZone, about: [], unitName: await unitNameOf(database, asked) })
}

/** Lists are read from the database as the file is written. */
export async function planTableOf(database: Database, asked: PlanFileAsked, format: 'csv' | 'xlsx'): Promise<Readable> {
  const { language, timeZone, terms, who, at } = asked
  const about = aboutPlan({ terms, at }, { language, timeZone, who, unitName: await unitNameOf(database, asked) })
  const circumstances = { terms, about, language, timeZone }
  const withheld = await readWithheldPcs(database, asked, [...DONE_ABOUT, 'unknown'])
  const isOpen = ({ group }: WithheldPcs) => group.kind === 'unknown'
  const [undecided, needed] = [withheld.filter(isOpen), withheld.filter((one) => !isOpen(one))]
  const needs = needTable(pcsOf(database, asked, DONE_ABOUT), { ...circumstances, withheld: needed })
  if (format === 'csv') return csvOf(needs)
  const plan = await makePlan(database, asked)
  const tables = [
    itemTable(plan, circumstances),
    planUnitTable(plan, circumstances),
    needs,
    undecidedTable(pcsOf(database, asked, ['unknown']), { ...circumstances, withheld: undecided }),
  ]
  return workbookOf(tables, { title: PLAN_TITLE[language] })
}

async function* pcsOf(database: Database, asked: PlanAsked, verdicts: readonly VerdictKind[]): AsyncGenerator<readonly PlannedPc[]> {
  for await (const { rows } of readPlannedPcs(database, asked, { verdicts })) yield rows
}

async function unitNameOf({ read }: Database, { unit }: PlanAsked): Promise<string | undefined> {
  if (unit === undefined) return undefined
  return (await read.selectFrom('unit').select('name').where('id', '=', unit).executeTakeFirst())?.name
}
