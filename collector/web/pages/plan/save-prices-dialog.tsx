/** Saves the prices as they stand as the next version of a price book, or under a new name, with the day from which they hold. */
import type { MadeVersion, NewPriceBook, PriceBooks, Prices } from '@somay/shared/api/policies.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatDong } from '@somay/shared/text/numbers.ts'
import { ITEM_NAMES, ITEMS } from '@somay/shared/text/plan.ts'
import { useState } from 'react'
import { useDeed } from '../../api/deed.ts'
import { PRICE_BOOKS_KEY } from '../../api/plan.ts'
import { DayField } from '../../parts/day-field.tsx'
import { planText } from '../../text/plan.ts'
import { SaveForm } from './save-form.tsx'

type Version = PriceBooks['priceBooks'][number]
type Props = {
  readonly books: readonly Version[]
  readonly version: Version
  readonly prices: Prices
  /** From which the prices hold unless another is chosen. */
  readonly day: string
  readonly onClose: () => void
  readonly onSaved: (id: number) => void
}

export function SavePricesDialog({ books, version, prices, day, onClose, onSaved }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  const [fromDay, setFromDay] = useState(day)
  const deed = useDeed<MadeVersion>([PRICE_BOOKS_KEY], ({ id }) => {
    onClose()
    onSaved(id)
  })
  const dongWords = (dong: number | undefined) => (dong === undefined ? say('noOwnPrice') : formatDong(dong, language))
  const changes = [
    ...(fromDay === version.fromDay ? [] : [{ field: say('fromDay'), before: formatDay(version.fromDay), after: formatDay(fromDay) }]),
    ...ITEM_NAMES.filter((item) => prices[item] !== version.prices[item]).map((item) => ({
      field: ITEMS[item][language],
      before: dongWords(version.prices[item]),
      after: dongWords(prices[item]),
    })),
  ]
  const save = (name: string) =>
    deed.mutate({
      method: 'POST',
      path: '/price-books',
      body: { name, fromDay, prices, ceilings: version.ceilings } satisfies NewPriceBook,
    })
  return (
    <SaveForm
      title={say('savePrices')}
      versions={books}
      version={version}
      changes={changes}
      isSaving={deed.isPending}
      error={deed.error}
      onSave={save}
      onClose={onClose}
    >
      <div className="field">
        <DayField label={say('fromDay')} day={fromDay} onChoose={(chosen) => setFromDay(chosen ?? day)} />
      </div>
    </SaveForm>
  )
}
