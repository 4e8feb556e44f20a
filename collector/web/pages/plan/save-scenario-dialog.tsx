/** Keeps the terms of a plan under a name, just as the address has them. */
import type { Made, NewScenario } from '@somay/shared/api/committed-plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useState } from 'react'
import { SCENARIOS_KEY } from '../../api/committed-plans.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { partsText } from '../../text/parts.ts'
import { scenariosText } from '../../text/scenarios.ts'
import { askedOf } from './asked.ts'
import type { PlanView } from './url-state.ts'

type Props = { readonly view: PlanView; readonly onClose: () => void; readonly onSaved: (name: string) => void }

const LONGEST_NAME = 100

export function SaveScenarioDialog({ view, onClose, onSaved }: Props) {
  const say = useText(scenariosText)
  const sayPart = useText(partsText)
  const [typed, setTyped] = useState('')
  const [wasSent, setSent] = useState(false)
  const name = typed.trim()
  const fits = name !== '' && name.length <= LONGEST_NAME
  const deed = useDeed<Made>([SCENARIOS_KEY], () => onSaved(name))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (fits) deed.mutate({ method: 'POST', path: '/scenarios', body: { name, asked: askedOf(view) } satisfies NewScenario })
  }
  return (
    <Dialog title={say('saveTitle')} wide onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{say('saveWhat')}</p>
        {view.on === undefined && <p className="soft">{say('saveOpenDay')}</p>}
        <Field
          label={say('name')}
          problem={wasSent && !fits ? say('nameProblem') : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={LONGEST_NAME}
          autoFocus
          required
        />
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {sayPart('save')}
        </button>
      </form>
    </Dialog>
  )
}
