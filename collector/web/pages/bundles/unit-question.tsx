/** Asks for the unit of PCs the ledger does not know, and sends their files again; several units one after the other. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useState } from 'react'
import { bundlesText } from '../../text/bundles.ts'
import type { Desk } from './desk.ts'
import type { Row } from './rows.ts'
import { UnitDialog } from './unit-dialog.tsx'

export function UnitQuestion({ rows, desk }: { rows: readonly Row[]; desk: Desk }) {
  const say = useText(bundlesText)
  const { language } = useLanguage()
  const [asking, ask] = useState(false)
  const unplaced = rows.filter(({ state }) => state.kind === 'unit-needed')
  if (unplaced.length === 0) return null
  return (
    <>
      <button type="button" onClick={() => ask(true)}>
        {unplaced.length === 1 ? say('unitChooseOne') : say('unitChoose', { count: formatNumber(unplaced.length, language) })}
      </button>
      {asking && (
        <UnitDialog
          rows={unplaced}
          onClose={() => ask(false)}
          onChosen={(ids, unitId) => {
            ask(false)
            void desk.assignUnit(ids, unitId)
          }}
        />
      )}
    </>
  )
}
