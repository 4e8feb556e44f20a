/** Bringing the agent onto PCs: for which unit and how, a token with what to run, who arrives, who is missing, and the tokens made before. */
import { useText } from '@somay/shared/react/language.tsx'
import { useLocation, useSearch } from 'wouter'
import { useEnrolTokens } from '../../api/administration.ts'
import { usePermission } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { deploymentText } from '../../text/deployment.ts'
import { partsText } from '../../text/parts.ts'
import { Arrivals } from './arrivals.tsx'
import { Chooser } from './chooser.tsx'
import { Missing } from './missing.tsx'
import { EnrolTokenTable } from './token-table.tsx'
import { type DeploymentView, deploymentAddress, readDeploymentView } from './url-state.ts'

const NOTHING_TOLD = { collectorUrl: '', updateKey: '' } as const

export function DeploymentPage() {
  const say = useText(deploymentText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const view = readDeploymentView(useSearch())
  const [, navigate] = useLocation()
  const show = (next: DeploymentView) => navigate(deploymentAddress(next), { replace: true })
  const may = usePermission('manage-tokens')
  const answer = useEnrolTokens()
  const tokens = answer.data?.tokens
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
      </div>
      <p className="note">{say('note')}</p>
      {may && <Chooser view={view} show={show} told={answer.data ?? NOTHING_TOLD} />}
      <div className="arrived-and-missing">
        <Arrivals view={view} show={show} />
        <Missing unit={view.unit} />
      </div>
      <h2>{say('tokens')}</h2>
      {answer.error && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <p className="soft">{sayPart('loading')}</p>}
      {tokens?.length === 0 && <p className="soft">{say('noTokens')}</p>}
      {tokens !== undefined && tokens.length > 0 && <EnrolTokenTable tokens={tokens} />}
    </div>
  )
}
