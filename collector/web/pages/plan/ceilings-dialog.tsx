/** Edits the ceilings of a price book and saves them as its next version, with the prices as they stand in it. */
import type { Ceiling, MadeVersion, NewPriceBook, PriceBooks } from '@somay/shared/api/policies.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { ITEMS } from '@somay/shared/text/plan.ts'
import { useState } from 'react'
import { useDeed } from '../../api/deed.ts'
import { PRICE_BOOKS_KEY } from '../../api/plan.ts'
import { planText } from '../../text/plan.ts'
import { type CeilingRow, ceilingOf, changedCeilings, doubleRows, inOrder } from './ceiling-rows.ts'
import { CeilingTable } from './ceiling-table.tsx'
import { SaveForm } from './save-form.tsx'

type Version = PriceBooks['priceBooks'][number]
type Props = {
  readonly books: readonly Version[]
  readonly version: Version
  readonly onClose: () => void
  readonly onSaved: (id: number) => void
}

export function CeilingsDialog({ books, version, onClose, onSaved }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  const [rows, setRows] = useState<readonly CeilingRow[]>(() =>
    inOrder(version.ceilings).map((one, key) => ({ ...one, key, dong: formatNumber(one.dong, language) })),
  )
  const deed = useDeed<MadeVersion>([PRICE_BOOKS_KEY], ({ id }) => {
    onClose()
    onSaved(id)
  })
  const read = rows.map(ceilingOf)
  const ceilings = read.filter((one) => one !== undefined)
  const isWhole = ceilings.length === rows.length && doubleRows(rows).size === 0
  const words = (one: Ceiling | undefined) => (one === undefined ? '–' : `${formatDong(one.dong, language)} (${one.source})`)
  const changes = changedCeilings(version.ceilings, ceilings).map(({ item, fromDay, before, after }) => ({
    field: say('ceilingOf', { item: ITEMS[item][language], day: formatDay(fromDay) }),
    before: words(before),
    after: words(after),
  }))
  const { fromDay, prices } = version
  const save = (name: string) =>
    deed.mutate({ method: 'POST', path: '/price-books', body: { name, fromDay, prices, ceilings } satisfies NewPriceBook })
  return (
    <SaveForm
      title={say('editCeilings')}
      versions={books}
      version={version}
      changes={changes}
      isSaving={deed.isPending || !isWhole}
      error={deed.error}
      onSave={save}
      onClose={onClose}
    >
      <CeilingTable rows={rows} onChange={setRows} />
    </SaveForm>
  )
}
