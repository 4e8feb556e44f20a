/** What a fact says, as a block: pairs, tables, and below them why something in it is unknown; or why all of it is. */
import { createElement } from 'react'
import { factText } from '../text/fact-text.ts'
import { isRecord, type Schema, valueSchema } from '../text/read-schema.ts'
import { layoutOf, reasonsIn } from '../text/reading.ts'
import { reasonText, remedyText } from '../text/reasons.ts'
import { FactValue } from './fact-value.tsx'
import { useLanguage, useManner, useText } from './language.tsx'
import { UnknownMark } from './unknown-mark.tsx'

type Known = {
  readonly value: unknown
  readonly schema: Schema | undefined
  /** Of the tables in it: one below that of the fact's own title. */
  readonly headingLevel: 3 | 4
  readonly isNarrow?: boolean
}

export function KnownFact({ value, schema, headingLevel, isNarrow }: Known) {
  const manner = useManner()
  const say = useText(factText)
  if (!isRecord(value)) return <FactValue value={value} schema={schema} isNarrow={isNarrow} />
  const { pairs, tables } = layoutOf(value, schema, manner)
  return (
    <>
      {pairs.length > 0 && (
        <dl className="pairs">
          {pairs.map(({ key, title, schema: one }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd>
                <FactValue value={value[key]} schema={valueSchema(one)} isNarrow={isNarrow} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {tables.map(({ key, title, schema: one }) => (
        <div key={key} className="fact-table">
          {createElement(`h${headingLevel}`, undefined, title)}
          <FactValue value={value[key]} schema={one} isNarrow={isNarrow} />
        </div>
      ))}
      {reasonsIn(value).map((reason) => (
        <p key={reason} className="note">
          {say('unknownBecause', { reason: reasonText(reason, manner.language) })} {remedyText(reason, manner.language)}
        </p>
      ))}
    </>
  )
}

type Unknown = { readonly reason: string; readonly detail?: string | undefined; readonly remedy?: string }

/** `remedy`: what to do about it, when it is not what the reason itself suggests. */
export function UnknownFact({ reason, detail, remedy }: Unknown) {
  const { language } = useLanguage()
  return (
    <p>
      <UnknownMark reason={reason} detail={detail} said />. <span className="soft">{remedy ?? remedyText(reason, language)}</span>
    </p>
  )
}
