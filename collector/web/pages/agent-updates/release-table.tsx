/** The packages that this collector holds for updates. */
import type { HeldRelease } from '@somay/shared/api/agent-updates.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { agentUpdatesText, kindWords } from '../../text/agent-updates.ts'

const MEGABYTE = 1_000_000

export function ReleaseTable({ releases }: { readonly releases: readonly HeldRelease[] }) {
  const say = useText(agentUpdatesText)
  const { language } = useLanguage()
  return (
    <section>
      <h2>{say('releases')}</h2>
      {releases.length === 0 ? (
        <p className="soft">{say('noReleases')}</p>
      ) : (
        <div className="count-frame">
          <table className="count-table plain-rows">
            <caption className="visually-hidden">{say('releases')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('version')}</th>
                <th scope="col">{say('kind')}</th>
                <th scope="col" className="number">
                  {say('size')}
                </th>
                <th scope="col">{say('added')}</th>
                <th scope="col">SHA-256</th>
              </tr>
            </thead>
            <tbody>
              {releases.map(({ sha256, version, kind, sizeBytes, addedAt, addedBy, isHere }) => (
                <tr key={sha256}>
                  <th scope="row">{version}</th>
                  <td>
                    {kindWords[kind]?.[language] ?? kind}
                    {!isHere && <p className="attention-note">{say('notHere')}</p>}
                  </td>
                  <td className="number">{formatNumber(Math.round(sizeBytes / MEGABYTE), language)}</td>
                  <td>
                    <bdi>{say('byPerson', { who: addedBy, at: formatDateTime(addedAt, currentTimeZone()) })}</bdi>
                  </td>
                  <td>
                    <code title={sha256}>{sha256.slice(0, 16)}…</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
