/** How far each block and unit has got with a committed plan, in the tree of units as it stood then. */
import type { CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { committedText } from '../../text/committed.ts'
import { isBlock } from '../plan/committed-address.ts'
import { ProgressCells, ProgressHeadings } from './progress-cells.tsx'

const DEEPEST = 4

export function ProgressUnits({ plan: { id, rows, total, unitId } }: { readonly plan: CommittedPlan }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  // Of one unit its own row is the total, and its block is not all of that block.
  const shown = rows.filter(({ kind }) => unitId === undefined || kind === 'unit')
  return (
    <section className="plan-section">
      <h2>{say('byUnit')}</h2>
      <div className="count-frame">
        <table className="count-table figure-table progress-table">
          <caption className="visually-hidden">{say('byUnit')}</caption>
          <ProgressHeadings first={say('unit')} />
          <tbody>
            {unitId === undefined && (
              <tr className="block">
                <th scope="row">{say('total')}</th>
                <ProgressCells id={id} place={say('total')} progress={total} filter={{}} />
              </tr>
            )}
            {shown.map(({ kind, name, block, depth, unitId: unit, progress }) => {
              const isWhole = kind === 'block' || unit === undefined
              const place = isWhole ? `${name}. ${choiceText(BLOCKS, name, language)}` : name
              return (
                <tr key={unit ?? block} className={isWhole ? 'block' : `depth-${Math.min(depth, DEEPEST)}`}>
                  <th scope="row">{place}</th>
                  <ProgressCells
                    id={id}
                    place={place}
                    progress={progress}
                    filter={isWhole ? (isBlock(block) ? { block } : {}) : { unit }}
                  />
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="note">{say('unitsThen')}</p>
    </section>
  )
}
