/** What each of the plans comes to: PCs by verdict, money in all and by year, items; each but the first with the difference to it. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatMillionDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { ITEMS, VERDICTS, type VerdictKind } from '@somay/shared/text/plan.ts'
import { scenariosText } from '../../text/scenarios.ts'
import { type Column, type Figures, itemsOf, yearsOf } from './compared.ts'
import { Difference } from './difference.tsx'

export type NamedColumn = Column & { readonly name: string }

type Line = { readonly label: string; readonly values: Figures; readonly absent?: string }

const KINDS = Object.keys(VERDICTS) as readonly VerdictKind[]

export function ComparedFigures({ columns }: { readonly columns: readonly NamedColumn[] }) {
  const say = useText(scenariosText)
  const { language } = useLanguage()
  const totals = columns.map(({ plan }) => plan.total)
  const groups: readonly { readonly label: string; readonly isMoney?: boolean; readonly lines: readonly Line[] }[] = [
    {
      label: say('byVerdict'),
      lines: [
        { label: say('pcsAll'), values: totals.map(({ pcs }) => pcs) },
        ...KINDS.map((kind) => ({ label: VERDICTS[kind][language], values: totals.map((total) => total[kind]) })),
        ...(totals.some(({ unpriced }) => unpriced > 0)
          ? [{ label: say('unpriced'), values: totals.map(({ unpriced }) => unpriced) }]
          : []),
      ],
    },
    {
      label: say('money'),
      isMoney: true,
      lines: [
        { label: say('allNeeds'), values: totals.map(({ costDong }) => costDong) },
        ...yearsOf(columns).map(({ year, dong }) => ({ label: say('yearOf', { year }), values: dong, absent: say('notInPlan') })),
        { label: say('unfunded'), values: totals.map(({ unfundedDong }) => unfundedDong) },
      ],
    },
    { label: say('items'), lines: itemsOf(columns).map(({ item, quantities }) => ({ label: ITEMS[item][language], values: quantities })) },
  ]
  return (
    <div className="plan-section">
      <h3>{say('figures')}</h3>
      <div className="count-frame">
        <table className="count-table compared-table">
          <caption className="visually-hidden">{say('figures')}</caption>
          <Headings columns={columns} first={say('figures')} />
          {groups
            .filter(({ lines }) => lines.length > 0)
            .map(({ label, isMoney = false, lines }) => (
              <tbody key={label}>
                <tr className="block">
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {label}
                  </th>
                </tr>
                {lines.map((line) => (
                  <tr key={line.label}>
                    <th scope="row">{line.label}</th>
                    {columns.map((_, place) => (
                      <td key={`${place}`} className="number">
                        <Figure line={line} place={place} isMoney={isMoney} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
        </table>
      </div>
      <p className="note">{say('inBrackets')}</p>
    </div>
  )
}

function Figure({ line, place, isMoney }: { readonly line: Line; readonly place: number; readonly isMoney: boolean }) {
  const { language } = useLanguage()
  const [value, first] = [line.values[place], line.values[0]]
  if (value === undefined) return <span className="soft">{line.absent ?? '–'}</span>
  const text = isMoney ? formatMillionDong(value, language) : formatNumber(value, language)
  return (
    <>
      {place > 0 && first !== undefined && <Difference by={value - first} isMoney={isMoney} />} <span className="figure">{text}</span>
    </>
  )
}

export function Headings({ columns, first }: { readonly columns: readonly NamedColumn[]; readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map(({ name }, place) => (
          // Two scenarios may have the same name.
          <th key={`${place}`} scope="col" className="number">
            <bdi>{name}</bdi>
          </th>
        ))}
      </tr>
    </thead>
  )
}
