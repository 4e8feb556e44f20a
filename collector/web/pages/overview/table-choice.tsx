/** Which table of the units is shown, and in which order they stand: as in every report, or those first where most is to be looked at. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { useId } from 'react'
import { countsText } from '../../text/counts.ts'
import type { CountView } from './url-state.ts'
import type { ShowView } from './use-count-view.ts'

export function TableChoice({ view, show, counts }: { view: CountView; show: ShowView; counts: Counts }) {
  const say = useText(countsText)
  const hasConditions = counts.conditions !== undefined
  const [tableId, orderId] = [useId(), useId()]
  return (
    <div className="as-of-line order-choice">
      {hasConditions && (
        <>
          <label htmlFor={tableId}>{say('table')}</label>
          <select
            id={tableId}
            value={view.table ?? ''}
            onChange={({ target }) => show({ ...view, table: target.value === 'conditions' ? 'conditions' : undefined })}
          >
            <option value="">{say('tableConnectivity')}</option>
            <option value="conditions">{say('tableConditions')}</option>
          </select>
        </>
      )}
      <label htmlFor={orderId}>{say('order')}</label>
      <select
        id={orderId}
        value={view.order ?? ''}
        onChange={({ target }) => show({ ...view, order: target.value === 'need' ? 'need' : undefined })}
      >
        <option value="">{say('orderProtocol')}</option>
        <option value="need">{say('orderNeed')}</option>
      </select>
      {counts.conditionsFrom !== undefined && (
        <span className="soft">{say('conditionsFrom', { from: formatDay(counts.conditionsFrom) })}</span>
      )}
      {view.order === 'need' && <span className="soft">{say('needMeans')}</span>}
    </div>
  )
}
