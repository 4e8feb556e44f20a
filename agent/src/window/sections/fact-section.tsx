/** One fact as it was sent: what it is in the margin, its values beside it, the JSON below. */
import type { Catalogue } from '@somay/shared/api/pcs.ts'
import { asSchema, isRecord, type Schema, valueSchema } from '@somay/shared/text/read-schema.ts'
import { layoutOf, readBody, reasonsIn } from '@somay/shared/text/reading.ts'
import { reasonText, remedyText } from '@somay/shared/text/reasons.ts'
import { useLanguage, useManner, useText } from '../text/language.tsx'
import { sentText } from '../text/sent.ts'
import { FactValue, UnknownMark } from './fact-value.tsx'

type Props = { name: string; spec: Catalogue[number] | undefined; body: unknown }

export function FactSection({ name, spec, body }: Props) {
  const { language } = useLanguage()
  const say = useText(sentText)
  const found = readBody(body)
  return (
    <section className="fact" id={name} aria-labelledby={`${name}-title`}>
      <div className="fact-margin">
        <h2 id={`${name}-title`}>{spec?.title[language] ?? name}</h2>
        <p className="note">{spec?.sentence[language] ?? say('newer')}</p>
        {spec?.personal === true && <p className="note">{say('personal')}</p>}
      </div>
      <div className="fact-body">
        {'unknown' in found ? (
          <p>
            <UnknownMark reason={found.unknown} detail={found.detail} />.{' '}
            <span className="soft">{remedyText(found.unknown, language)}</span>
          </p>
        ) : (
          <Known value={found.known} schema={asSchema(spec?.value)} />
        )}
        <div className="provenance">
          {found.source !== undefined && (
            <span>
              {say('source')} <bdi>{found.source}</bdi>
            </span>
          )}
          <details className="raw">
            <summary>{say('raw')}</summary>
            <pre>{JSON.stringify(body, null, 2)}</pre>
          </details>
        </div>
      </div>
    </section>
  )
}

function Known({ value, schema }: { value: unknown; schema: Schema | undefined }) {
  const manner = useManner()
  const say = useText(sentText)
  if (!isRecord(value)) return <FactValue value={value} schema={schema} />
  const { pairs, tables } = layoutOf(value, schema, manner)
  return (
    <>
      {pairs.length > 0 && (
        <dl className="pairs">
          {pairs.map(({ key, title, schema: one }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd>
                <FactValue value={value[key]} schema={valueSchema(one)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {tables.map(({ key, title, schema: one }) => (
        <div key={key} className="fact-table">
          <h3>{title}</h3>
          <FactValue value={value[key]} schema={one} />
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
