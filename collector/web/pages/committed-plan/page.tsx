/** A committed plan: how far it has got, by year and by unit, with the PCs behind every figure; and what it was decided under. */
import type { CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { useCommittedPlan } from '../../api/committed-plans.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { committedText } from '../../text/committed.ts'
import { partsText } from '../../text/parts.ts'
import { COMMITTED, linesAddress } from '../plan/committed-address.ts'
import { Decided } from './decided.tsx'
import { OutcomeNotes } from './outcome-notes.tsx'
import { Outcomes } from './outcomes.tsx'
import { ProgressUnits } from './progress-units.tsx'
import { ProgressYears } from './progress-years.tsx'

export function CommittedPlanPage({ id }: { readonly id: string }) {
  const say = useText(committedText)
  const sayPart = useText(partsText)
  const plan = useCommittedPlan(/^\d{1,15}$/.test(id) ? Number(id) : 0)
  usePageTitle(plan.data?.title ?? say('title'))
  return (
    <div className="counts-page plan-page committed-page">
      {plan.error && (
        <>
          <h1>{say('title')}</h1>
          <ErrorPanel error={plan.error} onRetry={() => void plan.refetch()} />
          <p>
            <Link href={COMMITTED}>{say('title')}</Link>
          </p>
        </>
      )}
      {plan.isPending && <p className="soft">{sayPart('loading')}</p>}
      {plan.data && <Progress plan={plan.data} />}
    </div>
  )
}

function Progress({ plan }: { readonly plan: CommittedPlan }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  const { id, title, note, who, committedAt, total, at } = plan
  const [pcs, dong] = [formatNumber(total.lines, language), formatDong(total.costDong, language)]
  return (
    <>
      <div className="as-of-line">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <span className="fill" />
        <nav className="plan-links" aria-label={say('title')}>
          <Link href={linesAddress(id, {})}>{say('lines')}</Link>
          <Link href={COMMITTED}>{say('title')}</Link>
        </nav>
        <FileMenu path={`/committed-plans/${id}/lines/export`} parameters="" isList />
      </div>
      <p className="soft">
        <bdi>{say('committedAt', { at: formatDateTime(committedAt, currentTimeZone()), who })}</bdi> {say('inIt', { pcs, dong })}{' '}
        {total.unpriced > 0 && say('inItUnpriced', { pcs: formatNumber(total.unpriced, language) })}
      </p>
      {note !== '' && (
        <p className="plan-note">
          <bdi>{note}</bdi>
        </p>
      )}
      <p className="sentence">
        <b>{formatNumber(total.done, language)}</b> {say('doneOf', { all: pcs })}
      </p>
      <Outcomes plan={plan} />
      <p className="note">{say('asOf', { at: formatDateTime(at, currentTimeZone()) })}</p>
      <ProgressYears plan={plan} />
      <ProgressUnits plan={plan} />
      <OutcomeNotes />
      <Decided plan={plan} />
    </>
  )
}
