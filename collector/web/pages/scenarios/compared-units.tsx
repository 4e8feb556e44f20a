/** The money of each block and unit in each of the plans, with the difference to the first. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { Dong } from '../../parts/dong.tsx'
import { scenariosText } from '../../text/scenarios.ts'
import { type Figures, fundedIn, unitsOf } from './compared.ts'
import { Headings, type NamedColumn } from './compared-figures.tsx'
import { Difference } from './difference.tsx'

const DEEPEST = 4

export function ComparedUnits({ columns }: { readonly columns: readonly NamedColumn[] }) {
  const say = useText(scenariosText)
  const { language } = useLanguage()
  return (
    <div className="plan-section">
      <h3>{say('byUnit')}</h3>
      <div className="count-frame">
        <table className="count-table compared-table">
          <caption className="visually-hidden">{say('byUnit')}</caption>
          <Headings columns={columns} first={say('unit')} />
          <tbody>
            <UnitRow
              name={say('total')}
              className="block"
              dong={columns.map(({ plan }) => plan.total.costDong)}
              funded={columns.map(({ plan }) => fundedIn(plan.total))}
            />
            {unitsOf(columns).map(({ kind, unitId, name, block, depth, dong, funded }) => (
              <UnitRow
                key={unitId ?? block}
                name={kind === 'block' ? `${name}. ${choiceText(BLOCKS, name, language)}` : name}
                className={kind === 'block' ? 'block' : `depth-${Math.min(depth, DEEPEST)}`}
                dong={dong}
                funded={funded}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

type Props = { readonly name: string; readonly className: string; readonly dong: Figures; readonly funded: Figures }

/** Needs, and beneath them what the years pay for: budgets change the second alone. */
function UnitRow({ name, className, dong, funded }: Props) {
  const say = useText(scenariosText)
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      {dong.map((own, place) => (
        <td key={`${place}`} className="number">
          {own === undefined ? (
            <span className="soft">{say('outOfScope')}</span>
          ) : (
            <>
              <Compared place={place} figures={dong} />
              <span className="soft beneath">
                {say('funded')} <Compared place={place} figures={funded} />
              </span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}

function Compared({ place, figures }: { readonly place: number; readonly figures: Figures }) {
  const [first, own] = [figures[0], figures[place]]
  if (own === undefined) return null
  return (
    <>
      {place > 0 && first !== undefined && <Difference by={own - first} isMoney />} <Dong dong={own} />
    </>
  )
}
