/** Asks before an asset and its PC are parted. */
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useDeed } from '../../api/deed.ts'
import { REGISTER_STALE } from '../../api/register.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { registerText } from '../../text/register.ts'

export function PartDialog({ row: { item, pc }, onClose }: { row: RegisterRow; onClose: () => void }) {
  const say = useText(registerText)
  const sayPart = useText(partsText)
  const deed = useDeed<void>(REGISTER_STALE, onClose)
  if (!item || !pc) return null
  return (
    <Dialog title={say('part')} onClose={onClose}>
      <p>{say('partAsk', { asset: item.assetCode, pc: pc.name })}</p>
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
          onClick={() => deed.mutate({ method: 'POST', path: '/register/decisions', body: { itemId: item.id, pcId: pc.id, same: false } })}
        >
          {say('part')}
        </button>
      </div>
    </Dialog>
  )
}
