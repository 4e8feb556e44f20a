/** Two or three plans side by side: what they come to, the terms in which they differ, and the money of each unit with the difference to the first. */
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useUnits } from '../../api/pcs.ts'
import { usePlans } from '../../api/plan.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { scenariosText } from '../../text/scenarios.ts'
import { viewOf } from '../plan/asked.ts'
import { planParameters } from '../plan/url-state.ts'
import type { ChoiceId } from './choice.ts'
import { ComparedFigures } from './compared-figures.tsx'
import { ComparedTerms } from './compared-terms.tsx'
import { ComparedUnits } from './compared-units.tsx'

export type Compared = { readonly id: ChoiceId; readonly name: string; readonly asked: PlanQuery }
type Props = { readonly scenarios: readonly Compared[] }

export function Comparison({ scenarios }: Props) {
  const say = useText(scenariosText)
  const sayPart = useText(partsText)
  const plans = usePlans(scenarios.map(({ asked }) => planParameters(viewOf(asked))))
  const units = useUnits({ enabled: scenarios.some(({ asked }) => asked.unit !== undefined) }).data
  const nameOf = (unit: number | undefined) => (unit === undefined ? undefined : (units?.find(({ id }) => id === unit)?.name ?? `#${unit}`))
  const columns = plans.flatMap(({ data }, place) => {
    const scenario = scenarios[place]
    return data && scenario
      ? [{ plan: data, name: scenario.name, unitName: nameOf(scenario.asked.unit), isOne: scenario.asked.unit !== undefined }]
      : []
  })
  const failed = plans.filter(({ error }) => error !== null)
  return (
    <section className="comparison">
      <h2 className="visually-hidden">{say('compared')}</h2>
      {failed.map(({ error, refetch }, place) => (
        <ErrorPanel key={`${place}`} error={error} onRetry={() => void refetch()} />
      ))}
      {failed.length === 0 && columns.length < scenarios.length && <p className="soft">{sayPart('loading')}</p>}
      {columns.length === scenarios.length && (
        <>
          <ComparedFigures columns={columns} />
          <ComparedTerms columns={columns} />
          <ComparedUnits columns={columns} />
        </>
      )}
    </section>
  )
}
