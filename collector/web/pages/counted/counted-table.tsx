/** The rows of the list behind a figure. */
import type { CountedPc } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { COUNT_STATES, choiceText } from '@somay/shared/text/choices.ts'
import { ASPECT_WORDS, ASPECTS, type Aspect, CONDITIONS } from '@somay/shared/text/conditions.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { Link } from 'wouter'
import { StateMark } from '../../parts/state-mark.tsx'
import { countsText } from '../../text/counts.ts'

export function CountedTable({ rows, title }: { rows: readonly CountedPc[]; title: string }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  return (
    <div className="count-frame">
      <table className="count-table counted-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('pc')}</th>
            <th scope="col">{say('unitThen')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('internetOn')}</th>
            <th scope="col">{say('heardOn')}</th>
            {ASPECTS.map((aspect) => (
              <th key={aspect} scope="col">
                {ASPECT_WORDS[aspect][language]}
              </th>
            ))}
            <th scope="col">{say('model')}</th>
            <th scope="col">{say('serial')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pc) => (
            <tr key={pc.pcId ?? `item ${pc.itemId}`}>
              <th scope="row" title={pc.name}>
                {/* What the register alone tells of is looked up there. */}
                <Link href={pc.pcId === undefined ? `/register?view=all&q=${encodeURIComponent(pc.assetCode ?? '')}` : `/pcs/${pc.pcId}`}>
                  <bdi>{pc.name}</bdi>
                </Link>
                {pc.assetCode !== undefined && (
                  <span className="soft">
                    {' '}
                    (<bdi>{pc.assetCode}</bdi>)
                  </span>
                )}
              </th>
              <td title={pc.unit}>{pc.unit}</td>
              <td>
                <StateMark state={pc.state} label={COUNT_STATES[pc.state][language]} />
              </td>
              <td>{dayText(pc.internetOn, say('noneOnRecord'))}</td>
              <td>{dayText(pc.heardOn, say('noneOnRecord'))}</td>
              {ASPECTS.map((aspect) => (
                <td key={aspect}>{conditionText(aspect, pc[aspect], language)}</td>
              ))}
              <td>{textOf(pc.model)}</td>
              <td>{textOf(pc.serial)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function dayText(day: string | undefined, none: string): string {
  return day === undefined ? none : formatDay(day)
}

/** A report frozen before conditions were asked says nothing of them. */
function conditionText(aspect: Aspect, value: string | undefined, language: Language): string {
  return value === undefined ? '–' : choiceText(CONDITIONS[aspect], value, language)
}

function textOf(cell: Cell) {
  return typeof cell === 'object' ? <UnknownMark reason={cell.unknown} /> : <bdi>{cell}</bdi>
}
