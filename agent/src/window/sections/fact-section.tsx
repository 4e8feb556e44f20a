/** One fact as it was sent: what it is in the margin, its values beside it, the JSON below. */
import type { Catalogue } from '@somay/shared/api/pcs.ts'
import { KnownFact, UnknownFact } from '@somay/shared/react/fact-body.tsx'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { RawBody } from '@somay/shared/react/raw-body.tsx'
import { factText } from '@somay/shared/text/fact-text.ts'
import { asSchema } from '@somay/shared/text/read-schema.ts'
import { readBody } from '@somay/shared/text/reading.ts'
import { sentText } from '../text/sent.ts'

type Props = { name: string; spec: Catalogue[number] | undefined; body: unknown }

export function FactSection({ name, spec, body }: Props) {
  const { language } = useLanguage()
  const say = useText(sentText)
  const sayFact = useText(factText)
  const found = readBody(body)
  return (
    <section className="fact" id={name} aria-labelledby={`${name}-title`}>
      <div className="fact-margin">
        <h2 id={`${name}-title`}>{spec?.title[language] ?? name}</h2>
        <p className="note">{spec?.sentence[language] ?? say('newer')}</p>
        {spec?.personal === true && <p className="note">{sayFact('personal')}</p>}
      </div>
      <div className="fact-body">
        {'unknown' in found ? (
          <UnknownFact reason={found.unknown} detail={found.detail} />
        ) : (
          <KnownFact value={found.known} schema={asSchema(spec?.value)} headingLevel={3} isNarrow />
        )}
        <div className="provenance">
          {found.source !== undefined && (
            <span>
              {sayFact('source')} <bdi>{found.source}</bdi>
            </span>
          )}
          <RawBody title={say('raw')} body={body} />
        </div>
      </div>
    </section>
  )
}
