/** Which unit each name in the list means, with how many rows go there: those nobody knows and those remembered first, those that bear a unit's name below. */
import type { ListPreview } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { UnitChoice } from '../../parts/unit-choice.tsx'
import { importText } from '../../text/register.ts'
import type { ReadingChange } from './mapping.ts'

type Props = { preview: ListPreview; onChange: (change: ReadingChange) => void }
type Line = ListPreview['units'][number]

export function ListUnits({ preview: { units }, onChange }: Props) {
  const say = useText(importText)
  const { language } = useLanguage()
  if (units.length === 0) return null
  const give = (text: string, unitId: number | undefined) =>
    onChange({
      units: [
        ...units.filter((one) => one.by === 'given' && one.text !== text).map((one) => ({ text: one.text, unitId: one.unitId ?? null })),
        { text, unitId: unitId ?? null },
      ],
    })
  const lines = (of: readonly Line[]) => (
    <ul className="list-units">
      {of.map((line) => (
        <li key={line.text} className="as-of-line">
          <UnitLine line={line} onGive={(unitId) => give(line.text, unitId)} />
        </li>
      ))}
    </ul>
  )
  const unknown = units.filter(({ unitId }) => unitId === undefined)
  const chosen = units.filter(({ unitId, by }) => unitId !== undefined && by !== 'name')
  const named = units.filter(({ by }) => by === 'name')
  return (
    <section className="alerts" aria-labelledby="list-units">
      <h2 id="list-units">{say('units')}</h2>
      {unknown.length > 0 && <p className="attention">{say('unmatched')}</p>}
      {lines([...unknown, ...chosen])}
      {named.length > 0 && (
        <details open={unknown.length + chosen.length === 0 && named.length <= 5}>
          <summary>{say('unitsByName', { count: formatNumber(named.length, language) })}</summary>
          {lines(named)}
        </details>
      )}
    </section>
  )
}

function UnitLine({ line: { text, rows, unitId, by }, onGive }: { line: Line; onGive: (unitId: number | undefined) => void }) {
  const say = useText(importText)
  const { language } = useLanguage()
  return (
    <>
      <UnitChoice
        label={
          <>
            <bdi>{text}</bdi> <span className="soft">({say('unitRows', { count: formatNumber(rows, language) })})</span>
          </>
        }
        none={say('chooseUnit')}
        unit={unitId}
        onChange={onGive}
      />
      {by === 'remembered' && <span className="soft">{say('unitRemembered')}</span>}
    </>
  )
}
