/** The frame of every dialog that puts something into the plan: its fields, and one button. */
import { useText } from '@somay/shared/react/language.tsx'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { reorganiseText } from '../../text/reorganise.ts'
import type { Draft } from './draft.ts'

type Props = {
  title: string
  /** The draft with what was asked for; undefined while something is to be put right. */
  put: () => Draft | undefined
  onDone: (draft: Draft) => void
  onClose: () => void
  /** Whether somebody tried already, and wants to know what is missing. */
  children: (checked: boolean) => ReactNode
}

export function PlanDialog({ title, put, onDone, onClose, children }: Props) {
  const say = useText(reorganiseText)
  const [checked, setChecked] = useState(false)
  return (
    <Dialog title={title} wide onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          const draft = put()
          if (draft) onDone(draft)
        }}
      >
        {children(checked)}
        <button type="submit" className="primary">
          {say('toPlan')}
        </button>
      </form>
    </Dialog>
  )
}

/** What every dialog of the plan is given. */
export type DialogProps = {
  readonly onDone: (draft: Draft) => void
  readonly onClose: () => void
}
