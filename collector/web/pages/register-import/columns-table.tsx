/** The first rows of the list under what each column is taken for, which a person may put right. */
import type { ListPreview, RegisterMapping } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { REGISTER_FIELD_NAMES, REGISTER_FIELDS, type RegisterField } from '@somay/shared/text/register.ts'
import { importText } from '../../text/register.ts'
import { mappedTo, type ReadingChange } from './mapping.ts'

type Props = { preview: ListPreview; onChange: (change: ReadingChange) => void }

export function ColumnsTable({ preview, onChange }: Props) {
  const say = useText(importText)
  const { language } = useLanguage()
  const { headings, mapping, sample } = preview
  const columns = headings.map((heading, column) => ({ key: `${column} ${heading}`, heading, column }))
  const fieldOf = (column: number) => REGISTER_FIELD_NAMES.find((field) => mapping[field] === column)
  const choose = (column: number, field: RegisterField | undefined) =>
    onChange({ mapping: mappedTo(mapping as RegisterMapping, column, field) })
  return (
    <div className="count-frame">
      <table className="count-table plain-rows sample">
        <caption className="visually-hidden">{say('columns')}</caption>
        <thead>
          <tr>
            {columns.map(({ key, heading, column }) => (
              <th key={key} scope="col">
                <select
                  aria-label={say('column', { name: heading || String(column + 1) })}
                  value={fieldOf(column) ?? ''}
                  onChange={({ target }) => choose(column, target.value === '' ? undefined : (target.value as RegisterField))}
                >
                  <option value="">{say('leaveOut')}</option>
                  {REGISTER_FIELD_NAMES.map((field) => (
                    <option key={field} value={field}>
                      {REGISTER_FIELDS[field][language]}
                    </option>
                  ))}
                </select>
                <div>
                  <bdi>{heading}</bdi>
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((row) => (
            <tr key={row.join(' ')}>
              {columns.map(({ key, column }) => (
                <td key={key}>
                  <bdi>{row[column] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
