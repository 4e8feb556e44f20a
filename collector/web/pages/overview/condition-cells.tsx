/** What the PCs of a row are beside their connectivity: kinds, support, updates, licences of protection; each known figure with its list, and what is unknown. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { type Aspect, LONG_UNPATCHED, SHORT_UNPATCHED } from '@somay/shared/text/conditions.ts'
import { isMoreThanPcs, MORE_THAN_PCS, pcsOfCondition, sumsOf, type Told } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { countsText } from '../../text/counts.ts'
import { FigureLink } from './figure-link.tsx'
import type { CountView } from './url-state.ts'

type ConditionColumn = { readonly aspect: Aspect; readonly values: readonly string[]; readonly heading: keyof typeof countsText }

const COLUMNS: readonly ConditionColumn[] = [
  { aspect: 'casing', values: ['desktop'], heading: 'desktop' },
  { aspect: 'casing', values: ['laptop'], heading: 'laptop' },
  { aspect: 'casing', values: ['other'], heading: 'otherKind' },
  { aspect: 'casing', values: ['unknown'], heading: 'kindUnknown' },
  { aspect: 'support', values: ['supported'], heading: 'supported' },
  { aspect: 'support', values: ['ended'], heading: 'supportEnded' },
  { aspect: 'support', values: ['extended'], heading: 'supportPaid' },
  { aspect: 'support', values: ['unknown'], heading: 'supportUnknown' },
  { aspect: 'patchAge', values: SHORT_UNPATCHED, heading: 'shortUnpatched' },
  { aspect: 'patchAge', values: LONG_UNPATCHED, heading: 'longUnpatched' },
  { aspect: 'patchAge', values: ['unknown'], heading: 'updatesUnknown' },
]

export function conditionHeadings(language: Language): string[] {
  const headings = ['allB', ...COLUMNS.map(({ heading }) => heading), 'licensed', 'licensedRate'] as const
  return headings.map((heading) => countsText[heading][language])
}

type Props = { readonly name: string; readonly told: Told; readonly view: CountView; readonly blocks: readonly string[] }

export function ConditionCells({ name, told, view, blocks }: Props) {
  const say = useText(countsText)
  const { figures, people } = told
  const { all } = sumsOf(figures)
  return (
    <>
      <td className="number">
        <FigureLink count={all} view={view} figure={{ states: [], blocks }} label={`${name}, ${say('all')}`} />
      </td>
      {COLUMNS.map(({ aspect, values, heading }) => {
        const pcs = pcsOfCondition(told, aspect, values)
        const figure = { states: [], blocks, conditions: { [aspect]: values } }
        return (
          <td key={heading} className="number">
            {pcs !== undefined && <FigureLink count={pcs} view={view} figure={figure} label={`${name}, ${say(heading)}`} />}
          </td>
        )
      })}
      <Licences all={all} people={people} />
    </>
  )
}

/** Told by people; where a unit was left out the sum is at least so many, and there is no rate. */
function Licences({ all, people }: { all: number; people: Told['people'] }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  if (!people) return <td className="number soft" colSpan={2} />
  const { licensedAntivirus, licensedAntivirusMissing } = people
  const sum = formatNumber(licensedAntivirus, language)
  const tooMany = isMoreThanPcs(licensedAntivirus, all) ? MORE_THAN_PCS[language] : undefined
  if (licensedAntivirusMissing === 0)
    return (
      <>
        <td className="number">{sum}</td>
        <td className="number">{tooMany ?? formatRate(licensedAntivirus, all, language)}</td>
      </>
    )
  return (
    <>
      <td className="number">{licensedAntivirus === 0 ? say('notTold') : say('atLeast', { count: sum })}</td>
      <td className="number">{tooMany ?? say('notTold')}</td>
    </>
  )
}
