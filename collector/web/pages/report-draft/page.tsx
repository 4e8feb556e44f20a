/** A draft of a report: what the ledger now says of its day; to be changed, frozen or removed. */
import type { Draft } from '@somay/shared/api/report-drafts.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useCounts } from '../../api/counts.ts'
import { DRAFTS_KEY, useDraft } from '../../api/report-drafts.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { countsText } from '../../text/counts.ts'
import { partsText } from '../../text/parts.ts'
import { reportsText } from '../../text/reports.ts'
import { Answer } from '../overview/answer.tsx'
import { FreezeDialog } from '../overview/freeze-dialog.tsx'
import { TableChoice } from '../overview/table-choice.tsx'
import { UnitTable } from '../overview/unit-table.tsx'
import { REPORTS, viewParameters } from '../overview/url-state.ts'
import { useCountView } from '../overview/use-count-view.ts'
import { DraftState } from './draft-state.tsx'

export function ReportDraftPage({ id }: { id: string }) {
  const say = useText(reportsText)
  const sayPart = useText(partsText)
  const draft = useDraft(/^\d{1,15}$/.test(id) ? Number(id) : 0)
  usePageTitle(draft.data ? say('draftTitle', { title: draft.data.title }) : say('drafts'))
  return (
    <div className="counts-page">
      {draft.error && <ErrorPanel error={draft.error} onRetry={() => void draft.refetch()} />}
      {draft.isPending && <p className="soft">{sayPart('loading')}</p>}
      {draft.data && !draft.error && <DraftOfDay draft={draft.data} />}
    </div>
  )
}

function DraftOfDay({ draft }: { draft: Draft }) {
  const say = useText(reportsText)
  const sayPart = useText(partsText)
  const sayCounts = useText(countsText)
  const [, navigate] = useLocation()
  const { view: shown, show } = useCountView()
  // Another day than the saved one is looked at before it is saved.
  const view = { ...shown, asOf: shown.asOf ?? draft.asOf, unit: undefined }
  const counts = useCounts(viewParameters(view))
  const [open, setOpen] = useState<'freezing' | 'removing'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <div className="as-of-line">
        <h1>
          <bdi>{say('draftTitle', { title: draft.title })}</bdi>
        </h1>
        <span className="fill" />
        <Link href={REPORTS}>{say('toReports')}</Link>
        <button type="button" onClick={() => setOpen('removing')}>
          {say('removeDraft')}
        </button>
        <button type="button" disabled={!counts.data} onClick={() => setOpen('freezing')}>
          {say('editOrFreeze')}
        </button>
        <FileMenu path={`/report-drafts/${draft.id}/export`} parameters="" />
      </div>
      <div className="as-of-line">
        <DayField label={sayCounts('asOf')} day={view.asOf} onChoose={(asOf, how) => show({ ...shown, asOf }, how)} />
      </div>
      <DraftState draft={draft} day={view.asOf} />
      {counts.error && <ErrorPanel error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.isPending && <p className="soft">{sayPart('loading')}</p>}
      {counts.data && !counts.error && (
        <div aria-busy={counts.isPlaceholderData}>
          <Answer counts={counts.data} view={view} />
          <TableChoice view={shown} show={show} counts={counts.data} />
          <UnitTable counts={counts.data} view={view} />
        </div>
      )}
      {open === 'freezing' && counts.data && <FreezeDialog counts={counts.data} draft={draft} onClose={close} />}
      {open === 'removing' && (
        <AskDialog
          title={say('removeDraftTitle')}
          doIt={say('removeIt')}
          deed={{ method: 'DELETE', path: `/report-drafts/${draft.id}` }}
          stale={[DRAFTS_KEY]}
          onClose={close}
          onDone={() => navigate(REPORTS)}
        >
          <p>
            <bdi>{say('removeDraftAsk', { title: draft.title })}</bdi>
          </p>
        </AskDialog>
      )}
    </>
  )
}
