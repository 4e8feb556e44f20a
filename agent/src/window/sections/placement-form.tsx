/** Asset tag and room, entered by the unit's officer; nothing typed is lost when it cannot be kept. */

import { useManner, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { type FormEvent, useState } from 'react'
import type { Answer } from '../../preload/messages.ts'
import { bridge } from '../bridge.ts'
import { Unanswered } from '../parts/unanswered.tsx'
import { placementText } from '../text/standing.ts'
import { useAsked } from '../use-asked.ts'
import { MOST_CHARACTERS, typedLineOf } from './typed-line.ts'

type Said = 'kept' | 'takenBack' | 'notKept'

type Entry = Answer<'placement'>['entry']

/** No form before the entry is known: empty fields would say that there is none, and keeping them would take it back. */
export function PlacementForm() {
  const say = useText(placementText)
  const { asked, again } = useAsked(bridge().placement)
  const [entry, setEntry] = useState<{ readonly known: Entry }>()
  if (asked?.kind === 'answered' && (!entry || entry.known !== asked.value.entry)) setEntry({ known: asked.value.entry })
  return (
    <section className="panel" aria-labelledby="placement-title">
      <h2 id="placement-title">{say('title')}</h2>
      <p className="note">{say('about')}</p>
      <Unanswered asked={asked} onRetry={again} />
      {entry && <Fields entry={entry.known} onKept={again} />}
    </section>
  )
}

function Fields({ entry, onKept }: { entry: Entry; onKept: () => void }) {
  const say = useText(placementText)
  const { timeZone } = useManner()
  const [assetTag, setAssetTag] = useState(entry?.assetTag ?? '')
  const [room, setRoom] = useState(entry?.room ?? '')
  const [said, setSaid] = useState<Said>()
  const [tagLine, roomLine] = [typedLineOf(assetTag), typedLineOf(room)]
  const tagProblem = problemOf(tagLine, MOST_CHARACTERS.assetTag)
  const roomProblem = problemOf(roomLine, MOST_CHARACTERS.room)

  async function keep(event: FormEvent) {
    event.preventDefault()
    if (tagProblem !== undefined || roomProblem !== undefined) return
    const typed = { ...(tagLine !== undefined && { assetTag: tagLine }), ...(roomLine !== undefined && { room: roomLine }) }
    const answer = await bridge().enterPlacement(typed)
    if (answer.kind !== 'answered') return setSaid('notKept')
    setSaid(tagLine === undefined && roomLine === undefined ? 'takenBack' : 'kept')
    onKept()
  }

  const tooLong = (most: number | undefined) => (most === undefined ? undefined : say('tooLong', { most }))
  return (
    <form className="form" onSubmit={(event) => void keep(event)}>
      <Line
        id="asset-tag"
        label={say('assetTag')}
        note={say('assetTagNote')}
        value={assetTag}
        onChange={setAssetTag}
        problem={tooLong(tagProblem)}
      />
      <Line id="room" label={say('room')} note={say('roomNote')} value={room} onChange={setRoom} problem={tooLong(roomProblem)} />
      <div className="beside">
        <button type="submit">{say('keep')}</button>
        <span className="note">
          {entry ? say('enteredAt', { time: formatDateTime(Date.parse(entry.enteredAt), timeZone) }) : say('notEntered')}
        </span>
      </div>
      <p role="status" className={said === 'notKept' ? 'problem' : 'note'}>
        {said && say(said)}
      </p>
    </form>
  )
}

/** How many characters there may be, when there are more. */
function problemOf(line: string | undefined, most: number): number | undefined {
  return line !== undefined && line.length > most ? most : undefined
}

type LineProps = { id: string; label: string; note: string; value: string; onChange: (value: string) => void; problem: string | undefined }

function Line({ id, label, note, value, onChange, problem }: LineProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? `${id}-note` : `${id}-note ${id}-problem`}
      />
      <p className="note" id={`${id}-note`}>
        {note}
      </p>
      {problem !== undefined && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
