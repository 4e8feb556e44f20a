/** The selection counted by connectivity: every count is a link to the PCs behind it. */
import type { Column } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { choiceText, STATES } from '@somay/shared/text/choices.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { MouseEvent } from 'react'
import { usePcStates } from '../../api/pcs.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { HOME } from '../log-in/return-address.ts'
import { byState, isByState, type ListView, viewToSearch, viewToStates } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Props = { view: ListView; show: ShowView; column: Column }

export function States({ view, show, column }: Props) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const states = usePcStates(viewToStates(view, column.key))
  return (
    <ul className="states" aria-label={say('states')}>
      {states.data?.map(({ state, count }) => {
        const next = byState(view, column.key, state)
        const open = (event: MouseEvent) => {
          // A new tab or window stays the browser's business.
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          show(next)
        }
        const label = state === 'unknown' ? UNKNOWN_WORD[language] : choiceText(STATES, state, language)
        return (
          <li key={state}>
            <a href={HOME + viewToSearch(next)} onClick={open} aria-current={isByState(view, column.key, state) ? 'true' : undefined}>
              <StateMark state={state} label={label} /> <b>{formatNumber(count, language)}</b>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
