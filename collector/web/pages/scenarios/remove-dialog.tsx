/** Asks before a scenario of one's own is removed, and does it. */
import type { Scenarios } from '@somay/shared/api/committed-plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { SCENARIOS_KEY } from '../../api/committed-plans.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { scenariosText } from '../../text/scenarios.ts'

type Props = { readonly scenario: Scenarios['scenarios'][number]; readonly onClose: () => void; readonly onRemoved: () => void }

export function RemoveDialog({ scenario: { id, name }, onClose, onRemoved }: Props) {
  const say = useText(scenariosText)
  const sayPart = useText(partsText)
  const deed = useDeed<undefined>([SCENARIOS_KEY], onRemoved)
  return (
    <Dialog title={say('removeTitle', { name })} onClose={onClose}>
      <p>{say('removeAsk')}</p>
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="dialog-actions">
        <span className="fill" />
        <button type="button" onClick={onClose}>
          {sayPart('cancel')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={deed.isPending}
          onClick={() => deed.mutate({ method: 'DELETE', path: `/scenarios/${id}` })}
        >
          {say('remove')}
        </button>
      </div>
    </Dialog>
  )
}
