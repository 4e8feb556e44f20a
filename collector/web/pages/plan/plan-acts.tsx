/** In the head of a plan: the ways to kept scenarios and committed plans, and, for whoever makes plans, to keep or commit this one. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { Link } from 'wouter'
import { usePermission } from '../../api/session.ts'
import { committedText } from '../../text/committed.ts'
import { scenariosText } from '../../text/scenarios.ts'
import { CommitDialog } from './commit-dialog.tsx'
import { COMMITTED, SCENARIOS } from './committed-address.ts'
import { SaveScenarioDialog } from './save-scenario-dialog.tsx'
import { type PlanView, planAddress } from './url-state.ts'

type Props = {
  readonly view: PlanView
  /** The plan of just this view; undefined while it is worked out, and where the collector refused it. */
  readonly plan: Plan | undefined
  readonly unitName: string | undefined
}

export function PlanActs({ view, plan, unitName }: Props) {
  const say = useText(scenariosText)
  const sayCommitted = useText(committedText)
  const may = usePermission('make-plans')
  const [asking, setAsking] = useState<'save' | 'commit'>()
  const [saved, setSaved] = useState<string>()
  const close = () => setAsking(undefined)
  return (
    <>
      <nav className="plan-links" aria-label={say('title')}>
        <Link href={planAddress(view, SCENARIOS)}>{say('title')}</Link>
        <Link href={COMMITTED}>{sayCommitted('title')}</Link>
      </nav>
      {may && (
        <>
          <button type="button" disabled={plan === undefined} onClick={() => setAsking('save')}>
            {say('save')}
          </button>
          <button type="button" disabled={plan === undefined} onClick={() => setAsking('commit')}>
            {sayCommitted('commit')}
          </button>
        </>
      )}
      <span className="saved-scenario soft" role="status">
        {saved !== undefined && say('saved', { name: saved })}
      </span>
      {asking === 'save' && plan && (
        <SaveScenarioDialog
          view={view}
          onClose={close}
          onSaved={(name) => {
            setSaved(name)
            close()
          }}
        />
      )}
      {asking === 'commit' && plan && <CommitDialog view={view} plan={plan} unitName={unitName} onClose={close} />}
    </>
  )
}
