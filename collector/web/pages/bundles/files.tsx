/** What was picked and what became of it: counts that narrow the table, the question for units, the rows, and the result read aloud. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '../../api/session.ts'
import { bundleStateText, bundlesText } from '../../text/bundles.ts'
import type { Desk, DeskView } from './desk.ts'
import { FileTable } from './file-table.tsx'
import { KINDS, type RowState, type Tally, tallyOf } from './rows.ts'
import { UnitQuestion } from './unit-question.tsx'

export function Files({ view: { rows, running }, desk }: { view: DeskView; desk: Desk }) {
  const say = useText(bundlesText)
  const { language } = useLanguage()
  const { data: session } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, choose] = useState<RowState['kind']>()
  const tally = tallyOf(rows)
  // When the last row of a kind has become another, all are shown again.
  const kind = chosen !== undefined && tally[chosen] > 0 ? chosen : undefined
  const finished = tally.imported + tally.refused
  const remove = useCallback((id: number) => desk.remove(id), [desk])
  useKeptFocus(heading, rows)
  return (
    <section className="files" aria-labelledby="files-title">
      <div className="tally">
        <h2 id="files-title" ref={heading} tabIndex={-1}>
          {rows.length === 1 ? say('allOne') : say('all', { count: formatNumber(rows.length, language) })}
        </h2>
        <Counts tally={tally} kind={kind} choose={choose} />
        <UnitQuestion rows={rows} desk={desk} />
        <span className="fill" />
        {finished > 0 && (
          <button type="button" className="quiet" onClick={desk.removeFinished}>
            {say('removeFinished')}
          </button>
        )}
      </div>
      <FileTable
        rows={kind === undefined ? rows : rows.filter(({ state }) => state.kind === kind)}
        userName={session?.person.userName ?? ''}
        onRemove={remove}
      />
      <Announcement tally={tally} running={running} />
    </section>
  )
}

type CountsProps = { tally: Tally; kind: RowState['kind'] | undefined; choose: (kind: RowState['kind'] | undefined) => void }

function Counts({ tally, kind, choose }: CountsProps) {
  const sayState = useText(bundleStateText)
  const { language } = useLanguage()
  return KINDS.filter((one) => tally[one] > 0).map((one) => (
    <button key={one} type="button" className="count" aria-pressed={kind === one} onClick={() => choose(kind === one ? undefined : one)}>
      {formatNumber(tally[one], language)} {sayState(one)}
    </button>
  ))
}

/** Once when it begins and once when it is over: forty files must not be read out one by one. */
function Announcement({ tally, running }: { tally: Tally; running: boolean }) {
  const say = useText(bundlesText)
  const sayState = useText(bundleStateText)
  const { language } = useLanguage()
  const counts = KINDS.filter((one) => tally[one] > 0).map((one) => `${formatNumber(tally[one], language)} ${sayState(one)}`)
  return (
    <p className="visually-hidden" role="status">
      {running ? say('running') : say('done', { counts: counts.join(', ') })}
    </p>
  )
}

/** The button that was pressed may go away with its row; then the focus goes to the heading and not to the top of the page. */
function useKeptFocus(heading: { current: HTMLElement | null }, rows: DeskView['rows']): void {
  const before = useRef(rows)
  useEffect(() => {
    if (before.current !== rows && document.activeElement === document.body) heading.current?.focus()
    before.current = rows
  }, [heading, rows])
}
