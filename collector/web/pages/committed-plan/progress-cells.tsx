/** What stands behind the name of a year or unit: its PCs, each outcome with its list, and the money; and the headings above them. */
import type { CommittedFilter, Progress } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatRate } from '@somay/shared/text/numbers.ts'
import { OUTCOMES } from '@somay/shared/text/plan.ts'
import { Dong } from '../../parts/dong.tsx'
import { committedText } from '../../text/committed.ts'
import { LineLink } from './line-link.tsx'
import { OUTCOME_NAMES } from './outcome-names.ts'

type Props = { readonly id: number; readonly place: string; readonly progress: Progress; readonly filter: CommittedFilter }

export function ProgressCells({ id, place, progress, filter }: Props) {
  const { language } = useLanguage()
  return (
    <>
      <td className="number">
        <LineLink id={id} place={place} count={progress.lines} filter={filter} />
      </td>
      {OUTCOME_NAMES.map((outcome) => (
        <td key={outcome} className="number">
          <LineLink id={id} place={place} count={progress[outcome]} filter={{ ...filter, outcome }} />
        </td>
      ))}
      <td className="number">{progress.lines === 0 ? '–' : formatRate(progress.done, progress.lines, language)}</td>
      <td className="number">
        <Dong dong={progress.costDong} />
      </td>
    </>
  )
}

export function ProgressHeadings({ first }: { readonly first: string }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {[say('pcs'), ...OUTCOME_NAMES.map((outcome) => OUTCOMES[outcome][language]), say('share'), say('money')].map((heading, place) => (
          // Two headings may be the same word in one language.
          <th key={`${place}`} scope="col" className="number">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}
