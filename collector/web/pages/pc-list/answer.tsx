/** The answer of the list: how many PCs, out of how many, by connectivity; read aloud when it changes. */
import type { Column, PcList } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { pcListText } from '../../text/pc-list.ts'
import { States } from './states.tsx'
import { change, isNarrowed, type ListView } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Props = { list: PcList | undefined; isOld: boolean; view: ListView; show: ShowView; stateColumn: Column | undefined }

export function Answer({ list, isOld, view, show, stateColumn }: Props) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const total = list && formatNumber(list.total, language)
  return (
    <div className={isOld ? 'answer old' : 'answer'}>
      <p className="answer-count" aria-hidden={list === undefined}>
        {list === undefined ? ' ' : list.total === 1 ? say('totalOne') : say('total', { count: total ?? '' })}
      </p>
      {list && list.total !== list.totalInScope && (
        <p className="soft">{say('totalFrom', { count: formatNumber(list.totalInScope, language) })}</p>
      )}
      {isNarrowed(view) && (
        <button type="button" className="quiet" onClick={() => show(change(view, { filters: [], q: '' }))}>
          {say('clearAll')}
        </button>
      )}
      <span className="fill" />
      {stateColumn && <States view={view} show={show} column={stateColumn} />}
      <p className="visually-hidden" role="status">
        {list && !isOld ? say('found', { count: total ?? '' }) : ''}
      </p>
    </div>
  )
}
