/** What changed on the PC, newest first: for each change only the properties that differ, before and after. */
import type { Catalogue, PcHistory } from '@somay/shared/api/pcs.ts'
import { FactValue } from '@somay/shared/react/fact-value.tsx'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { asSchema } from '@somay/shared/text/read-schema.ts'
import { usePcHistory } from '../../api/pcs.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { pcText } from '../../text/pc.ts'
import { differences } from './diff.ts'
import { type Entry, entriesOf } from './history-entries.ts'

// A fact whose whole inside changed is better read in its section.
const MOST_SHOWN = 12

const GROUP_SENTENCES = { first: 'firstReported', again: 'againReported', gone: 'noLongerReported' } as const

export function History({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const say = useText(pcText)
  const sayPart = useText(partsText)
  const history = usePcHistory(id)
  const changes: PcHistory['changes'] = history.data?.pages.flatMap((page) => page.changes) ?? []
  return (
    <section className="history" id="history" aria-labelledby="history-title">
      <h2 id="history-title">{say('history')}</h2>
      {history.error && <ErrorPanel error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <p className="soft">{sayPart('loading')}</p>}
      {history.data && changes.length === 0 && <p className="soft">{say('noHistory')}</p>}
      {entriesOf(changes).map((entry) => (
        <EntryView key={`${entry.at} ${entry.kind === 'change' ? entry.fact : entry.kind}`} entry={entry} catalogue={catalogue} />
      ))}
      {history.hasNextPage && (
        <button type="button" disabled={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </section>
  )
}

function EntryView({ entry, catalogue }: { entry: Entry; catalogue: Catalogue }) {
  const say = useText(pcText)
  const { language } = useLanguage()
  const titleOfFact = (name: string) => catalogue.find((spec) => spec.name === name)?.title[language] ?? name
  const time = (
    <time className="fact-margin" dateTime={new Date(entry.at).toISOString()}>
      {formatDateTime(entry.at, currentTimeZone())}
    </time>
  )
  if (entry.kind !== 'change') {
    return (
      <div className="fact">
        {time}
        <p className="fact-body">
          {say(GROUP_SENTENCES[entry.kind], { facts: inReadingOrder(entry.facts, catalogue).map(titleOfFact).join(' · ') })}
        </p>
      </div>
    )
  }
  const schema = asSchema(catalogue.find((spec) => spec.name === entry.fact)?.value)
  const found = differences(entry.before, entry.now, schema, language)
  return (
    <div className="fact">
      {time}
      <div className="fact-body">
        <h3>{titleOfFact(entry.fact)}</h3>
        <div className="fact-rows">
          <table className="differences">
            <caption className="visually-hidden">{titleOfFact(entry.fact)}</caption>
            <thead>
              <tr>
                <th scope="col">{say('property')}</th>
                <th scope="col">{say('before')}</th>
                <th scope="col">{say('now')}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, MOST_SHOWN).map((one) => (
                <tr key={one.path.join(' / ')}>
                  <th scope="row">
                    <bdi>{one.path.join(' · ') || say('wholeFact')}</bdi>
                  </th>
                  <td>
                    <FactValue value={one.before} schema={one.schema} />
                  </td>
                  <td>
                    <FactValue value={one.now} schema={one.schema} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {found.length > MOST_SHOWN && <p className="note">{say('moreDifferences', { count: found.length - MOST_SHOWN })}</p>}
      </div>
    </div>
  )
}

function inReadingOrder(names: readonly string[], catalogue: Catalogue): string[] {
  const known = catalogue.map(({ name }) => name).filter((name) => names.includes(name))
  return [...known, ...names.filter((name) => !known.includes(name))]
}
