/** Asks before an asset and its PC are parted. */
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { REGISTER_STALE } from '../../api/register.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { registerText } from '../../text/register.ts'

export function PartDialog({ row: { item, pc }, onClose }: { row: RegisterRow; onClose: () => void }) {
  const say = useText(registerText)
  if (!item || !pc) return null
  return (
    <AskDialog
      title={say('part')}
      doIt={say('part')}
      deed={{ method: 'POST', path: '/register/decisions', body: { itemId: item.id, pcId: pc.id, same: false } }}
      stale={REGISTER_STALE}
      onClose={onClose}
    >
      <p>{say('partAsk', { asset: item.assetCode, pc: pc.name })}</p>
    </AskDialog>
  )
}
