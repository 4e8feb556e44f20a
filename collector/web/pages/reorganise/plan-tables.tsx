/** The plan as two tables: units that end with their successors, and new units; each row can be changed or dropped. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { ReactNode } from 'react'
import { reorganiseText } from '../../text/reorganise.ts'
import { dropEnded, dropMade } from './acts.ts'
import { type Draft, type Ended, type Made, refOf } from './draft.ts'
import type { Plan } from './plan.ts'

type Changes = { readonly onChange: (draft: Draft) => void; readonly onEdit: (row: Ended | Made) => void }

export function EndedTable({ plan, onChange, onEdit }: Changes & { plan: Plan }) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const { units, draft, labels } = plan
  const pcs = new Map(units.map((unit) => [unit.id, unit.pcs]))
  return (
    <section className="plan-part">
      <h2>{say('ended')}</h2>
      {draft.ended.length === 0 ? (
        <p className="soft">{say('endedNone')}</p>
      ) : (
        <PlanTable
          caption={say('ended')}
          head={
            <>
              <th scope="col">{say('unit')}</th>
              <th scope="col" className="number">
                {say('pcs')}
              </th>
              <th scope="col">{say('successors')}</th>
            </>
          }
        >
          {draft.ended.map((row) => (
            <tr key={row.unitId}>
              <th scope="row">
                <bdi>{labels.get(refOf(row.unitId)) ?? `#${row.unitId}`}</bdi>
              </th>
              <td className="number">{formatNumber(pcs.get(row.unitId) ?? 0, language)}</td>
              <td>
                {row.into.map((ref, place) => (
                  <span key={ref}>
                    {place > 0 && '; '}
                    <bdi>{labels.get(ref) ?? ref}</bdi>
                    {place === 0 && row.into.length > 1 && <span className="soft"> {say('takesPcs')}</span>}
                  </span>
                ))}
              </td>
              <RowDeeds
                name={labels.get(refOf(row.unitId)) ?? ''}
                onEdit={() => onEdit(row)}
                onDrop={() => onChange(dropEnded(draft, row.unitId))}
              />
            </tr>
          ))}
        </PlanTable>
      )}
    </section>
  )
}

export function MadeTable({ plan, onChange, onEdit }: Changes & { plan: Plan }) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const { draft, labels } = plan
  return (
    <section className="plan-part">
      <h2>{say('made')}</h2>
      {draft.made.length === 0 ? (
        <p className="soft">{say('madeNone')}</p>
      ) : (
        <PlanTable
          caption={say('made')}
          head={
            <>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('block')}</th>
              <th scope="col" className="number">
                {say('order')}
              </th>
              <th scope="col">{say('code')}</th>
              <th scope="col">{say('parent')}</th>
            </>
          }
        >
          {draft.made.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <bdi>{row.name}</bdi>
              </th>
              <td>{row.block}</td>
              <td className="number">{formatNumber(row.orderNo, language)}</td>
              <td>{row.code === '' ? '–' : row.code}</td>
              <td>
                <bdi>{row.parent === undefined ? '–' : (labels.get(row.parent) ?? row.parent)}</bdi>
              </td>
              <RowDeeds
                name={labels.get(row.key) ?? row.name}
                onEdit={() => onEdit(row)}
                onDrop={() => onChange(dropMade(draft, row.key))}
              />
            </tr>
          ))}
        </PlanTable>
      )}
    </section>
  )
}

function PlanTable({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head}
            <td />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function RowDeeds({ name, onEdit, onDrop }: { name: string; onEdit: () => void; onDrop: () => void }) {
  const say = useText(reorganiseText)
  return (
    <td className="row-deeds">
      <button type="button" onClick={onEdit}>
        {say('change')} <span className="visually-hidden">{name}</span>
      </button>
      <button type="button" onClick={onDrop}>
        {say('drop')} <span className="visually-hidden">{name}</span>
      </button>
    </td>
  )
}
