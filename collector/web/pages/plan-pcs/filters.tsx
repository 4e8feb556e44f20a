/** What narrows the list: each filter that is set is a chip that takes it out again, each other one a choice. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { choiceText } from '@somay/shared/text/choices.ts'
import { NOT_PRICED, REMEDY_WORDS, VERDICTS } from '@somay/shared/text/plan.ts'
import { useId } from 'react'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import type { FilterKey, PlannedFilter } from '../plan/url-state.ts'
import { blockName, yearName } from './planned-words.ts'

type Option = { readonly value: string; readonly label: string }
type Props = {
  readonly filter: PlannedFilter
  readonly plan: Plan | undefined
  readonly onChange: (key: FilterKey, value: string | undefined) => void
}

export function Filters({ filter, plan, onChange }: Props) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  const choices = useChoices(plan, filter)
  return (
    <ul className="chips plan-chips" aria-label={say('filters')}>
      {choices.map(({ key, label, options }) => {
        const value = filter[key]
        if (value === undefined)
          return options.length > 0 && <Choice key={key} label={label} options={options} onChoose={(next) => onChange(key, next)} />
        const shown = options.find((one) => one.value === value)?.label ?? value
        const text = say('chip', { filter: label, value: shown })
        return (
          <li className="chip" key={key}>
            <span>{text}</span>
            <button
              type="button"
              className="chip-remove"
              onClick={() => onChange(key, undefined)}
              aria-label={say('removeFilter', { filter: text })}
            >
              ×
            </button>
          </li>
        )
      })}
      {filter.inBlock !== undefined && (
        <li className="chip">
          <span>{say('chip', { filter: say('block'), value: blockName(filter.inBlock, language) })}</span>
          <button
            type="button"
            className="chip-remove"
            onClick={() => onChange('inBlock', undefined)}
            aria-label={say('removeFilter', { filter: say('block') })}
          >
            ×
          </button>
        </li>
      )}
    </ul>
  )
}

function useChoices(
  plan: Plan | undefined,
  filter: PlannedFilter,
): { readonly key: FilterKey; readonly label: string; readonly options: readonly Option[] }[] {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  const words = (vocabulary: typeof VERDICTS | typeof REMEDY_WORDS) =>
    Object.keys(vocabulary).map((value) => ({ value, label: choiceText(vocabulary, value, language) }))
  const years = plan?.terms.years ?? []
  const first = years[0]?.year
  return [
    { key: 'verdict', label: say('verdict'), options: words(VERDICTS) },
    { key: 'remedy', label: say('remedy'), options: words(REMEDY_WORDS).filter(({ value }) => value !== 'none') },
    {
      key: 'year',
      label: say('year'),
      options: [
        ...years.map((_, place) => ({ value: String(place), label: yearName(String(place), first) })),
        { value: '-1', label: say('unfunded') },
      ],
    },
    // A figure leads there; beside the others it is no choice of its own.
    {
      key: 'unpriced',
      label: say('price'),
      options: filter.unpriced === undefined ? [] : [{ value: 'true', label: NOT_PRICED[language] }],
    },
    {
      key: 'inUnit',
      label: say('unit'),
      options: (plan?.rows ?? []).flatMap(({ unitId, name }) => (unitId === undefined ? [] : [{ value: String(unitId), label: name }])),
    },
  ]
}

type ChoiceProps = { readonly label: string; readonly options: readonly Option[]; readonly onChoose: (value: string) => void }

function Choice({ label, options, onChoose }: ChoiceProps) {
  const say = useText(plannedPcsText)
  const id = useId()
  return (
    <li className="chip-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value="" onChange={({ target }) => onChoose(target.value)}>
        <option value="">{say('any')}</option>
        {options.map(({ value, label: shown }) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </li>
  )
}
