/** Ceilings as rows to be typed into: what, from which day, how much, by whose decision. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { ITEM_NAMES, ITEMS, type Item } from '@somay/shared/text/plan.ts'
import { DayField } from '../../parts/day-field.tsx'
import { planText } from '../../text/plan.ts'
import { type CeilingRow, ceilingOf, doubleRows } from './ceiling-rows.ts'

type Props = { readonly rows: readonly CeilingRow[]; readonly onChange: (rows: readonly CeilingRow[]) => void }

export function CeilingTable({ rows, onChange }: Props) {
  const say = useText(planText)
  const doubles = doubleRows(rows)
  const put = (changed: CeilingRow) => onChange(rows.map((row) => (row.key === changed.key ? changed : row)))
  const add = () =>
    onChange([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, item: 'desktop', fromDay: '', dong: '', source: '' }])
  return (
    <div className="ceiling-rows">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('ceilings')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('item')}</th>
            <th scope="col">{say('ceilingFrom')}</th>
            <th scope="col">{say('ceilingDong')}</th>
            <th scope="col">{say('ceilingSource')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <EditedRow
              key={row.key}
              row={row}
              number={place + 1}
              problem={doubles.has(row.key) ? say('ceilingTwice') : undefined}
              onChange={put}
              onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          ))}
        </tbody>
      </table>
      <button type="button" onClick={add}>
        {say('addCeiling')}
      </button>
    </div>
  )
}

type RowProps = {
  readonly row: CeilingRow
  readonly number: number
  readonly problem: string | undefined
  readonly onChange: (row: CeilingRow) => void
  readonly onRemove: () => void
}

function EditedRow({ row, number, problem, onChange, onRemove }: RowProps) {
  const say = useText(planText)
  const { language } = useLanguage()
  const told = problem ?? (ceilingOf(row) ? undefined : say('ceilingProblem'))
  return (
    <>
      <tr>
        <td>
          <select
            aria-label={say('rowField', { field: say('item'), number })}
            value={row.item}
            onChange={({ target }) => onChange({ ...row, item: target.value as Item })}
          >
            {ITEM_NAMES.map((item) => (
              <option key={item} value={item}>
                {ITEMS[item][language]}
              </option>
            ))}
          </select>
        </td>
        <td>
          <DayField
            hidesLabel
            label={say('rowField', { field: say('ceilingFrom'), number })}
            day={row.fromDay === '' ? undefined : row.fromDay}
            onChoose={(day) => onChange({ ...row, fromDay: day ?? '' })}
          />
        </td>
        <td>
          <input
            type="text"
            className="dong-input"
            autoComplete="off"
            aria-label={say('rowField', { field: say('ceilingDong'), number })}
            value={row.dong}
            onChange={({ target }) => onChange({ ...row, dong: target.value })}
          />
        </td>
        <td>
          <input
            type="text"
            autoComplete="off"
            aria-label={say('rowField', { field: say('ceilingSource'), number })}
            value={row.source}
            onChange={({ target }) => onChange({ ...row, source: target.value })}
          />
        </td>
        <td>
          <button type="button" className="link" aria-label={say('rowField', { field: say('removeCeiling'), number })} onClick={onRemove}>
            {say('removeCeiling')}
          </button>
        </td>
      </tr>
      {told !== undefined && (
        <tr>
          <td colSpan={5}>
            <p className="problem" role="status">
              {told}
            </p>
          </td>
        </tr>
      )}
    </>
  )
}
