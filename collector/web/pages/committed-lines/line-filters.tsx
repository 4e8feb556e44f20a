/** What narrows the lines of a committed plan: outcome, year, and unit or block, each in a list of its own. */
import type { CommittedFilter, CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { OUTCOMES } from '@somay/shared/text/plan.ts'
import { useId } from 'react'
import { committedText } from '../../text/committed.ts'
import { OUTCOME_NAMES } from '../committed-plan/outcome-names.ts'
import { readLineFilter } from '../plan/committed-address.ts'

type Option = { readonly value: string; readonly label: string }
type Props = {
  readonly plan: CommittedPlan
  readonly filter: CommittedFilter
  readonly onChange: (filter: CommittedFilter) => void
}

const INDENT = '\u00a0\u00a0\u00a0'

export function LineFilters({ plan, filter, onChange }: Props) {
  const say = useText(committedText)
  const { language } = useLanguage()
  const { outcome, year, unit, block } = filter
  const places = plan.rows.map(({ kind, unitId, name, block: own, depth }): Option => {
    if (kind === 'block' || unitId === undefined) return { value: `block=${own}`, label: `${name}. ${choiceText(BLOCKS, name, language)}` }
    return { value: `unit=${unitId}`, label: INDENT.repeat(depth) + name }
  })
  const years: Option[] = plan.terms.years.map((one, place) => ({ value: String(place), label: String(one.year) }))
  /** Each choice is one parameter of the address, or two that exclude each other. */
  const change = (keys: readonly (keyof CommittedFilter)[], parameters: string) => {
    const kept = Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.includes(key as keyof CommittedFilter)))
    onChange({ ...kept, ...readLineFilter(parameters) })
  }
  return (
    <ul className="chips plan-chips" aria-label={say('filters')}>
      <Choice
        label={say('outcome')}
        options={OUTCOME_NAMES.map((name) => ({ value: name, label: OUTCOMES[name][language] }))}
        value={outcome}
        onChoose={(value) => change(['outcome'], `outcome=${value}`)}
      />
      <Choice
        label={say('year')}
        options={[...years, { value: '-1', label: say('noYear') }]}
        value={year === undefined ? undefined : String(year)}
        onChoose={(value) => change(['year'], `year=${value}`)}
      />
      <Choice
        label={say('unit')}
        options={places}
        value={unit === undefined ? block && `block=${block}` : `unit=${unit}`}
        onChoose={(value) => change(['unit', 'block'], value)}
      />
    </ul>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly onChoose: (value: string) => void
}

function Choice({ label, options, value = '', onChoose }: ChoiceProps) {
  const say = useText(committedText)
  const id = useId()
  return (
    <li className="chip-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{say('any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </li>
  )
}
