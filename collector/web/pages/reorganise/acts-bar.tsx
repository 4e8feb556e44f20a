/** The acts somebody can put into the plan, and the dialog of the one that was asked for. */
import { useText } from '@somay/shared/react/language.tsx'
import { reorganiseText } from '../../text/reorganise.ts'
import type { Draft, Ended, Made } from './draft.ts'
import { EndedDialog } from './ended-dialog.tsx'
import { ListDialog } from './list-dialog.tsx'
import { MadeDialog } from './made-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import type { Plan } from './plan.ts'
import { ReplaceDialog } from './replace-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'

const ACTS = ['merge', 'rename', 'split', 'move', 'addNew', 'end', 'list'] as const

/** An act, or the row of the plan that is to be changed. */
export type Wanted = (typeof ACTS)[number] | Ended | Made

export function ActsBar({ onWant }: { onWant: (act: Wanted) => void }) {
  const say = useText(reorganiseText)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, and here is none
    <div className="acts-bar" role="group" aria-label={say('acts')}>
      {ACTS.map((act) => (
        <button key={act} type="button" onClick={() => onWant(act)}>
          {say(act)}
        </button>
      ))}
    </div>
  )
}

type Props = { wanted: Wanted; plan: Plan; onDone: (draft: Draft) => void; onClose: () => void }

export function WantedDialog({ wanted, ...given }: Props) {
  switch (wanted) {
    case 'merge':
      return <MergeDialog {...given} />
    case 'rename':
    case 'move':
      return <ReplaceDialog act={wanted} {...given} />
    case 'split':
      return <SplitDialog {...given} />
    case 'addNew':
      return <MadeDialog {...given} />
    case 'list':
      return <ListDialog {...given} />
    case 'end':
      return <EndedDialog {...given} />
    default:
      return 'key' in wanted ? <MadeDialog made={wanted} {...given} /> : <EndedDialog ended={wanted} {...given} />
  }
}
