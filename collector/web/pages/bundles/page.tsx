/** Handing in the bundles of PCs that cannot reach the collector: pick, say who carried them, see what became of each. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { forgetOldAnswers, renewSession, useLatestImports } from '../../api/bundles.ts'
import { ApiError } from '../../api/request.ts'
import { usePermission } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { bundlesText } from '../../text/bundles.ts'
import { Files } from './files.tsx'
import { HandIn } from './hand-in.tsx'
import { LatestImports } from './latest-imports.tsx'
import { Origin } from './origin.tsx'
import { tallyOf } from './rows.ts'
import { useDesk } from './use-desk.ts'

export function BundlesPage() {
  const say = useText(bundlesText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const client = useQueryClient()
  const [view, desk] = useDesk()
  const may = usePermission('import-bundles')
  const latest = useLatestImports()
  const tally = tallyOf(view.rows)
  const news = view.running ? 0 : tally.imported
  useEffect(() => {
    if (news > 0) void forgetOldAnswers(client)
  }, [client, news])
  const start = async () => {
    // Anew each time: files are picked slowly, and a session may have ended or begun in another tab meanwhile.
    const ended = await renewSession(client).then(
      () => false,
      (error: unknown) => error instanceof ApiError && error.status === 401,
    )
    // Then the person is on the way to log in, and from there back to this page, where the files still wait.
    if (!ended) await desk.start()
  }
  return (
    <div className="bundles-page">
      <h1>{say('title')}</h1>
      {may === false ? (
        latest.error && <ErrorPanel error={latest.error} />
      ) : (
        <>
          <p className="soft">{say('about')}</p>
          <HandIn view={view} desk={desk} onStart={() => void start()} />
          {view.stoppedBy !== undefined && (
            <div className="stopped">
              <ErrorPanel error={view.stoppedBy} onRetry={() => void start()} />
              <p className="note">{say('stopped', { count: formatNumber(tally.waiting, language) })}</p>
            </div>
          )}
          {view.rows.length > 0 ? <Files view={view} desk={desk} /> : <Origin />}
          <LatestImports latest={latest} />
        </>
      )}
    </div>
  )
}
