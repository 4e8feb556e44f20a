/** Asks once more, with the figures, before the tree is changed. */
import type { Reorganised } from '@somay/shared/api/units.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { reorganiseText } from '../../text/reorganise.ts'
import { askedOf, type Draft } from './draft.ts'

/** Lists, counts, scopes and tokens name units: whatever was read before is old. */
const EVERYTHING = [[]] as const

type Props = { draft: Draft; day: string; effects: string; onDone: (answer: Reorganised) => void; onClose: () => void }

export function ConfirmDialog({ draft, day, effects, onDone, onClose }: Props) {
  const say = useText(reorganiseText)
  return (
    <AskDialog<Reorganised>
      title={say('confirmTitle')}
      doIt={say('confirm')}
      deed={{ method: 'POST', path: '/reorganisations', body: askedOf(draft, day, true) }}
      stale={EVERYTHING}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{effects}</p>
      <p>{say('confirmNote')}</p>
    </AskDialog>
  )
}
