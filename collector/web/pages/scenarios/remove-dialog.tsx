/** Asks before a scenario of one's own is removed, and does it. */
import type { Scenarios } from '@somay/shared/api/committed-plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { SCENARIOS_KEY } from '../../api/committed-plans.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { scenariosText } from '../../text/scenarios.ts'

type Props = { readonly scenario: Scenarios['scenarios'][number]; readonly onClose: () => void; readonly onRemoved: () => void }

export function RemoveDialog({ scenario: { id, name }, onClose, onRemoved }: Props) {
  const say = useText(scenariosText)
  return (
    <AskDialog
      title={say('removeTitle', { name })}
      doIt={say('remove')}
      deed={{ method: 'DELETE', path: `/scenarios/${id}` }}
      stale={[SCENARIOS_KEY]}
      onClose={onClose}
      onDone={onRemoved}
    >
      <p>{say('removeAsk')}</p>
    </AskDialog>
  )
}
