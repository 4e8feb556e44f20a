/** Makes or changes one filter: a column, a condition, and a value of the column's kind. */
import type { Column, FilterOperator } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { type Filter, isOperator, operatorPhrase } from '@somay/shared/text/filter-sentence.ts'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { filterEditorText } from '../../text/pc-list.ts'
import { isDaysAgo, readTyped, typedOf } from './typed-value.ts'
import { ValueEditor } from './value-editor.tsx'

type Props = {
  columns: readonly Column[]
  filter: Filter | undefined
  /** Which column a new filter begins with. */
  startColumn: string | undefined
  timeZone: string
  onApply: (filter: Filter) => void
  onClose: () => void
}

export function FilterEditor({ columns, filter, startColumn, timeZone, onApply, onClose }: Props) {
  const say = useText(filterEditorText)
  const { language } = useLanguage()
  const columnId = useId()
  const operatorId = useId()
  const [key, setKey] = useState(filter?.column ?? startColumn ?? columns[0]?.key ?? '')
  const column = columns.find((one) => one.key === key) ?? columns[0]
  const [operator, setOperator] = useState(filter?.operator ?? '')
  const [typed, setTyped] = useState(() => typedOf(filter, column, { language, timeZone }))
  const [checked, setChecked] = useState(false)
  if (!column) return null

  const operators = operatorsOf(column)
  const chosen = operators.find((one) => one === operator) ?? operators[0]
  const needsValue = chosen !== 'known' && chosen !== 'unknown'
  const value = chosen === undefined ? undefined : needsValue ? readTyped(typed, chosen, column, timeZone) : ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (chosen !== undefined && value !== undefined) onApply({ column: column.key, operator: chosen, value })
  }
  return (
    <Dialog title={say('title')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor={columnId}>{say('column')}</label>
          <select
            id={columnId}
            value={column.key}
            onChange={(event) => {
              setKey(event.target.value)
              setOperator('')
              setTyped('')
              setChecked(false)
            }}
          >
            {columns.map((one) => (
              <option key={one.key} value={one.key}>
                {one.heading[language]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={operatorId}>{say('condition')}</label>
          <select
            id={operatorId}
            value={chosen}
            onChange={(event) => {
              // "7" days and a day of the calendar are typed differently.
              if (chosen !== undefined && isDaysAgo(chosen) !== isDaysAgo(event.target.value)) setTyped('')
              setOperator(event.target.value)
            }}
          >
            {operators.map((one) => (
              <option key={one} value={one}>
                {operatorPhrase(one, column, language)}
              </option>
            ))}
          </select>
        </div>
        {needsValue ? (
          <ValueEditor
            key={column.key}
            column={column}
            operator={chosen}
            typed={typed}
            onChange={setTyped}
            wrong={checked && value === undefined}
          />
        ) : (
          <p className="note">{say('noValue')}</p>
        )}
        <div className="dialog-actions">
          <span className="fill" />
          <button type="submit" className="primary">
            {say('apply')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** Those these pages know; "exactly" a moment in milliseconds is asked by nobody. */
function operatorsOf(column: Column): FilterOperator[] {
  return column.operators.filter(isOperator).filter((one) => !(column.kind === 'instant' && one === 'eq'))
}
