/** An array of a fact as a small table; a long one shows its beginning until asked. */

import { columnsOf, type Schema, titleOf, valueSchema } from '@somay/shared/text/read-schema.ts'
import { useState } from 'react'
import { useLanguage, useText } from '../../text/language.tsx'
import { pcText } from '../../text/pc.ts'
import { FactCell } from './fact-cell.tsx'

const FIRST_ROWS = 10

export function FactRows({ items, schema }: { items: readonly Record<string, unknown>[]; schema: Schema | undefined }) {
  const { language } = useLanguage()
  const say = useText(pcText)
  const [all, setAll] = useState(false)
  const columns = columnsOf(items, schema, language)
  const visible = all ? items : items.slice(0, FIRST_ROWS)
  return (
    <div className="fact-rows">
      <table>
        <caption className="visually-hidden">{titleOf('', schema, language)}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, schema: one }) => (
              <th key={key} scope="col" className={isNumber(one) ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visible.map((item, place) => (
            // Rows never move here, and two of them may be equal: their place is their key.
            <tr key={place}>
              {columns.map(({ key, schema: one }) => (
                <td key={key} className={isNumber(one) ? 'number' : undefined}>
                  <FactCell value={item[key]} schema={one} />
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
    </div>
  )
}

function isNumber(schema: Schema | undefined): boolean {
  const type = valueSchema(schema)?.type
  return type === 'integer' || type === 'number'
}
