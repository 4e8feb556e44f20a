/** Reorganising units: a plan is put together from acts, the collector says what it would do, and then, confirmed, it is done. */
import type { Reorganised, UnitTree } from '@somay/shared/api/units.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { useId, useMemo, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useDeed } from '../../api/deed.ts'
import { usePermission } from '../../api/session.ts'
import { useUnitTree } from '../../api/units.ts'
import { useAskBeforeLeaving } from '../../parts/ask-before-leaving.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { reorganiseText } from '../../text/reorganise.ts'
import { unitsText } from '../../text/units.ts'
import { REORGANISE, type Told, UNITS } from '../units/addresses.ts'
import { ActsBar, type Wanted, WantedDialog } from './acts-bar.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { askedOf, type Draft, EMPTY, isEmpty } from './draft.ts'
import { planOf } from './plan.ts'
import { EndedTable, MadeTable } from './plan-tables.tsx'
import { effectsIn, Preview } from './preview.tsx'
import { useDraft } from './use-draft.ts'

export function ReorganisePage() {
  const say = useText(reorganiseText)
  const sayUnits = useText(unitsText)
  const sayPart = useText(partsText)
  usePageTitle(sayUnits('reorganise'))
  const may = usePermission('manage-units')
  const tree = useUnitTree(undefined)
  return (
    <div className="counts-page">
      {may === false && (
        <>
          <h1>{sayUnits('reorganise')}</h1>
          <p className="attention">{say('notPermitted')}</p>
          <Link href={UNITS}>{say('toUnits')}</Link>
        </>
      )}
      {tree.error && <ErrorPanel error={tree.error} onRetry={() => void tree.refetch()} />}
      {(tree.isPending || may === undefined) && !tree.error && <p className="soft">{sayPart('loading')}</p>}
      {may === true && tree.data && !tree.error && <Desk tree={tree.data} />}
    </div>
  )
}

function Desk({ tree }: { tree: UnitTree }) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const day = new URLSearchParams(useSearch()).get('day') ?? tree.asOf
  const [draft, keep] = useDraft()
  const newWord = say('newWord')
  const plan = useMemo(() => planOf(tree.units, draft, newWord), [tree.units, draft, newWord])
  const [wanted, want] = useState<Wanted>()
  const [confirming, ask] = useState(false)
  const preview = useDeed<Reorganised>([])
  useAskBeforeLeaving(!isEmpty(draft))
  const answer = preview.data
  const change = (next: Draft) => {
    keep(next)
    want(undefined)
    preview.reset()
  }
  const dayFits = /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= tree.asOf
  const done = (deed: Reorganised) => {
    ask(false)
    // Somebody else changed the tree meanwhile: what stands in the way now is shown as a preview shows it.
    if (!deed.done) return preview.mutate({ method: 'POST', path: '/reorganisations', body: askedOf(draft, day, false) })
    const told: Told = { reorganised: effectsIn(deed, plan, language, (values) => say('done', values)) }
    keep(EMPTY)
    navigate(`${UNITS}?asOf=${day}`, { state: told })
  }
  return (
    <>
      <DayLine
        day={day}
        today={tree.asOf}
        fits={dayFits}
        onDay={(next) => {
          preview.reset()
          navigate(next === '' ? REORGANISE : `${REORGANISE}?day=${next}`, { replace: true })
        }}
      />
      <p className="note">{say('intro')}</p>
      <ActsBar onWant={want} />
      <EndedTable plan={plan} onChange={change} onEdit={want} />
      <MadeTable plan={plan} onChange={change} onEdit={want} />
      <div className="acts-bar plan-part">
        <button
          type="button"
          className="primary"
          disabled={isEmpty(draft) || !dayFits || preview.isPending}
          onClick={() => preview.mutate({ method: 'POST', path: '/reorganisations', body: askedOf(draft, day, false) })}
        >
          {say('preview')}
        </button>
        <button type="button" disabled={isEmpty(draft)} onClick={() => change(EMPTY)}>
          {say('dropAll')}
        </button>
      </div>
      {preview.error && <ErrorPanel error={preview.error} />}
      <div aria-live="polite">{answer && <Preview answer={answer} plan={plan} day={day} />}</div>
      {answer?.problems.length === 0 && (
        <button type="button" className="primary" onClick={() => ask(true)}>
          {say('confirm')}
        </button>
      )}
      {wanted !== undefined && <WantedDialog wanted={wanted} plan={plan} onDone={change} onClose={() => want(undefined)} />}
      {confirming && answer && (
        <ConfirmDialog
          draft={draft}
          day={day}
          effects={effectsIn(answer, plan, language, (values) => say('effects', { day: formatDay(day), ...values }))}
          onDone={done}
          onClose={() => ask(false)}
        />
      )}
    </>
  )
}

type DayProps = { day: string; today: string; fits: boolean; onDay: (day: string) => void }

function DayLine({ day, today, fits, onDay }: DayProps) {
  const say = useText(reorganiseText)
  const sayUnits = useText(unitsText)
  const id = useId()
  return (
    <>
      <div className="as-of-line">
        <h1>{sayUnits('reorganise')}</h1>
        <label htmlFor={id}>{say('day')}</label>
        <input
          id={id}
          type="date"
          value={day}
          max={today}
          aria-invalid={!fits}
          aria-describedby={fits ? undefined : `${id}-problem`}
          onChange={({ target }) => onDay(target.value)}
        />
        <span className="fill" />
        <Link href={UNITS}>{say('toUnits')}</Link>
      </div>
      {!fits && (
        <p className="problem" id={`${id}-problem`} role="alert">
          {say('dayProblem')}
        </p>
      )}
    </>
  )
}
