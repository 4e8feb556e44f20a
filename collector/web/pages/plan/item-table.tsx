/** What is bought: quantities of each year, prices and money, hardware apart from licences, and what reaches the threshold of central purchase. */
import type { Plan, PlanItemLine } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { ITEM_GROUP_WORDS, ITEMS, NOT_PRICED, UNPRICED, type UnpricedFor } from '@somay/shared/text/plan.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { Fragment } from 'react'
import { Dong } from '../../parts/dong.tsx'
import { planText } from '../../text/plan.ts'
import { dongOfItems, type ItemSums, itemGroups, sumsOfItem, sumsOfUnpriced } from './item-sums.ts'

export function ItemTable({ plan }: { readonly plan: Plan }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const { items, unpriced } = plan
  const { years, policy } = plan.terms
  const { centralQuantity, centralDong } = policy.policy
  if (items.length + unpriced.length === 0) return <p className="soft">{say('noItems')}</p>
  const headings = [...years.map(({ year }) => String(year)), say('unfunded'), say('quantity'), say('unitPrice'), say('amount')]
  return (
    <div className="count-frame">
      <table className="count-table item-table">
        <caption className="visually-hidden">{say('items')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('item')}</th>
            {headings.map((heading) => (
              <th key={heading} scope="col" className="number">
                {heading}
              </th>
            ))}
            <th scope="col">{say('purchase')}</th>
          </tr>
        </thead>
        <tbody>
          {itemGroups(items).map(({ group, items: own }) => (
            <Fragment key={group}>
              {own.map((line) => (
                <ItemRow key={line.item} line={line} />
              ))}
              {own.length > 1 && (
                <SumRow
                  className="group-total"
                  title={say('groupTotal', { group: ITEM_GROUP_WORDS[group][language] })}
                  dong={dongOfItems(own)}
                  quantities={years.length + 2}
                />
              )}
            </Fragment>
          ))}
          {unpriced.map(({ measure, pcs }) => (
            <UnpricedRow key={measure} measure={measure} sums={sumsOfUnpriced(pcs, years.length)} />
          ))}
        </tbody>
        <tfoot>
          <SumRow title={say('total')} dong={dongOfItems(items)} quantities={years.length + 2} />
        </tfoot>
      </table>
      {centralQuantity > 0 && (
        <p className="note">
          {say('noteCentral', { quantity: formatNumber(centralQuantity, language), dong: formatDong(centralDong, language) })}
        </p>
      )}
    </div>
  )
}

function ItemRow({ line }: { readonly line: PlanItemLine }) {
  const say = useText(planText)
  const { language } = useLanguage()
  return (
    <tr>
      <th scope="row">{ITEMS[line.item][language]}</th>
      <Quantities sums={sumsOfItem(line)} />
      <td className="number">
        <Dong dong={line.unitDong} />
      </td>
      <td className="number">
        <Dong dong={sumsOfItem(line).dong} />
      </td>
      <td>{line.central && say('central')}</td>
    </tr>
  )
}

/** The price would be that of what is not known. */
function UnpricedRow({ measure, sums }: { readonly measure: UnpricedFor; readonly sums: ItemSums }) {
  const { language } = useLanguage()
  const untold = <span className="soft">{UNKNOWN_WORD[language]}</span>
  return (
    <tr>
      <th scope="row">{UNPRICED[measure][language]}</th>
      <Quantities sums={sums} />
      <td className="number">{untold}</td>
      <td className="number">{untold}</td>
      <td>{NOT_PRICED[language]}</td>
    </tr>
  )
}

type SumProps = { readonly title: string; readonly dong: number; readonly quantities: number; readonly className?: string }

function SumRow({ title, dong, quantities, className }: SumProps) {
  return (
    <tr className={className}>
      <th scope="row">{title}</th>
      {/* Pieces of different things make no sum. */}
      <td colSpan={quantities + 1} />
      <td className="number">
        <Dong dong={dong} />
      </td>
      <td />
    </tr>
  )
}

function Quantities({ sums: { funded, unfunded, quantity } }: { readonly sums: ItemSums }) {
  const { language } = useLanguage()
  const cells = [...funded, unfunded, quantity].map((count, place) => ({ count, place }))
  return cells.map(({ count, place }) => (
    <td key={place} className="number">
      {formatNumber(count, language)}
    </td>
  ))
}
