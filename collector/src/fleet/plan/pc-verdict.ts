/** What every rule says of one PC, from its facts as they stand now: the truth that the fleet's answer is tested against, with the reason of all that is unknown. */
import type { PcVerdict } from '@somay/shared/api/planned-pcs.ts'
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import type { FactName } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, mayBeNamed } from '../../access/scope.ts'
import { measure } from '../../plan/measures/measure.ts'
import { notReported } from '../../plan/measures/measured.ts'
import { MEASURED_FACTS, type MeasureName, type Measures } from '../../plan/measures/measures.ts'
import type { Reference } from '../../plan/reference/reference.ts'
import { RULES } from '../../plan/rules/index.ts'
import type { Outcome, Rule } from '../../plan/rules/rule.ts'
import { verdictOf } from '../../plan/verdict.ts'
import { WINDOWS_11_RULES, windows11Of } from '../../plan/windows-11.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { decodeBody } from '../../store/fact-encoding.ts'
import { circumstancesOf } from './terms.ts'

type Asked = { readonly pcId: number; readonly scope: Scope; readonly terms: PlanTerms; readonly reference: Reference }
type Held = { readonly bodies: Readonly<Record<string, FactBody>>; readonly since: ReadonlyMap<string, number> }

/** Undefined when there is no such PC for this caller. */
export async function readPcVerdict(database: Database, { pcId, scope, terms, reference }: Asked): Promise<PcVerdict | undefined> {
  const { rows } = await sql<{ inventory_at: number | null; year_in_use: number | null }>`
    select c.inventory_at, e.year_in_use from pc join pc_contact c on c.pc_id = pc.id
    left join register_match m on m.pc_id = pc.id left join register_entry e on e.item_id = m.item_id and e.until_day is null
    where pc.id = ${pcId} and pc.merged_into is null and ${inScope(database.dialect, scope, sql`pc.unit_id`)} and ${mayBeNamed(scope, sql`pc.id`)}`.execute(
    database.read,
  )
  const [pc] = rows
  if (!pc) return undefined
  const held = await readFacts(database, pcId)
  const yearInUse = pc.year_in_use === null ? undefined : Number(pc.year_in_use)
  const measures = measure(held.bodies, yearInUse, reference)
  const { kind, remedies, works, costDong, points, nature, missing, life, outcomes, silent } = verdictOf(measures, circumstancesOf(terms))
  return {
    terms,
    verdict: kind,
    remedies: [...remedies],
    works: [...works],
    ...(costDong !== undefined && { costDong }),
    nature,
    missing: missing.map((name) => whyMissing(name, measures, MEASURED_FACTS)),
    points,
    life,
    ...(yearInUse !== undefined && { yearInUse }),
    rules: RULES.map((rule) => ({
      code: rule.code,
      title: rule.title,
      question: rule.question,
      holdsUp: rule.holdsUp,
      points: rule.points,
      source: { ...rule.source, title: inBoth(rule.source.title) },
      facts: rule.facts.map((fact) => {
        const since = held.since.get(fact)
        return { fact, ...(since !== undefined && { since }) }
      }),
      ...toldBy(rule, outcomes.get(rule.code) as Outcome, silent, measures),
    })),
    windows11: readinessOf(measures),
    ...(pc.inventory_at !== null && { inventoryAt: Number(pc.inventory_at) }),
  }
}

type Told = Pick<PcVerdict['rules'][number], 'outcome' | 'remedy' | 'says' | 'missing'>

function inBoth(title: string | Words): Words {
  return typeof title === 'string' ? { vi: title, en: title } : title
}

function toldBy({ code, facts }: Rule, outcome: Outcome, silent: readonly string[], measures: Measures): Told {
  if (silent.includes(code)) return { outcome: 'not-asked', missing: [] }
  if (outcome.is === 'unknown') {
    const missing = outcome.missing.map((name) => whyMissing(name, measures, facts))
    return { outcome: 'unknown', missing, ...(outcome.says && { says: outcome.says }) }
  }
  return { outcome: outcome.is, says: outcome.says, missing: [], ...(outcome.is === 'blocks' && { remedy: outcome.remedy }) }
}

function readinessOf(measures: Measures): PcVerdict['windows11'] {
  const { state, hinders, missing } = windows11Of(measures)
  const facts: Rule['facts'] = ['os', ...WINDOWS_11_RULES.flatMap((rule) => rule.facts)]
  return { state, reasons: hinders.map(({ says }) => says), missing: missing.map((name) => whyMissing(name, measures, facts)) }
}

/** Nobody failed to read what is in no report. */
function whyMissing(name: MeasureName, measures: Measures, facts: readonly FactName[]): Told['missing'][number] {
  const value = measures[name]
  if (!isUnknown(value)) throw new Error(`${name} is known`)
  if (facts.some((fact) => value.detail === notReported(fact))) return { measure: name, reason: 'no-report' }
  // It was read: what is missing is a table that knows what came after.
  if (name === 'missingSince' && !isUnknown(measures.patchedUntil)) return { measure: name, reason: 'table-old' }
  return { measure: name, reason: value.unknown, ...(value.detail !== undefined && { detail: value.detail }) }
}

async function readFacts({ read }: Database, pcId: number): Promise<Held> {
  const { rows } = await sql<{ fact: string; since: number; encoding: number; body: Buffer }>`
    select f.fact, f.since, b.encoding, b.body from pc_fact f join fact_body b on b.id = f.body_id
      where f.pc_id = ${pcId} and f.until is null and f.fact in (${sql.join(MEASURED_FACTS)})
    union all select fact, since, encoding, body from pc_latest where pc_id = ${pcId} and fact in (${sql.join(MEASURED_FACTS)})`.execute(
    read,
  )
  return {
    bodies: Object.fromEntries(rows.map((row) => [row.fact, decodeBody(row)])),
    since: new Map(rows.map(({ fact, since }) => [fact, Number(since)])),
  }
}
