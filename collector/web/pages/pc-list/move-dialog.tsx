/** Moves PCs of the page shown into another unit, all of them or those that stay ticked; a split of a unit is a filter and this. */
import type { PcList } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useState } from 'react'
import { useUnits } from '../../api/pcs.ts'
import { Choices } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { MoveForm } from '../../parts/move-form.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { labelled } from './pc-labels.ts'

export function MoveDialog({ list, onClose }: { list: PcList; onClose: () => void }) {
  const { rows, total } = list
  const say = useText(pcListText)
  const { language } = useLanguage()
  const units = useUnits({ enabled: true })
  const [chosen, choose] = useState<readonly string[]>(rows.map(({ id }) => String(id)))
  return (
    <Dialog title={say('moveTitle')} wide onClose={onClose}>
      <div className="form">
        <p>
          <strong>{say('moveOfList', { count: formatNumber(rows.length, language), total: formatNumber(total, language) })}</strong>{' '}
          {say('moveWhat')}
        </p>
        <Choices
          legend={say('moveChosen', { count: formatNumber(chosen.length, language) })}
          choices={labelled(rows)}
          chosen={chosen}
          onChange={choose}
        />
        <div className="deeds">
          <button type="button" onClick={() => choose(rows.map(({ id }) => String(id)))}>
            {say('chooseAll')}
          </button>
          <button type="button" onClick={() => choose([])}>
            {say('chooseNone')}
          </button>
        </div>
        <MoveForm
          pcIds={chosen.map(Number)}
          units={units.data ?? []}
          doIt={say('moveDo', { count: formatNumber(chosen.length, language) })}
          onDone={onClose}
        />
      </div>
    </Dialog>
  )
}
