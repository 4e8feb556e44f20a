/** A native modal dialog: the browser keeps the focus inside, closes on Esc and gives the focus back. */

import { useText } from '@somay/shared/react/language.tsx'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { partsText } from '../text/parts.ts'

type Props = { title: string; wide?: boolean; onClose: () => void; children: ReactNode }

export function Dialog({ title, wide, onClose, children }: Props) {
  const say = useText(partsText)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className={wide ? 'wide' : undefined} aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
      </div>
      {children}
    </dialog>
  )
}
