/** Agent updates: rollouts by unit and stage with how they go, versions in the fleet, packages held; the PCs behind a figure stand in the address. */
import { useText } from '@somay/shared/react/language.tsx'
import { LEAST_BAD, MOST_BAD_PERCENT } from '@somay/shared/text/halt-rule.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useAgentUpdates } from '../../api/agent-updates.ts'
import { AdministrationLinks } from '../../parts/administration-links.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { agentUpdatesText } from '../../text/agent-updates.ts'
import { partsText } from '../../text/parts.ts'
import { FleetTable } from './fleet-table.tsx'
import { NewRolloutDialog } from './new-rollout.tsx'
import { PcsTable } from './pcs-table.tsx'
import { ReleaseTable } from './release-table.tsx'
import { RolloutTable } from './rollout-table.tsx'
import { chosenPcs } from './url-state.ts'

export function AgentUpdatesPage() {
  const say = useText(agentUpdatesText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const updates = useAgentUpdates()
  const [starting, start] = useState(false)
  const chosen = chosenPcs(useSearch())
  const { data } = updates
  return (
    <div className="counts-page agent-updates">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <AdministrationLinks />
        <span className="fill" />
        {data !== undefined && data.releases.length > 0 && (
          <button type="button" className="primary" onClick={() => start(true)}>
            {say('start')}
          </button>
        )}
      </div>
      <p className="note">
        {say('about')} {say('rule', { least: String(LEAST_BAD), percent: String(MOST_BAD_PERCENT) })}
      </p>
      {updates.error && <ErrorPanel error={updates.error} onRetry={() => void updates.refetch()} />}
      {updates.isPending && <p className="soft">{sayPart('loading')}</p>}
      {data && (
        <>
          <RolloutTable rollouts={data.rollouts} />
          {chosen && <PcsTable key={chosen.parameters} chosen={chosen} />}
          <FleetTable fleet={data.fleet} />
          <ReleaseTable releases={data.releases} />
          {starting && <NewRolloutDialog releases={data.releases} onClose={() => start(false)} />}
        </>
      )}
    </div>
  )
}
