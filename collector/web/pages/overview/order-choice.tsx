/** In which order the units stand: as in every report, or those first where most is to be looked at. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { countsText } from '../../text/counts.ts'
import type { CountView } from './url-state.ts'

export function OrderChoice({ view, show }: { view: CountView; show: (view: CountView) => void }) {
  const say = useText(countsText)
  const id = useId()
  return (
    <div className="as-of-line order-choice">
      <label htmlFor={id}>{say('order')}</label>
      <select
        id={id}
        value={view.order ?? ''}
        onChange={({ target }) => show({ ...view, order: target.value === 'need' ? 'need' : undefined })}
      >
        <option value="">{say('orderProtocol')}</option>
        <option value="need">{say('orderNeed')}</option>
      </select>
      {view.order === 'need' && <span className="soft">{say('needMeans')}</span>}
    </div>
  )
}
