/** One value of a fact, whatever the fact: text, unknown with its reason, left blank, a list, a small table. */
import { columnsOf, type Schema, titleOf, valueSchema } from '@somay/shared/text/read-schema.ts'
import { groupText, read, scalarText } from '@somay/shared/text/reading.ts'
import { reasonText } from '@somay/shared/text/reasons.ts'
import { useState } from 'react'
import { Wide } from '../parts/wide.tsx'
import { useLanguage, useManner, useText } from '../text/language.tsx'
import { sentText } from '../text/sent.ts'

const FIRST_ROWS = 10

export function FactValue({ value, schema }: { value: unknown; schema: Schema | undefined }) {
  const manner = useManner()
  const say = useText(sentText)
  if (value === undefined) return <span className="soft">{say('none')}</span>
  const reading = read(value, schema, manner)
  switch (reading.kind) {
    case 'unknown':
      return <UnknownMark reason={reading.reason} detail={reading.detail} />
    case 'placeholder':
      return (
        <span className="placeholder">
          <bdi>“{reading.text}”</bdi> <span className="soft">({say('placeholder')})</span>
        </span>
      )
    case 'rows':
      return <Rows items={reading.items} schema={schema} />
    case 'list':
      if (reading.items.length === 0) return <span className="soft">{say('none')}</span>
      return <bdi>{reading.items.map((item) => scalarText(item, valueSchema(schema)?.items, manner)).join(', ')}</bdi>
    case 'group':
      return <bdi>{groupText(reading.value, schema, manner)}</bdi>
    case 'text':
      return <bdi>{reading.text}</bdi>
  }
}

/** `isBrief`: no room beside the mark, and the reason stands under the table; it is on hovering too, and for ears. */
export function UnknownMark({ reason, detail, isBrief = false }: { reason: string; detail: string | undefined; isBrief?: boolean }) {
  const { language } = useLanguage()
  const say = useText(sentText)
  const why = reasonText(reason, language)
  if (isBrief) {
    return (
      <span className="unknown" title={detail === undefined ? why : `${why} (${detail})`}>
        {say('unknown')}
        <span className="visually-hidden">: {why}</span>
      </span>
    )
  }
  return (
    <>
      <span className="unknown" title={detail}>
        {say('unknown')}
      </span>{' '}
      <span className="why">{why}</span>
    </>
  )
}

function Rows({ items, schema }: { items: readonly Record<string, unknown>[]; schema: Schema | undefined }) {
  const manner = useManner()
  const say = useText(sentText)
  const [all, setAll] = useState(false)
  const columns = columnsOf(items, schema, manner.language)
  const visible = all ? items : items.slice(0, FIRST_ROWS)
  return (
    <Wide label={titleOf('', schema, manner.language)}>
      <table>
        <caption className="visually-hidden">{titleOf('', schema, manner.language)}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, schema: one }) => (
              <th key={key} scope="col" className={classOf(one)}>
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
                <td key={key} className={classOf(one)}>
                  <Cell value={item[key]} schema={one} />
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

/** A list of things inside a row stays on its line: a table in a table reads as nothing. */
function Cell({ value, schema }: { value: unknown; schema: Schema | undefined }) {
  const manner = useManner()
  const reading = value === undefined ? undefined : read(value, schema, manner)
  if (reading?.kind === 'unknown') return <UnknownMark reason={reading.reason} detail={reading.detail} isBrief />
  if (reading?.kind !== 'rows') return <FactValue value={value} schema={schema} />
  return <bdi>{reading.items.map((item) => groupText(item, valueSchema(schema)?.items, manner)).join('; ')}</bdi>
}

function classOf(schema: Schema | undefined): string | undefined {
  const type = valueSchema(schema)?.type
  return type === 'integer' || type === 'number' ? 'number' : undefined
}
