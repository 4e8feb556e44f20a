/** Next and previous page by cursor, which rows these are, how many stand on a page; and moving them. */
import type { PcList } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { useId, useState } from 'react'
import { usePermission } from '../../api/session.ts'
import { pcListText } from '../../text/pc-list.ts'
import { MoveDialog } from './move-dialog.tsx'
import { rangeText } from './range-text.ts'
import { change, type ListView, nextPage, PAGE_SIZES, previousPage } from './url-state.ts'
import type { ShowView } from './use-view.ts'

export function Pager({ view, show, list, isOld }: { view: ListView; show: ShowView; list: PcList; isOld: boolean }) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const sizeId = useId()
  const mayMove = usePermission('move-pcs')
  const [moving, setMoving] = useState(false)
  const range = rangeText(list, view, say, language)
  const { next } = list
  return (
    <nav className="pager" aria-label={say('pager')}>
      <button type="button" disabled={view.trail.length === 0} onClick={() => show(previousPage(view))}>
        {say('previous')}
      </button>
      <button type="button" disabled={next === undefined || isOld} onClick={() => next !== undefined && show(nextPage(view, next))}>
        {say('next')}
      </button>
      <span className={isOld ? 'old' : undefined}>{range}</span>
      {mayMove && (
        <button type="button" disabled={isOld} onClick={() => setMoving(true)}>
          {say('moveOnPage')}
        </button>
      )}
      {moving && <MoveDialog list={list} onClose={() => setMoving(false)} />}
      <span className="fill" />
      <label htmlFor={sizeId}>{say('pageSize')}</label>
      <select
        id={sizeId}
        value={view.limit}
        onChange={(event) => {
          const limit = PAGE_SIZES.find((size) => String(size) === event.target.value)
          if (limit) show(change(view, { limit }))
        }}
      >
        {PAGE_SIZES.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </select>
    </nav>
  )
}
