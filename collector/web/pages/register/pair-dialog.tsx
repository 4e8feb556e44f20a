/** Pairs an asset that nobody heard of with a PC that a person finds by name or serial number. */
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { useDeed } from '../../api/deed.ts'
import { REGISTER_STALE } from '../../api/register.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { type ChosenPc, PcChoice } from '../../parts/pc-choice.tsx'
import { partsText } from '../../text/parts.ts'
import { registerText } from '../../text/register.ts'

export function PairDialog({ row: { item }, onClose }: { row: RegisterRow; onClose: () => void }) {
  const say = useText(registerText)
  const sayPart = useText(partsText)
  const [pc, choose] = useState<ChosenPc>()
  const deed = useDeed<void>(REGISTER_STALE, onClose)
  if (!item) return null
  return (
    <Dialog title={say('pairTitle', { asset: item.assetCode })} onClose={onClose}>
      <div className="form">
        <p>
          <bdi>{item.name}</bdi> · {item.unit}
          {item.serial !== null && (
            <>
              {' · '}
              <bdi>{item.serial}</bdi>
            </>
          )}
        </p>
        <p className="note">{say('pairMeans')}</p>
        <PcChoice chosen={pc} onChange={choose} first={item.serial ?? ''} />
        {deed.isError && <ErrorPanel error={deed.error} />}
        <div className="dialog-actions">
          <span className="fill" />
          <button type="button" onClick={onClose}>
            {sayPart('cancel')}
          </button>
          <button
            type="button"
            className="primary"
            disabled={pc === undefined || deed.isPending}
            onClick={() =>
              pc && deed.mutate({ method: 'POST', path: '/register/decisions', body: { itemId: item.id, pcId: pc.id, same: true } })
            }
          >
            {say('pair')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
