/** A part of a PC when the plan was committed and now: once where it is the same, and said so where the PC left the list. */
import type { CommittedLines } from '@somay/shared/api/committed-plans.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { choiceText, DISK_KINDS } from '@somay/shared/text/choices.ts'
import { formatBytes } from '@somay/shared/text/numbers.ts'
import { shortName } from '../../parts/short-name.ts'
import { committedText } from '../../text/committed.ts'

type Line = CommittedLines['rows'][number]
type Part = keyof Line['before']

export function Became({ line: { before, now }, part }: { readonly line: Line; readonly part: Part }) {
  const say = useText(committedText)
  const [then, after] = [before[part], now?.[part]]
  if (after === undefined)
    return (
      <>
        <Value cell={then} part={part} /> <span className="soft">· {say('left')}</span>
      </>
    )
  if (typeof then !== 'object' && then === after)
    return (
      <span className="soft">
        <Value cell={then} part={part} />
      </span>
    )
  if (typeof then === 'object' && typeof after === 'object') return <Value cell={after} part={part} />
  return (
    <>
      <Value cell={then} part={part} /> <span aria-hidden="true">→</span>
      <span className="visually-hidden"> {say('becomes')}</span>{' '}
      <b>
        <Value cell={after} part={part} />
      </b>
    </>
  )
}

function Value({ cell, part }: { readonly cell: Cell; readonly part: Part }) {
  const { language } = useLanguage()
  if (typeof cell === 'object') return <UnknownMark reason={cell.unknown} />
  if (part === 'memoryBytes') return formatBytes(Number(cell), language)
  if (part === 'diskKind') return choiceText(DISK_KINDS, String(cell), language)
  const name = String(cell)
  return <bdi title={name}>{shortName(name, 'system')}</bdi>
}
