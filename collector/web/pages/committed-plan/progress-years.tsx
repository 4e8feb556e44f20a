/** How far each year of a committed plan has got, and what belongs to no year. */
import type { CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { committedText } from '../../text/committed.ts'
import { ProgressCells, ProgressHeadings } from './progress-cells.tsx'

export function ProgressYears({ plan: { id, years, total } }: { readonly plan: CommittedPlan }) {
  const say = useText(committedText)
  const shown = years.filter(({ year, progress }) => year !== undefined || progress.lines > 0)
  const hasRest = shown.some(({ year }) => year === undefined)
  return (
    <section className="plan-section">
      <h2>{say('byYear')}</h2>
      <div className="count-frame">
        <table className="count-table figure-table progress-table">
          <caption className="visually-hidden">{say('byYear')}</caption>
          <ProgressHeadings first={say('year')} />
          <tbody>
            {shown.map(({ year, progress }, place) => {
              const name = year === undefined ? say('noYear') : String(year)
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <ProgressCells id={id} place={name} progress={progress} filter={{ year: year === undefined ? -1 : place }} />
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('total')}</th>
              <ProgressCells id={id} place={say('total')} progress={total} filter={{}} />
            </tr>
          </tfoot>
        </table>
      </div>
      {hasRest && <p className="note">{say('noYearMeans')}</p>}
    </section>
  )
}
