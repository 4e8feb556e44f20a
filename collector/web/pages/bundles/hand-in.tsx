/** The line on which files are handed in: who carried them, which they are, and off they go. */
import { BUNDLE_ENDING } from '@somay/shared/bundle-file.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { type FormEvent, useCallback, useRef, useState } from 'react'
import { Field } from '../../parts/field.tsx'
import { bundlesText } from '../../text/bundles.ts'
import type { Desk, DeskView } from './desk.ts'
import { useDrop } from './use-drop.ts'

type Props = { view: DeskView; desk: Desk; onStart: () => void }

export function HandIn({ view: { rows, running, carriedBy }, desk, onStart }: Props) {
  const say = useText(bundlesText)
  const { language } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<'nothingChosen' | 'nothingInFolder'>()
  // Those on their way already need no start.
  const waiting = rows.filter(({ state, order }) => state.kind === 'waiting' && !(running && order)).length
  const add = useCallback(
    (files: readonly File[]) => {
      setProblem(files.length === 0 ? 'nothingInFolder' : undefined)
      desk.add(files)
    },
    [desk],
  )
  const over = useDrop(add)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setProblem(waiting === 0 && !running ? 'nothingChosen' : undefined)
    if (waiting > 0) onStart()
  }
  return (
    <form className={over ? 'hand-in over' : 'hand-in'} onSubmit={submit}>
      <Field label={say('carriedBy')} note={say('carriedByNote')} value={carriedBy} onChange={desk.sayWhoCarried} maxLength={200} />
      <div className="field">
        <span className="label" id="files-label">
          {say('files')}
        </span>
        <div className="pick">
          <button type="button" aria-describedby="files-label files-problem" onClick={() => input.current?.click()}>
            {say('choose')}
          </button>
          <span className="soft">{say(over ? 'dropNow' : 'orDrop')}</span>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept={BUNDLE_ENDING}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])]
              // Emptied, so that the same file can be chosen again.
              event.target.value = ''
              if (files.length > 0) add(files)
            }}
          />
        </div>
        <p className="problem" id="files-problem" role="status">
          {problem && say(problem)}
        </p>
      </div>
      <button type="submit" className="primary">
        {waiting === 0
          ? say(running ? 'running' : 'startNone')
          : waiting === 1
            ? say('startOne')
            : say('start', { count: formatNumber(waiting, language) })}
      </button>
    </form>
  )
}
