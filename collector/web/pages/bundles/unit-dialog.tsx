/** Which files are of PCs of which unit: all of them unless some are ticked off, because sticks come from several units at once. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { type FormEvent, useState } from 'react'
import { useUnits } from '../../api/pcs.ts'
import { Choices } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { bundlesText } from '../../text/bundles.ts'
import type { Row } from './rows.ts'

type Props = { rows: readonly Row[]; onChosen: (ids: readonly number[], unitId: number) => void; onClose: () => void }

export function UnitDialog({ rows, onChosen, onClose }: Props) {
  const say = useText(bundlesText)
  const { language } = useLanguage()
  const units = useUnits({ enabled: true })
  const [left, leave] = useState<ReadonlySet<number>>(new Set())
  const [picked, pick] = useState<readonly string[]>([])
  const [checked, setChecked] = useState(false)
  const choices = (units.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
  // Whoever has but one unit need not choose it.
  const only = choices.length === 1 ? choices.map(({ value }) => value) : []
  const chosen = picked.length > 0 ? picked : only
  const ids = rows.map(({ id }) => id).filter((id) => !left.has(id))
  const toggle = (id: number) => leave((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    const [unitId] = chosen
    if (unitId !== undefined && ids.length > 0) onChosen(ids, Number(unitId))
  }
  return (
    <Dialog title={say('unitTitle')} wide onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="note">{say('unitNote')}</p>
        {units.error && <ErrorPanel error={units.error} onRetry={() => void units.refetch()} />}
        <div className="unit-choice">
          <div>
            <Choices
              key={choices.length}
              legend={say('unit')}
              single
              choices={choices}
              chosen={chosen}
              onChange={pick}
              problem={checked && chosen.length === 0 ? say('unitProblem') : undefined}
            />
          </div>
          <div>
            <fieldset className="choices long">
              <legend>{say('unitFiles')}</legend>
              {rows.map(({ id, fileName }) => (
                <label key={id} className="tick" title={fileName}>
                  <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
                  <bdi>{fileName}</bdi>
                </label>
              ))}
            </fieldset>
            {checked && ids.length === 0 && <p className="problem">{say('unitFilesProblem')}</p>}
          </div>
        </div>
        <div className="dialog-actions">
          <span className="fill" />
          <button type="submit" className="primary">
            {ids.length === 1 ? say('unitApplyOne') : say('unitApply', { count: formatNumber(ids.length, language) })}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
