/** Begins a rollout: which version, for which unit, to how many of its PCs at first. */
import type { HeldRelease, Stage } from '@somay/shared/api/agent-updates.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useId, useState } from 'react'
import { AGENT_UPDATES_KEY } from '../../api/agent-updates.ts'
import { useDeed } from '../../api/deed.ts'
import { useUnits } from '../../api/pcs.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { UnitOptions } from '../../parts/unit-options.tsx'
import { agentUpdatesText } from '../../text/agent-updates.ts'
import { STAGE_CHOICES, shareWords } from './stages.ts'

export function NewRolloutDialog({ releases, onClose }: { readonly releases: readonly HeldRelease[]; readonly onClose: () => void }) {
  const say = useText(agentUpdatesText)
  const versions = [...new Set(releases.map((one) => one.version))]
  const [version, setVersion] = useState(versions[0] ?? '')
  const [unit, setUnit] = useState('')
  const [stage, setStage] = useState<Stage>(10)
  const units = useUnits({ enabled: true }).data ?? []
  const [versionId, unitId, stageId] = [useId(), useId(), useId()]
  const deed = useDeed([AGENT_UPDATES_KEY], onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.mutate({ method: 'POST', path: '/agent-updates/rollouts', body: { version, stage, ...(unit !== '' && { unitId: Number(unit) }) } })
  }
  const unitName = units.find(({ id }) => String(id) === unit)?.name ?? say('wholeTree')
  return (
    <Dialog title={say('start')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={versionId}>{say('version')}</label>
          <select id={versionId} value={version} onChange={({ target }) => setVersion(target.value)}>
            {versions.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={unitId}>{say('unit')}</label>
          <select id={unitId} value={unit} onChange={({ target }) => setUnit(target.value)}>
            <option value="">{say('wholeTree')}</option>
            <UnitOptions units={units} />
          </select>
        </div>
        <div className="field">
          <label htmlFor={stageId}>{say('stage')}</label>
          <select id={stageId} value={stage} onChange={({ target }) => setStage(Number(target.value) as Stage)}>
            {STAGE_CHOICES.map((one) => (
              <option key={one} value={one}>
                {shareWords(one, say)}
              </option>
            ))}
          </select>
        </div>
        <p className="note">{say('stageAsk', { version, unit: unitName, share: shareWords(stage, say) })}</p>
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {say('start')}
        </button>
      </form>
    </Dialog>
  )
}
