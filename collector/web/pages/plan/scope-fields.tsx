/** The day a plan is of, its units, its years and what each may spend. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { DayField } from '../../parts/day-field.tsx'
import { UnitChoice } from '../../parts/unit-choice.tsx'
import { planText } from '../../text/plan.ts'
import { apart, budgetIn, MOST_YEARS, withBudget, withYears, yearsIn } from './budget.ts'
import { MoneyField } from './money-field.tsx'
import { type PlanView, withKey } from './url-state.ts'
import type { ChangePlan } from './use-plan-view.ts'

type Props = {
  readonly view: PlanView
  readonly change: ChangePlan
  readonly plan: Plan | undefined
  readonly unitName: string | undefined
}

/** What the collector takes as a budget. */
const MOST_DONG = 999_999_999_999_999

export function ScopeFields({ view, change, plan, unitName }: Props) {
  const say = useText(planText)
  const firstYear = firstYearOf(view, plan)
  return (
    <section>
      <h2>{say('scope')}</h2>
      <div className="term">
        <DayField label={say('on')} day={view.on ?? plan?.terms.on} onChoose={(on, how) => change((now) => withKey(now, 'on', on), how)} />
      </div>
      <div className="term wide">
        <UnitChoice
          label={say('within')}
          none={say('everywhere')}
          unit={idIn(view.unit)}
          onChange={(unit) => change((now) => withKey(now, 'unit', unit))}
        />
      </div>
      <YearFields view={view} change={change} firstYear={firstYear} />
      <BudgetFields view={view} change={change} firstYear={firstYear} unitName={unitName} />
    </section>
  )
}

/** As the collector has it: without a word of it, the year after its own. */
function firstYearOf(view: PlanView, plan: Plan | undefined): number | undefined {
  return /^\d{4}$/.test(view.firstYear ?? '') ? Number(view.firstYear) : plan?.terms.years[0]?.year
}

function idIn(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined
}

type YearProps = { readonly view: PlanView; readonly change: ChangePlan; readonly firstYear: number | undefined }

/** So far before and after the year shown. */
const YEARS_AROUND = 5

function YearFields({ view, change, firstYear }: YearProps) {
  const say = useText(planText)
  const ids = { years: useId(), first: useId() }
  const shown = firstYear === undefined ? [] : Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, place) => firstYear - YEARS_AROUND + place)
  return (
    <div className="term years">
      <label htmlFor={ids.years}>{say('years')}</label>
      <select id={ids.years} value={yearsIn(view)} onChange={({ target }) => change((now) => withYears(now, Number(target.value)))}>
        {Array.from({ length: MOST_YEARS }, (_, place) => (
          <option key={place + 1}>{place + 1}</option>
        ))}
      </select>
      <label htmlFor={ids.first}>{say('firstYear')}</label>
      <select id={ids.first} value={firstYear ?? ''} onChange={({ target }) => change((now) => withKey(now, 'firstYear', target.value))}>
        {shown.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </div>
  )
}

function BudgetFields({ view, change, firstYear, unitName }: YearProps & { readonly unitName: string | undefined }) {
  const say = useText(planText)
  const budget = budgetIn(view)
  const years = yearsIn(view)
  return (
    <>
      {budget.kind === 'each' ? (
        budget.dong.map((dong, place) => {
          const year = firstYear === undefined ? String(place + 1) : String(firstYear + place)
          return (
            <MoneyField
              key={year}
              label={say('budgetOf', { year })}
              dong={dong}
              most={MOST_DONG}
              onTell={(next, how) =>
                change((now) => {
                  const own = budgetIn(now)
                  if (own.kind !== 'each' || next === null) return now
                  return withBudget(now, { kind: 'each', dong: own.dong.map((before, at) => (at === place ? next : before)) })
                }, how)
              }
            />
          )
        })
      ) : (
        <MoneyField
          label={say('budget')}
          dong={budget.kind === 'same' ? budget.dong : null}
          mayBeEmpty
          most={MOST_DONG}
          note={say('budgetNote')}
          onTell={(dong, how) => change((now) => withBudget(now, dong === null ? { kind: 'none' } : { kind: 'same', dong }), how)}
        />
      )}
      {budget.kind !== 'none' && years > 1 && (
        <label className="tick plain-term">
          <input type="checkbox" checked={budget.kind === 'each'} onChange={({ target }) => change((now) => apart(now, target.checked))} />
          {say('budgetApart')}
        </label>
      )}
      {budget.kind !== 'none' && unitName !== undefined && <p className="note plain-term">{say('budgetScope', { unit: unitName })}</p>}
    </>
  )
}
