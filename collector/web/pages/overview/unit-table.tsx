/** The counts by block and unit, in protocol order or by need, between their total and what stands outside it; the other table tells what the PCs are. */
import type { CountRow, Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, COUNT_STATES, choiceText } from '@somay/shared/text/choices.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { countsText } from '../../text/counts.ts'
import { conditionHeadings } from './condition-cells.tsx'
import { FigureRow, OTHERS } from './figure-row.tsx'
import { unitsByNeed } from './need.ts'
import { type CountView, OVERVIEW, pageParameters } from './url-state.ts'

type Props = { readonly counts: Counts; readonly view: CountView }

export function UnitTable({ counts, view }: Props) {
  const say = useText(countsText)
  const { rows, total, outside, blocks, conditions, outsideConditions, people } = counts
  const byNeed = view.order === 'need'
  // Of one unit its own row is the total, and its block is not all of that block.
  const isOne = view.unit !== undefined
  const shown = byNeed ? unitsByNeed(rows) : rows.filter(({ kind }) => !isOne || kind === 'unit')
  // Of a day without conditions the usual table stands in their place.
  const dated = { ...view, asOf: counts.asOf, table: conditions ? view.table : undefined }
  const beyond = rows.filter(({ kind, block }) => kind === 'block' && !blocks.includes(block)).map(({ block }) => block)
  return (
    <div className="count-frame">
      <table className="count-table figure-table">
        <caption className="visually-hidden">{say('byUnit')}</caption>
        <Headings view={dated} />
        <tbody>
          {!isOne && (
            <FigureRow name={say('total')} className="block" told={{ figures: total, conditions, people }} view={dated} blocks={blocks} />
          )}
          {shown.map((row) => (
            <BlockOrUnit key={row.unitId ?? row.block} row={row} view={dated} />
          ))}
          {sumsOf(outside).all > 0 && (
            <FigureRow
              name={say('outside')}
              className="block"
              told={{ figures: outside, conditions: outsideConditions }}
              view={dated}
              blocks={beyond}
            />
          )}
        </tbody>
      </table>
    </div>
  )
}

function Headings({ view }: { view: CountView }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const ofStates = [
    ...(view.order === 'need' ? [say('need')] : []),
    say('allB'),
    say('exemptM'),
    say('connectedA'),
    say('rateAll'),
    say('rateAllowed'),
    ...OTHERS.map((state) => COUNT_STATES[state][language]),
  ]
  const numbers = view.table === 'conditions' ? conditionHeadings(language) : ofStates
  return (
    <thead>
      <tr>
        <th scope="col">{say('unit')}</th>
        {numbers.map((heading) => (
          <th key={heading} scope="col" className="number">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function BlockOrUnit({ row, view }: { row: CountRow; view: CountView }) {
  const { language } = useLanguage()
  const { kind, name, block, depth, unitId } = row
  if (kind === 'block') {
    const shown = `${name}. ${choiceText(BLOCKS, name, language)}`
    return <FigureRow name={shown} className="block" told={row} view={view} blocks={[block]} />
  }
  const own = { ...view, unit: unitId }
  // A frozen report has no page of one unit.
  const href = view.report === undefined ? `${OVERVIEW}?${pageParameters(own)}` : undefined
  const level = view.order === 'need' ? 1 : Math.min(depth, 4)
  return <FigureRow name={name} href={href} className={`depth-${level}`} told={row} view={own} blocks={[]} />
}
