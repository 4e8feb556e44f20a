/** The one answer of the list: how many PCs, out of how many; read aloud when it changes. */
import type { PcList } from '@somay/shared/api/pcs.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { pcListText } from '../../text/pc-list.ts'

export function Answer({ list, isOld }: { list: PcList | undefined; isOld: boolean }) {
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
      <p className="visually-hidden" role="status">
        {list && !isOld ? say('found', { count: total ?? '' }) : ''}
      </p>
    </div>
  )
}
