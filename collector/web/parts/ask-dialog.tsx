/** Asks once more before a deed, and does it. */
import { useText } from '@somay/shared/react/language.tsx'
import type { QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Sent, useDeed } from '../api/deed.ts'
import { partsText } from '../text/parts.ts'
import { Dialog } from './dialog.tsx'
import { ErrorPanel } from './error-panel.tsx'

type Props<Answer> = {
  readonly title: string
  /** The question. */
  readonly children: ReactNode
  /** What the button says. */
  readonly doIt: string
  readonly deed: Sent
  /** What is asked of the collector anew once it is done. */
  readonly stale: readonly QueryKey[]
  readonly onClose: () => void
  /** Instead of closing. */
  readonly onDone?: (answer: Answer) => void
}

export function AskDialog<Answer = unknown>({ title, children, doIt, deed: asked, stale, onClose, onDone = onClose }: Props<Answer>) {
  const sayPart = useText(partsText)
  const deed = useDeed<Answer>(stale, onDone)
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="dialog-actions">
        <span className="fill" />
        <button type="button" onClick={onClose}>
          {sayPart('cancel')}
        </button>
        <button type="button" className="primary" disabled={deed.isPending} onClick={() => deed.mutate(asked)}>
          {doIt}
        </button>
      </div>
    </Dialog>
  )
}
