/** How many people and PCs with a licence of protection units have from a day on, typed into a table; an empty field is not known. */
import type { StaffNumbers } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { Fragment, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useDeed } from '../../api/deed.ts'
import { useStaff } from '../../api/register.ts'
import { usePermission } from '../../api/session.ts'
import { useAskBeforeLeaving } from '../../parts/ask-before-leaving.ts'
import { DayField } from '../../parts/day-field.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { staffText } from '../../text/register.ts'
import { UNITS } from '../units/addresses.ts'
import { changesOf, type Typed, typedOf, type Wrong } from './typed.ts'

export const STAFF = '/units/staff'

export function StaffPage() {
  const say = useText(staffText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const asOf = new URLSearchParams(useSearch()).get('asOf') ?? undefined
  const [, navigate] = useLocation()
  const staff = useStaff(asOf)
  const day = asOf ?? staff.data?.asOf
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <DayField
          label={say('from')}
          day={day}
          onChoose={(chosen, how) => navigate(chosen === undefined ? STAFF : `${STAFF}?asOf=${chosen}`, how)}
        />
        <span className="fill" />
        <Link href={UNITS}>{say('toUnits')}</Link>
      </div>
      <p className="note">{say('means', { day: day === undefined ? '…' : formatDay(day) })}</p>
      {staff.error && <ErrorPanel error={staff.error} onRetry={() => void staff.refetch()} />}
      {staff.isPending && <p className="soft">{sayPart('loading')}</p>}
      {staff.data && !staff.error && <StaffTable key={staff.data.asOf} staff={staff.data} />}
    </div>
  )
}

function StaffTable({ staff }: { staff: StaffNumbers }) {
  const say = useText(staffText)
  const { language } = useLanguage()
  const mayChange = usePermission('manage-register') === true
  const [typed, type] = useState<ReadonlyMap<number, Typed>>(new Map())
  const deed = useDeed<void>([['staff'], ['counts']], () => type(new Map()))
  const { changes, wrong } = changesOf(staff, typed)
  useAskBeforeLeaving(changes.length > 0)
  return (
    <>
      <div className="count-frame">
        <table className="count-table">
          <caption className="visually-hidden">{say('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('unit')}</th>
              <th scope="col" className="number">
                {say('staff')}
              </th>
              <th scope="col" className="number">
                {say('leaders')}
              </th>
              <th scope="col" className="number">
                {say('equipped')}
              </th>
              <th scope="col" className="number">
                {say('rate')}
              </th>
              <th scope="col" className="number">
                {say('licensedAntivirus')}
              </th>
              <th scope="col">{say('since')}</th>
            </tr>
          </thead>
          <tbody>
            {staff.units.map((unit, place) => (
              <Fragment key={unit.unitId}>
                {unit.block !== staff.units[place - 1]?.block && (
                  <tr className="block">
                    <th scope="rowgroup" colSpan={7}>
                      {unit.block}. {choiceText(BLOCKS, unit.block, language)}
                    </th>
                  </tr>
                )}
                <UnitRow
                  unit={unit}
                  typed={typed.get(unit.unitId) ?? typedOf(unit)}
                  wrong={wrong.get(unit.unitId)}
                  mayChange={mayChange}
                  onType={(next) => type(new Map([...typed, [unit.unitId, next]]))}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {deed.isError && <ErrorPanel error={deed.error} />}
      {mayChange && (
        <div className="deeds">
          <button
            type="button"
            className="primary"
            disabled={changes.length === 0 || wrong.size > 0 || deed.isPending}
            onClick={() => deed.mutate({ method: 'PUT', path: '/staff-numbers', body: { day: staff.asOf, units: changes } })}
          >
            {say('save', { count: formatNumber(changes.length, language) })}
          </button>
          <span role="status">{deed.isSuccess && changes.length === 0 && say('saved')}</span>
        </div>
      )}
    </>
  )
}

type Unit = StaffNumbers['units'][number]
type RowProps = { unit: Unit; typed: Typed; wrong: Wrong | undefined; mayChange: boolean; onType: (typed: Typed) => void }

function UnitRow({ unit, typed, wrong, mayChange, onType }: RowProps) {
  const say = useText(staffText)
  const { language } = useLanguage()
  const { name, staff, equipped, since } = unit
  const field = (which: keyof Typed) =>
    mayChange ? (
      <>
        <input
          type="text"
          inputMode="numeric"
          className="count-input"
          aria-label={`${name}: ${say(which)}`}
          aria-invalid={wrong?.field === which}
          placeholder={say('unknown')}
          value={typed[which]}
          onChange={({ target }) => onType({ ...typed, [which]: target.value })}
        />
        {wrong?.field === which && (
          <div className="problem" role="alert">
            {say(wrong.why)}
          </div>
        )}
      </>
    ) : unit[which] === null ? (
      say('unknown')
    ) : (
      formatNumber(unit[which], language)
    )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{field('staff')}</td>
      <td className="number">{field('leaders')}</td>
      <td className="number">{field('equipped')}</td>
      <td className="number">{staff === null || equipped === null ? say('unknown') : formatRate(equipped, staff, language)}</td>
      <td className="number">{field('licensedAntivirus')}</td>
      <td>{since === undefined ? '–' : formatDay(since)}</td>
    </tr>
  )
}
