/** One fact as a line of the ledger: what it is and how fresh in the margin, its values beside it. */
import type { Catalogue, PcPage } from '@somay/shared/api/pcs.ts'
import { asSchema, isRecord, valueSchema } from '@somay/shared/text/read-schema.ts'
import { layoutOf, readBody, reasonsIn } from '@somay/shared/text/reading.ts'
import { reasonText, remedyText } from '@somay/shared/text/reasons.ts'
import type { ReactNode } from 'react'
import { currentTimeZone } from '../../display/time-zone.ts'
import { Age } from '../../parts/age.tsx'
import { UnknownMark } from '../../parts/unknown-mark.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { pcText } from '../../text/pc.ts'
import { FactValue } from './fact-value.tsx'
import { ownProvenance, type Provenance } from './provenance.ts'

type Fact = PcPage['facts'][number]
type Spec = Catalogue[number]

type Props = { name: string; spec: Spec | undefined; fact: Fact | undefined; pc: PcPage; common: Provenance }

export function FactSection({ name, spec, fact, pc, common }: Props) {
  const { language } = useLanguage()
  const say = useText(pcText)
  const body = fact && readBody(fact.body)
  return (
    <section className="fact" id={name} aria-labelledby={`${name}-title`}>
      <div className="fact-margin">
        <h3 id={`${name}-title`}>{spec?.title[language] ?? name}</h3>
        <p className="note">{spec?.sentence[language] ?? say('newerFact')}</p>
        {spec?.personal === true && <p className="note">{say('personal')}</p>}
      </div>
      <div className="fact-body">
        {body === undefined ? (
          <UnknownBlock reason="no-report">{say('notReported')}</UnknownBlock>
        ) : 'unknown' in body ? (
          <UnknownBlock reason={body.unknown} detail={body.detail} />
        ) : (
          <KnownBlock value={body.known} spec={spec} />
        )}
        {fact && <Origin fact={fact} pc={pc} common={common} />}
      </div>
    </section>
  )
}

function UnknownBlock({ reason, detail, children }: { reason: string; detail?: string | undefined; children?: ReactNode }) {
  const { language } = useLanguage()
  return (
    <p>
      <UnknownMark reason={reason} detail={detail} said />. <span className="soft">{children ?? remedyText(reason, language)}</span>
    </p>
  )
}

function KnownBlock({ value, spec }: { value: unknown; spec: Spec | undefined }) {
  const { language } = useLanguage()
  const say = useText(pcText)
  const schema = asSchema(spec?.value)
  if (!isRecord(value)) return <FactValue value={value} schema={schema} />
  const { pairs, tables } = layoutOf(value, schema, { language, timeZone: currentTimeZone() })
  return (
    <>
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
      {tables.map(({ key, title, schema: one }) => (
        <div key={key} className="fact-table">
          <h4>{title}</h4>
          <FactValue value={value[key]} schema={one} />
        </div>
      ))}
      {reasonsIn(value).map((reason) => (
        <p key={reason} className="note">
          {say('unknownBecause', { reason: reasonText(reason, language) })} {remedyText(reason, language)}
        </p>
      ))}
    </>
  )
}

/** Only what differs from what stands on top of the page, and the report itself. */
function Origin({ fact, pc, common }: { fact: Fact; pc: PcPage; common: Provenance }) {
  const say = useText(pcText)
  const { since, confirmedAt, source } = ownProvenance(fact, common, pc.inventoryAt)
  return (
    <div className="provenance">
      {since !== undefined && (
        <span>
          {say('since')} <Age atMs={since} nowMs={pc.at} />
        </span>
      )}
      {confirmedAt !== undefined && (
        <span>
          {say('confirmed')} <Age atMs={confirmedAt} nowMs={pc.at} />
        </span>
      )}
      {source !== undefined && (
        <span>
          {say('source')} <bdi>{source}</bdi>
        </span>
      )}
      <details className="raw">
        <summary>{say('raw')}</summary>
        <pre>{JSON.stringify(fact.body, null, 2)}</pre>
      </details>
    </div>
  )
}
