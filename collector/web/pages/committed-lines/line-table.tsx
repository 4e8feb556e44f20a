/** The lines of a committed plan: what was planned, the outcome with its date, and what stood then beside what stands now. */
import type { CommittedLines } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { doneWords, openWords, plannedFor } from '@somay/shared/text/committed.ts'
import { formatDate, formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { NOT_PRICED } from '@somay/shared/text/plan.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { Link } from 'wouter'
import { currentTimeZone } from '../../display/time-zone.ts'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'
import { committedText } from '../../text/committed.ts'
import { Became } from './became.tsx'

type Line = CommittedLines['rows'][number]
type Props = { readonly rows: readonly Line[]; readonly title: string; readonly years: readonly { readonly year: number }[] }

const HEADINGS = ['pc', 'unit', 'planned', 'moneyWhole', 'year', 'outcome', 'done', 'open', 'memory', 'disk', 'os', 'since'] as const

export function LineTable({ rows, title, years }: Props) {
  const say = useText(committedText)
  return (
    <div className="count-frame">
      <table className="count-table line-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col" className={heading === 'moneyWhole' ? 'number' : undefined}>
                {say(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <LineRow key={line.pcId} line={line} years={years} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LineRow({ line, years }: { readonly line: Line; readonly years: Props['years'] }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  const year = line.year === undefined ? undefined : years[line.year]?.year
  const noYear = ({ verdict, costDong }: Line) => {
    if (verdict === 'move') return '–'
    return costDong === undefined ? NOT_PRICED[language] : say('unfunded')
  }
  return (
    <tr>
      <th scope="row">
        <Link href={`/pcs/${line.pcId}`}>
          <bdi>{line.name}</bdi>
        </Link>
        {line.assetCode !== undefined && (
          <div className="soft">
            <bdi>{line.assetCode}</bdi>
          </div>
        )}
      </th>
      <td>{line.unit}</td>
      <td>{plannedFor(line, language)}</td>
      <td className="number">{line.costDong === undefined ? UNKNOWN_WORD[language] : formatNumber(line.costDong, language)}</td>
      <td>{year ?? <span className="soft">{noYear(line)}</span>}</td>
      <td>
        <OutcomeMark outcome={line.outcome} />
      </td>
      <td>{doneWords(line, language) || '–'}</td>
      <td>{openWords(line, language) || '–'}</td>
      <td>
        <Became line={line} part="memoryBytes" />
      </td>
      <td>
        <Became line={line} part="diskKind" />
      </td>
      <td>
        <Became line={line} part="os" />
      </td>
      <td>
        {line.since === undefined ? (
          '–'
        ) : (
          <time dateTime={new Date(line.since).toISOString()} title={formatDateTime(line.since, currentTimeZone())}>
            {formatDate(line.since, currentTimeZone())}
          </time>
        )}
      </td>
    </tr>
  )
}
