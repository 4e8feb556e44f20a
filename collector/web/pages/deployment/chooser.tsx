/** For which unit, which system and which method a token is made; beside it what to copy and, once the token is there, what to run. */
import type { GivenToken } from '@somay/shared/api/tokens.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useId, useState } from 'react'
import { ENROL_TOKENS_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { UnitField } from '../../parts/unit-field.tsx'
import { wholeNumberIn } from '../../parts/whole-number.ts'
import { deploymentText } from '../../text/deployment.ts'
import { tokensText } from '../../text/tokens.ts'
import { methodNames, systemNames } from '../../text/ways.ts'
import { METHODS, type Method, SYSTEMS, type System, type ToldByCollector } from './commands.ts'
import { Instructions } from './instructions.tsx'
import { type DeploymentView, methodFor } from './url-state.ts'

const MOST_DAYS = 366
const MOST_USES = 1_000_000

type Props = {
  readonly view: DeploymentView
  readonly show: (view: DeploymentView) => void
  /** Empty: the address this page came from. */
  readonly told: ToldByCollector
}

export function Chooser({ view, show, told }: Props) {
  const say = useText(deploymentText)
  const sayToken = useText(tokensText)
  const { language } = useLanguage()
  const [label, setLabel] = useState('')
  const [days, setDays] = useState('30')
  const [uses, setUses] = useState('100')
  const [checked, setChecked] = useState(false)
  const deed = useDeed<GivenToken>([ENROL_TOKENS_KEY])
  const { unit, system, method } = view
  const usualLabel = `${systemNames[system][language]}, ${methodNames[method][language]}`
  const validDays = wholeNumberIn(days, MOST_DAYS)
  const useLimit = wholeNumberIn(uses, MOST_USES)
  const choose = (next: DeploymentView) => {
    // The token belongs to the unit it was made for; how it is carried to the PCs may be thought over.
    if (next.unit !== unit) deed.reset()
    show(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (unit === undefined || validDays === undefined || useLimit === undefined) return
    deed.mutate({
      method: 'POST',
      path: '/enrol-tokens',
      body: { unitId: unit, label: label.trim() || usualLabel, days: validDays, useLimit },
    })
  }
  return (
    <div className="deploying">
      <form className="form" onSubmit={submit} noValidate>
        <UnitField
          label={sayToken('unit')}
          unit={unit}
          onChange={(chosen) => choose({ ...view, unit: chosen })}
          problem={checked && unit === undefined ? sayToken('unitProblem') : undefined}
        />
        <div className="field-pair">
          <Choice
            label={say('system')}
            value={system}
            options={SYSTEMS.map((one) => [one, systemNames[one][language]])}
            onChange={(chosen: System) => choose({ ...view, system: chosen, method: methodFor(chosen, method) })}
          />
          <Choice
            label={say('method')}
            value={method}
            options={METHODS[system].map((one) => [one, methodNames[one][language]])}
            onChange={(chosen: Method) => choose({ ...view, method: chosen })}
          />
        </div>
        <div className="field-pair">
          <Field
            label={sayToken('uses')}
            problem={checked && useLimit === undefined ? sayToken('usesProblem') : undefined}
            value={uses}
            onChange={setUses}
            inputMode="numeric"
            required
          />
          <Field
            label={sayToken('days')}
            problem={checked && validDays === undefined ? sayToken('daysProblem', { most: String(MOST_DAYS) }) : undefined}
            value={days}
            onChange={setDays}
            inputMode="numeric"
            required
          />
        </div>
        <Field label={sayToken('label')} note={say('labelNote', { usual: usualLabel })} value={label} onChange={setLabel} maxLength={200} />
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {sayToken('newEnrolToken')}
        </button>
      </form>
      <Instructions system={system} method={method} told={told} token={deed.data?.token} />
    </div>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [value: T, label: string])[]
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as T)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
