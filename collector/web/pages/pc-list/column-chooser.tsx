/** Which columns show; their order is the collector's, so that two people compare the same table. */
import type { Column } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { type ListView, NAME_COLUMN } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Props = { view: ListView; show: ShowView; columns: readonly Column[]; shown: readonly Column[]; onClose: () => void }

export function ColumnChooser({ view, show, columns, shown, onClose }: Props) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState(() => new Set(shown.map(({ key }) => key)))
  const usual = columns.filter(({ key, shownByDefault }) => shownByDefault || key === NAME_COLUMN).map(({ key }) => key)
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const keys = columns.map(({ key }) => key).filter((key) => chosen.has(key))
    show({ ...view, columns: keys.join() === usual.join() ? undefined : keys })
    onClose()
  }
  return (
    <Dialog title={say('columnsTitle')} wide onClose={onClose}>
      <form onSubmit={submit}>
        <p className="note">{say('columnsNote')}</p>
        <div className="column-choices">
          {columns.map(({ key, heading }) => (
            <label key={key} className="tick">
              <input type="checkbox" checked={chosen.has(key)} disabled={key === NAME_COLUMN} onChange={() => toggle(key)} />
              {heading[language]}
            </label>
          ))}
        </div>
        <div className="dialog-actions">
          <button type="button" onClick={() => setChosen(new Set(usual))}>
            {say('columnsDefault')}
          </button>
          <button type="button" onClick={() => setChosen(new Set(columns.map(({ key }) => key)))}>
            {say('columnsAll')}
          </button>
          <span className="fill" />
          <button type="submit" className="primary">
            {say('apply')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
