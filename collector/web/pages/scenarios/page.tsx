/** Kept scenarios: each opens on the page of planning, and two or three of them, or the terms in view there, stand side by side. */
import type { Scenarios } from '@somay/shared/api/committed-plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useMemo, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useScenarios } from '../../api/committed-plans.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { scenariosText } from '../../text/scenarios.ts'
import { askedOf } from '../plan/asked.ts'
import { planAddress, readPlanView } from '../plan/url-state.ts'
import { type ChoiceId, choiceAddress, LEAST, NOW, readChoice, toggled } from './choice.ts'
import { type Compared, Comparison } from './comparison.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ScenarioList } from './scenario-list.tsx'

type Scenario = Scenarios['scenarios'][number]

export function ScenariosPage() {
  const say = useText(scenariosText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const search = useSearch()
  const [, navigate] = useLocation()
  const view = useMemo(() => readPlanView(search), [search])
  const ids = useMemo(() => readChoice(search), [search])
  const scenarios = useScenarios()
  const [removing, setRemoving] = useState<Scenario>()
  const known = ids.flatMap((id): readonly Compared[] => {
    if (id === NOW) return [{ id, name: say('now'), asked: askedOf(view) }]
    const scenario = scenarios.data?.find((one) => one.id === id)
    return scenario ? [scenario] : []
  })
  const lost = scenarios.data ? ids.filter((id) => !known.some((one) => one.id === id)) : []
  const choose = (id: ChoiceId) => navigate(choiceAddress(view, toggled(ids, id)), { replace: true })
  return (
    <div className="counts-page plan-page scenarios-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <span className="fill" />
        <Link href={planAddress(view)} className="back">
          {say('toPlan')}
        </Link>
      </div>
      {scenarios.error && <ErrorPanel error={scenarios.error} onRetry={() => void scenarios.refetch()} />}
      {scenarios.isPending && <p className="soft">{sayPart('loading')}</p>}
      {scenarios.data?.length === 0 && <p className="soft">{say('none')}</p>}
      {scenarios.data !== undefined && scenarios.data.length > 0 && (
        <ScenarioList scenarios={scenarios.data} now={askedOf(view)} ids={ids} onChoose={choose} onRemove={setRemoving} />
      )}
      {lost.map((id) => (
        <p key={id} className="soft">
          {say('noSuch', { id })}
        </p>
      ))}
      {known.length >= LEAST && <Comparison scenarios={known} />}
      {removing && (
        <RemoveDialog
          scenario={removing}
          onClose={() => setRemoving(undefined)}
          onRemoved={() => {
            if (ids.includes(removing.id)) choose(removing.id)
            setRemoving(undefined)
          }}
        />
      )}
    </div>
  )
}
