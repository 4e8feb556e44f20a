/** The rows of a plan's list: what each PC is, what is done about it, why, for how much and when. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { choiceText, DISK_KINDS } from '@somay/shared/text/choices.ts'
import { formatBytes, formatNumber } from '@somay/shared/text/numbers.ts'
import { NATURES, NOT_PRICED } from '@somay/shared/text/plan.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { Link } from 'wouter'
import { shortName } from '../../parts/short-name.ts'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import { type PlanView, planAddress } from '../plan/url-state.ts'
import { boughtFor, measureWords, worksFor } from './remedies-words.ts'

type Props = { readonly rows: readonly PlannedPc[]; readonly title: string; readonly terms: PlanTerms | undefined; readonly view: PlanView }

export function PlannedTable({ rows, title, terms, view }: Props) {
  const say = useText(plannedPcsText)
  return (
    <div className="count-frame">
      <table className="count-table planned-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('pc')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('assetCode')}</th>
            <th scope="col">{say('yearInUse')}</th>
            <th scope="col">{say('model')}</th>
            <th scope="col">{say('configuration')}</th>
            <th scope="col">{say('proposal')}</th>
            <th scope="col">{say('reasons')}</th>
            <th scope="col" className="number">
              {say('cost')}
            </th>
            <th scope="col">{say('year')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pc) => (
            <PlannedRow key={pc.pcId} pc={pc} terms={terms} view={view} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PlannedRow({ pc, terms, view }: { readonly pc: PlannedPc; readonly terms: PlanTerms | undefined; readonly view: PlanView }) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  const [bought, works] = [boughtFor(pc, language), worksFor(pc, language)]
  return (
    <tr>
      <th scope="row">
        <Link href={planAddress(view, `/pcs/${pc.pcId}`)}>
          <bdi>{pc.name}</bdi>
        </Link>
      </th>
      <td>{pc.unit}</td>
      <td>
        {pc.assetCode === undefined ? (
          <span className="soft">{say(pc.listedElsewhere ? 'listedElsewhere' : 'notListed')}</span>
        ) : (
          <bdi>{pc.assetCode}</bdi>
        )}
      </td>
      <td>{pc.yearInUse ?? <UnregisteredYear pc={pc} />}</td>
      <td>
        <Text cell={pc.model} form={undefined} />
      </td>
      <td>
        <Text cell={pc.processor} form="processor" /> · <Size cell={pc.memoryBytes} /> · <Disk pc={pc} />
        <div>
          <Text cell={pc.os} form="system" />
        </div>
      </td>
      <td>
        <VerdictMark verdict={pc.verdict} />
        {pc.verdict === 'apart' && pc.nature !== 'unknown' && <div className="soft">{NATURES[pc.nature][language]}</div>}
        {bought !== '' && <div>{bought}</div>}
        {works !== '' && <div className="soft">{say('besides', { works })}</div>}
      </td>
      <td>
        <Reasons pc={pc} />
      </td>
      <td className="number">{costOf(pc, language)}</td>
      <td className="in-year">{yearOf(pc, terms) ?? <NoYear pc={pc} />}</td>
    </tr>
  )
}

/** What the register does not say is unknown; what is not in the register has no year there. */
function UnregisteredYear({ pc }: { readonly pc: PlannedPc }) {
  return pc.assetCode === undefined ? '–' : <UnknownMark reason="not-entered" />
}

const NO_YEAR = { keep: 'noMoney', mend: 'unfunded', replace: 'unfunded', move: 'noMoney', unknown: 'undecided' } as const

/** What stands where no year pays: of a PC that is not decided, or has no price, even the money is not known. */
function NoYear({ pc: { verdict, costDong } }: { readonly pc: PlannedPc }) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  if (verdict === 'apart') return '–'
  return <span className="soft">{costDong === undefined ? NOT_PRICED[language] : say(NO_YEAR[verdict])}</span>
}

function costOf({ verdict, costDong }: PlannedPc, language: Language): string {
  if (verdict === 'unknown' || verdict === 'apart') return '–'
  return costDong === undefined ? UNKNOWN_WORD[language] : formatNumber(costDong, language)
}

function yearOf({ year }: PlannedPc, terms: PlanTerms | undefined): number | undefined {
  return year === undefined ? undefined : terms?.years[year]?.year
}

function Reasons({ pc }: { readonly pc: PlannedPc }) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  const reasons = pc.reasons.map((words) => words[language])
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
      {pc.missing.length > 0 && (
        <li>{say('readFirst', { measures: pc.missing.map((measure) => measureWords(measure, language)).join('; ') })}</li>
      )}
    </ul>
  )
}

function Text({ cell, form }: { readonly cell: Cell; readonly form: Parameters<typeof shortName>[1] }) {
  if (typeof cell === 'object') return <UnknownMark reason={cell.unknown} />
  const text = String(cell)
  return <bdi title={text}>{shortName(text, form)}</bdi>
}

function Size({ cell }: { readonly cell: Cell }) {
  const { language } = useLanguage()
  if (typeof cell === 'object') return <UnknownMark reason={cell.unknown} />
  return formatBytes(Number(cell), language)
}

function Disk({ pc: { diskKind, diskBytes } }: { readonly pc: PlannedPc }) {
  const { language } = useLanguage()
  // One mark for both: a disk of which nothing is known is one thing that is not known.
  if (typeof diskKind === 'object' && typeof diskBytes === 'object') return <UnknownMark reason={diskKind.unknown} />
  return (
    <>
      {typeof diskKind === 'object' ? <UnknownMark reason={diskKind.unknown} /> : choiceText(DISK_KINDS, String(diskKind), language)}{' '}
      <Size cell={diskBytes} />
    </>
  )
}
