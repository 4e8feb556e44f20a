/** Asks before a count is frozen: what it would say, and that nobody can change it afterwards. */
import type { Counts } from '@somay/shared/api/counts.ts'
import type { Frozen } from '@somay/shared/api/frozen-reports.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText, formatDay } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { useDeed } from '../../api/deed.ts'
import { FROZEN_KEY, useFrozenReports } from '../../api/frozen-reports.ts'
import { ApiError } from '../../api/request.ts'
import { useTimeZone } from '../../display/time-zone.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { reportsText } from '../../text/reports.ts'
import { reportAddress } from './url-state.ts'

const LONGEST_TITLE = 200

export function FreezeDialog({ counts, onClose }: { counts: Counts; onClose: () => void }) {
  const say = useText(reportsText)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const day = formatDay(counts.asOf)
  const [title, setTitle] = useState(say('defaultTitle', { day }))
  const [note, setNote] = useState('')
  const [corrects, setCorrects] = useState('')
  const ids = { note: useId(), corrects: useId() }
  const reports = useFrozenReports().data?.pages.flatMap((page) => page.reports) ?? []
  const client = useQueryClient()
  const deed = useDeed<Frozen>(
    [FROZEN_KEY],
    ({ id }) => navigate(reportAddress(id)),
    // What changed since is shown at once.
    (error) => error instanceof ApiError && error.code === 'counts-changed' && void client.invalidateQueries({ queryKey: ['counts'] }),
  )
  const isOver = counts.asOf < dayText(dayOf(Date.now(), useTimeZone()))
  const fits = title.trim() !== '' && title.length <= LONGEST_TITLE
  const { connected, all } = sumsOf(counts.total)
  const mayFreeze = fits && isOver
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const confirmed = { connected, all }
    const body = { asOf: counts.asOf, rule: counts.rule.version, title: title.trim(), note: note.trim(), confirmed }
    if (mayFreeze)
      deed.mutate({ method: 'POST', path: '/frozen-reports', body: corrects === '' ? body : { ...body, corrects: Number(corrects) } })
  }
  return (
    <Dialog title={say('freezeTitle', { day })} wide onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p>
          {say('freezeWhat', {
            connected: formatNumber(connected, language),
            all: formatNumber(all, language),
            rate: formatRate(connected, all, language),
            version: formatNumber(counts.rule.version, language),
          })}
        </p>
        <p className="attention">{say(isOver ? 'freezeWarning' : 'dayNotOver')}</p>
        <Field
          label={say('reportTitle')}
          problem={fits ? undefined : say('titleProblem')}
          value={title}
          onChange={setTitle}
          maxLength={LONGEST_TITLE}
          autoFocus
          required
        />
        <div className="field">
          <label htmlFor={ids.note}>{say('note')}</label>
          <textarea id={ids.note} rows={2} maxLength={2_000} value={note} onChange={({ target }) => setNote(target.value)} />
        </div>
        {reports.length > 0 && (
          <div className="field">
            <label htmlFor={ids.corrects}>{say('correcting')}</label>
            <select id={ids.corrects} value={corrects} onChange={({ target }) => setCorrects(target.value)}>
              <option value="">{say('correctingNone')}</option>
              {reports
                .filter(({ correctedBy }) => correctedBy === undefined)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {say('reportOption', { id: one.id, day: formatDay(one.asOf), title: one.title })}
                  </option>
                ))}
            </select>
          </div>
        )}
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending || !isOver}>
          {say('freeze')}
        </button>
      </form>
    </Dialog>
  )
}
