/** An array of a fact as a small table; a long one shows its beginning until asked. */
import { useState } from 'react'
import { factText } from '../text/fact-text.ts'
import { columnsOf, type Schema, titleOf, valueSchema } from '../text/read-schema.ts'
import { FactCell } from './fact-cell.tsx'
import { useLanguage, useText } from './language.tsx'
import { Wide } from './wide.tsx'

const FIRST_ROWS = 10

type Props = {
  readonly items: readonly Record<string, unknown>[]
  readonly schema: Schema | undefined
  readonly isNarrow?: boolean | undefined
}

export function FactRows({ items, schema, isNarrow }: Props) {
  const { language } = useLanguage()
  const say = useText(factText)
  const [all, setAll] = useState(false)
  const columns = columnsOf(items, schema, language)
  const visible = all ? items : items.slice(0, FIRST_ROWS)
  const title = titleOf('', schema, language)
  return (
    <Wide label={title}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title: heading, schema: one }) => (
              <th key={key} scope="col" className={classOf(one)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visible.map((item, place) => (
            // Rows never move here, and two of them may be equal: their place is their key.
            <tr key={place}>
              {columns.map(({ key, schema: one }) => (
                <td key={key} className={classOf(one)}>
                  <FactCell value={item[key]} schema={one} isNarrow={isNarrow} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {visible.length < items.length && (
        <button type="button" onClick={() => setAll(true)}>
          {say('showAll', { count: items.length })}
        </button>
      )}
    </Wide>
  )
}

function classOf(schema: Schema | undefined): string | undefined {
  const type = valueSchema(schema)?.type
  return type === 'integer' || type === 'number' ? 'number' : undefined
}
