/** One fact as a line of the ledger: what it is and how fresh in the margin, its values beside it. */
import type { Catalogue, PcPage } from '@somay/shared/api/pcs.ts'
import { KnownFact, UnknownFact } from '@somay/shared/react/fact-body.tsx'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { RawBody } from '@somay/shared/react/raw-body.tsx'
import { factText } from '@somay/shared/text/fact-text.ts'
import { asSchema } from '@somay/shared/text/read-schema.ts'
import { readBody } from '@somay/shared/text/reading.ts'
import { Age } from '../../parts/age.tsx'
import { pcText } from '../../text/pc.ts'
import { ownProvenance, type Provenance } from './provenance.ts'

type Fact = PcPage['facts'][number]
type Spec = Catalogue[number]

type Props = { name: string; spec: Spec | undefined; fact: Fact | undefined; pc: PcPage; common: Provenance }

export function FactSection({ name, spec, fact, pc, common }: Props) {
  const { language } = useLanguage()
  const say = useText(pcText)
  const sayFact = useText(factText)
  const body = fact && readBody(fact.body)
  return (
    <section className="fact" id={name} aria-labelledby={`${name}-title`}>
      <div className="fact-margin">
        <h3 id={`${name}-title`}>{spec?.title[language] ?? name}</h3>
        <p className="note">{spec?.sentence[language] ?? say('newerFact')}</p>
        {spec?.personal === true && <p className="note">{sayFact('personal')}</p>}
      </div>
      <div className="fact-body">
        {body === undefined ? (
          <UnknownFact reason="no-report" remedy={say('notReported')} />
        ) : 'unknown' in body ? (
          <UnknownFact reason={body.unknown} detail={body.detail} />
        ) : (
          <KnownFact value={body.known} schema={asSchema(spec?.value)} headingLevel={4} />
        )}
        {fact && <Origin fact={fact} pc={pc} common={common} />}
      </div>
    </section>
  )
}

/** Only what differs from what stands on top of the page, and the report itself. */
function Origin({ fact, pc, common }: { fact: Fact; pc: PcPage; common: Provenance }) {
  const say = useText(pcText)
  const sayFact = useText(factText)
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
          {sayFact('source')} <bdi>{source}</bdi>
        </span>
      )}
      <RawBody title={say('raw')} body={fact.body} />
    </div>
  )
}
