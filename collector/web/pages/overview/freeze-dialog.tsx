/** Asks before a count is frozen: what it would say, and that nobody can change it afterwards; or keeps it as a draft. */
import type { Made } from '@somay/shared/api/committed-plans.ts'
import type { Counts } from '@somay/shared/api/counts.ts'
import type { Freezing, Frozen } from '@somay/shared/api/frozen-reports.ts'
import type { Draft, NewDraft } from '@somay/shared/api/report-drafts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText, formatDay } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { useDeed } from '../../api/deed.ts'
import { FROZEN_KEY } from '../../api/frozen-reports.ts'
import { DRAFTS_KEY, draftKey } from '../../api/report-drafts.ts'
import { ApiError } from '../../api/request.ts'
import { useTimeZone } from '../../display/time-zone.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { reportsText } from '../../text/reports.ts'
import { CorrectionChoice } from './correction-choice.tsx'
import { draftAddress, reportAddress } from './url-state.ts'

const LONGEST_TITLE = 200

type Props = {
  readonly counts: Counts
  /** The draft that is changed or frozen; without one a new report is begun. */
  readonly draft?: Draft
  readonly onClose: () => void
}

export function FreezeDialog({ counts, draft, onClose }: Props) {
  const say = useText(reportsText)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const day = formatDay(counts.asOf)
  const [title, setTitle] = useState(draft?.title ?? say('defaultTitle', { day }))
  const [note, setNote] = useState(draft?.note ?? '')
  const [corrects, setCorrects] = useState(draft?.corrects)
  const noteId = useId()
  const client = useQueryClient()
  const freezing = useDeed<Frozen>(
    [FROZEN_KEY, DRAFTS_KEY],
    ({ id }) => navigate(reportAddress(id)),
    // What changed since is shown at once.
    (error) => error instanceof ApiError && error.code === 'counts-changed' && void client.invalidateQueries({ queryKey: ['counts'] }),
  )
  const keeping = useDeed<Made | undefined>([DRAFTS_KEY, draftKey(draft?.id)], (made) => {
    navigate(draftAddress(made?.id ?? draft?.id ?? 0))
    onClose()
  })
  // Behind the dialog the figures may be fetched anew: only those that stood there when it was opened are frozen.
  const [seen] = useState(counts.digest)
  const isAsSeen = counts.digest === seen
  const isOver = counts.asOf < dayText(dayOf(Date.now(), useTimeZone()))
  const fits = title.trim() !== '' && title.length <= LONGEST_TITLE
  const isPending = freezing.isPending || keeping.isPending
  const { connected, all } = sumsOf(counts.total)
  const content = { asOf: counts.asOf, title: title.trim(), note: note.trim(), ...(corrects !== undefined && { corrects }) }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!fits || !isOver || !isAsSeen || isPending) return
    keeping.reset()
    const from = draft && { draft: { id: draft.id, changedAt: draft.changedAt } }
    const body: Freezing = { ...content, rule: counts.rule.version, confirmed: { connected, all, digest: seen ?? '' }, ...from }
    freezing.mutate({ method: 'POST', path: '/frozen-reports', body })
  }
  const keep = () => {
    if (!fits) return
    freezing.reset()
    if (draft) keeping.mutate({ method: 'PUT', path: `/report-drafts/${draft.id}`, body: { ...content, changedAt: draft.changedAt } })
    else keeping.mutate({ method: 'POST', path: '/report-drafts', body: content satisfies NewDraft })
  }
  const error = freezing.error ?? keeping.error
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
        <p className="attention">{say(!isOver ? 'dayNotOver' : isAsSeen ? 'freezeWarning' : 'changedBehind')}</p>
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
          <label htmlFor={noteId}>{say('note')}</label>
          <textarea id={noteId} rows={2} maxLength={2_000} value={note} onChange={({ target }) => setNote(target.value)} />
        </div>
        <CorrectionChoice corrects={corrects} onChoose={setCorrects} />
        {error && <ErrorPanel error={error} />}
        <div className="dialog-actions">
          <button type="submit" className="primary" disabled={isPending || !isOver || !isAsSeen}>
            {say('freeze')}
          </button>
          <button type="button" disabled={isPending} onClick={keep}>
            {say('saveDraft')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
