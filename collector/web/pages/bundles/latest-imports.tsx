/** The bundles imported lately within the person's scope: of which PC, who carried and who imported, and when. */

import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { Link } from 'wouter'
import type { useLatestImports } from '../../api/bundles.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { bundlesText } from '../../text/bundles.ts'
import { partsText } from '../../text/parts.ts'

export function LatestImports({ latest }: { latest: ReturnType<typeof useLatestImports> }) {
  const say = useText(bundlesText)
  const sayPart = useText(partsText)
  const imports = latest.data?.pages.flatMap((page) => page.imports) ?? []
  return (
    <section className="latest-imports" aria-labelledby="latest-title">
      <h2 id="latest-title">{say('latest')}</h2>
      {latest.error && <ErrorPanel error={latest.error} onRetry={() => void latest.refetch()} />}
      {latest.isPending && <p className="soft">{sayPart('loading')}</p>}
      {latest.data && imports.length === 0 && <p className="soft">{say('latestNone')}</p>}
      {imports.length > 0 && (
        <div className="bundle-frame">
          <table className="bundle-table">
            <caption className="visually-hidden">{say('latest')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('pc')}</th>
                <th scope="col">{say('unit')}</th>
                <th scope="col">{say('madeAt')}</th>
                <th scope="col">{say('carriedBy')}</th>
                <th scope="col">{say('importedBy')}</th>
                <th scope="col">{say('importedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map(({ id, at, pcId, pcName, unit, carried }) => (
                <tr key={id}>
                  <th scope="row" title={pcName}>
                    <Link href={`/pcs/${pcId}`}>
                      <bdi>{pcName}</bdi>
                    </Link>
                  </th>
                  <td title={unit}>
                    <bdi>{unit}</bdi>
                  </td>
                  <td>{formatDateTime(carried.madeAt, currentTimeZone())}</td>
                  <td title={carried.carriedBy}>
                    <bdi>{carried.carriedBy}</bdi>
                  </td>
                  <td title={carried.who}>
                    <bdi>{carried.who}</bdi>
                  </td>
                  <td>{formatDateTime(at, currentTimeZone())}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {latest.hasNextPage && (
        <button type="button" disabled={latest.isFetchingNextPage} onClick={() => void latest.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </section>
  )
}
