/** The price book of a plan: which version, its prices as they stand in the address, and the ceilings of the day with a warning above them. */
import type { Plan } from '@somay/shared/api/plans.ts'
import type { PriceBooks } from '@somay/shared/api/policies.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatDong } from '@somay/shared/text/numbers.ts'
import { ITEM_NAMES, ITEMS, type Item } from '@somay/shared/text/plan.ts'
import { useId, useState } from 'react'
import { PRICE_BOOKS_KEY } from '../../api/plan.ts'
import { usePermission } from '../../api/session.ts'
import { planText } from '../../text/plan.ts'
import { Ceilings } from './ceilings.tsx'
import { CeilingsDialog } from './ceilings-dialog.tsx'
import { ChangedLine } from './changed-line.tsx'
import { ChangedMark } from './changed-mark.tsx'
import { DefaultLine } from './default-line.tsx'
import { MoneyField } from './money-field.tsx'
import { SavePricesDialog } from './save-prices-dialog.tsx'
import { type PlanView, PRICE_KEYS, priceKey, withKey, without } from './url-state.ts'
import type { ChangePlan } from './use-plan-view.ts'
import { useVersionWords } from './use-version-words.ts'
import { changedPrices, chosen, pricesIn, withValue } from './values.ts'
import { VersionChoice } from './version-choice.tsx'

type Book = PriceBooks['priceBooks'][number]
type Props = { readonly view: PlanView; readonly change: ChangePlan; readonly books: readonly Book[]; readonly plan: Plan | undefined }

const MOST_DONG = 1_000_000_000_000

export function PriceFields({ view, change, books, plan }: Props) {
  const say = useText(planText)
  const wordsOf = useVersionWords()
  const maySave = usePermission('manage-policies') === true
  const [saving, setSaving] = useState(false)
  const [editing, setEditing] = useState(false)
  const version = chosen(books, view.priceBook, plan?.terms.priceBook.id)
  const own = version && pricesIn(view, version.prices)
  const ceilings = plan?.terms.ceilings ?? []
  return (
    <section>
      <h2>{say('priceBook')}</h2>
      <VersionChoice
        label={say('priceBook')}
        versions={books}
        asked={view.priceBook}
        shown={version}
        wordsOf={(one) => say('pricesFrom', { name: wordsOf(one), day: formatDay(one.fromDay) })}
        onChoose={(id) => change((now) => withKey(without(now, PRICE_KEYS), 'priceBook', id))}
      />
      {version && own && (
        <>
          {maySave && (
            <DefaultLine
              title={say('priceBook')}
              path="/price-books/default"
              stale={PRICE_BOOKS_KEY}
              version={version}
              words={wordsOf(version)}
            />
          )}
          <ChangedLine
            changed={changedPrices(view, version.prices).length}
            onPutBack={() => change((now) => without(now, PRICE_KEYS))}
            onSave={maySave ? () => setSaving(true) : undefined}
            saveLabel={say('priceBook')}
          />
          {ITEM_NAMES.map((item) => (
            <PriceField
              key={item}
              item={item}
              dong={own[item]}
              base={version.prices[item]}
              ceiling={ceilings.find((one) => one.item === item)}
              change={change}
            />
          ))}
          <Ceilings ceilings={version.ceilings} inForce={ceilings} onEdit={maySave ? () => setEditing(true) : undefined} />
          {editing && (
            <CeilingsDialog
              books={books}
              version={version}
              onClose={() => setEditing(false)}
              onSaved={(id) => change((now) => withKey(now, 'priceBook', id))}
            />
          )}
          {saving && (
            <SavePricesDialog
              books={books}
              version={version}
              prices={own}
              day={plan?.terms.on ?? version.fromDay}
              onClose={() => setSaving(false)}
              onSaved={(id) => change((now) => withKey(without(now, PRICE_KEYS), 'priceBook', id))}
            />
          )}
        </>
      )}
    </section>
  )
}

type PriceProps = {
  readonly item: Item
  /** Undefined: the book has no price of its own for this type of memory. */
  readonly dong: number | undefined
  readonly base: number | undefined
  readonly ceiling: Plan['terms']['ceilings'][number] | undefined
  readonly change: ChangePlan
}

function PriceField({ item, dong, base, ceiling, change }: PriceProps) {
  const say = useText(planText)
  const { language } = useLanguage()
  const id = useId()
  const key = priceKey(item)
  const label = ITEMS[item][language]
  const most = ceiling && { dong: formatDong(ceiling.dong, language), source: ceiling.source }
  const isAbove = ceiling !== undefined && dong !== undefined && dong > ceiling.dong
  return (
    <MoneyField
      label={label}
      dong={dong ?? null}
      mayBeEmpty={base === undefined}
      most={MOST_DONG}
      isChanged={dong !== base}
      {...(most && !isAbove && { note: say('ceiling', most) })}
      onTell={(next, how) =>
        change((view) => (next === null && base !== undefined ? view : withValue(view, key, next ?? undefined, base)), how)
      }
    >
      {most && isAbove && (
        <p className="above-ceiling" role="alert">
          {say('exceeded', { item: label, ...most })}
        </p>
      )}
      {dong !== base && (
        <ChangedMark
          id={`${id}-was`}
          field={label}
          was={base === undefined ? say('noOwnPrice') : formatDong(base, language)}
          onPutBack={() => change((view) => withValue(view, key, base, base))}
        />
      )}
    </MoneyField>
  )
}
