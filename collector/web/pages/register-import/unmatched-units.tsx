/** Names in the list by which no unit goes: each is given its unit once, and remembered for the next list. */
import type { ListPreview } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { UnitChoice } from '../../parts/unit-choice.tsx'
import { importText } from '../../text/register.ts'
import type { ReadingChange } from './mapping.ts'

type Props = { preview: ListPreview; onChange: (change: ReadingChange) => void }

export function UnmatchedUnits({ preview: { unmatchedUnits, units }, onChange }: Props) {
  const say = useText(importText)
  const { language } = useLanguage()
  // A list without such a column has one empty text for all: its unit is chosen above.
  const named = unmatchedUnits.filter(({ text }) => text !== '')
  if (named.length === 0 && units.length === 0) return null
  const give = (text: string, unitId: number | undefined) => {
    const others = units.filter((one) => one.text !== text)
    onChange({ units: unitId === undefined ? others : [...others, { text, unitId }] })
  }
  const lines = [
    ...units.map(({ text, unitId }) => ({ text, unitId, rows: undefined })),
    ...named.map(({ text, rows }) => ({ text, unitId: undefined, rows })),
  ]
  return (
    <section className="alerts" aria-labelledby="unmatched-units">
      <h2 id="unmatched-units">{say('unmatched')}</h2>
      <ul>
        {lines.map(({ text, unitId, rows }) => (
          <li key={text} className="as-of-line">
            <UnitChoice
              label={
                <>
                  <bdi>{text}</bdi>{' '}
                  {rows !== undefined && <span className="soft">({say('unmatchedRows', { count: formatNumber(rows, language) })})</span>}
                </>
              }
              none={say('chooseUnit')}
              unit={unitId}
              onChange={(chosen) => give(text, chosen)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
