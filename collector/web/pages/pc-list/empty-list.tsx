/** No rows: which condition to loosen, or, when the ledger itself is empty, how a PC gets into it. */
import type { PcList } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { filterSentence, type Wording } from '@somay/shared/text/filter-sentence.ts'
import { searchWords } from '@somay/shared/text/filters.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useTotals } from '../../api/pcs.ts'
import { useSession } from '../../api/session.ts'
import { pcListText } from '../../text/pc-list.ts'
import { change, isNarrowed, type ListView, viewToTotal } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Props = { view: ListView; show: ShowView; list: PcList; wording: Wording }

export function EmptyList({ view, show, list, wording }: Props) {
  const say = useText(pcListText)
  if (list.totalInScope === 0) return <EmptyRegister />
  if (list.total > 0 || !isNarrowed(view)) {
    return (
      <div className="empty">
        <p>{say('pageGone')}</p>
        <button type="button" onClick={() => show(change(view, {}))}>
          {say('firstPage')}
        </button>
      </div>
    )
  }
  return <Loosen view={view} show={show} wording={wording} />
}

function Loosen({ view, show, wording }: Omit<Props, 'list'>) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const options = view.filters.map((filter, place) => ({
    words: filterSentence(filter, wording),
    view: change(view, { filters: view.filters.filter((_, index) => index !== place) }),
  }))
  if (view.q !== '') options.unshift({ words: searchWords(view.q)[language], view: change(view, { q: '' }) })
  const totals = useTotals(options.map((option) => viewToTotal(option.view)))
  return (
    <div className="empty">
      <h2>{say('noneFound')}</h2>
      <p>{say('loosen')}</p>
      <ul>
        {options.map((option, place) => {
          const total = totals[place]?.data
          return (
            <li key={option.words}>
              <button type="button" onClick={() => show(option.view)}>
                {say('without', { condition: option.words })}
              </button>{' '}
              <span className="soft">{total === undefined ? '' : say('wouldBe', { count: formatNumber(total, language) })}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function EmptyRegister() {
  const say = useText(pcListText)
  const sees = useSession().data?.person.sees
  // Who may not see PCs is not told that there are none, nor how to enrol some.
  if (sees !== 'everything')
    return (
      <div className="empty">
        <h2>{say(sees === 'nothing' ? 'seesNothing' : 'nobodyInPart')}</h2>
        <p>{say(sees === 'nothing' ? 'seesNothingHow' : 'noScope')}</p>
      </div>
    )
  return (
    <div className="empty">
      <h2>{say('emptyRegister')}</h2>
      <p>{say('emptyHow')}</p>
      <ol>
        <li>
          {say('emptyStep1')} <code>npm run collector -- enrol-token create</code>
        </li>
        <li>
          {say('emptyStep2')} <code>somay-agent enrol --collector {window.location.origin} --token …</code>
        </li>
        <li>{say('emptyStep3')}</li>
      </ol>
    </div>
  )
}
