/** Asks once more, with the figures, before the tree is changed. */
import type { Reorganised } from '@somay/shared/api/units.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { reorganiseText } from '../../text/reorganise.ts'
import { askedOf, type Draft } from './draft.ts'

/** Lists, counts, scopes and tokens name units: whatever was read before is old. */
const EVERYTHING = [[]] as const

type Props = { draft: Draft; day: string; effects: string; onDone: (answer: Reorganised) => void; onClose: () => void }

export function ConfirmDialog({ draft, day, effects, onDone, onClose }: Props) {
  const say = useText(reorganiseText)
  const sayPart = useText(partsText)
  const deed = useDeed<Reorganised>(EVERYTHING, onDone)
  const confirm = () => deed.mutate({ method: 'POST', path: '/reorganisations', body: askedOf(draft, day, true) })
  return (
    <Dialog title={say('confirmTitle')} onClose={onClose}>
      <p>{effects}</p>
      <p>{say('confirmNote')}</p>
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="dialog-actions">
        <span className="fill" />
        <button type="button" onClick={onClose}>
          {sayPart('cancel')}
        </button>
        <button type="button" className="primary" disabled={deed.isPending} onClick={confirm}>
          {say('confirm')}
        </button>
      </div>
    </Dialog>
  )
}
