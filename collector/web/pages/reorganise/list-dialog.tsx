/** Units from a list: a file is handed in, the collector reads it; what is new goes into the plan, and on request what differs. */
import type { TreeReading } from '@somay/shared/api/units.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { request } from '../../api/request.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { reorganiseText } from '../../text/reorganise.ts'
import { addListed, replaceListed } from './acts.ts'
import type { Plan } from './plan.ts'
import { type DialogProps, PlanDialog } from './plan-dialog.tsx'

const SHOWN_PROBLEMS = 100

export function ListDialog({ plan, onDone, onClose }: DialogProps & { readonly plan: Plan }) {
  const say = useText(reorganiseText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const file = useId()
  const reading = useMutation({
    mutationFn: async (list: File) =>
      request<TreeReading>('/units/tree/reading', { change: { method: 'POST', file: await list.arrayBuffer() } }),
  })
  const [replaces, setReplaces] = useState(false)
  const put = () => {
    if (!reading.data) return undefined
    const { made, changed } = reading.data
    const taken = replaces ? changed : []
    // Parents first: what is new below a unit that is replaced goes below its successor.
    return made.length + taken.length === 0 ? undefined : replaceListed(addListed(plan.draft, made), plan.units, taken)
  }
  return (
    <PlanDialog title={say('list')} put={put} onDone={onDone} onClose={onClose}>
      {(checked) => (
        <>
          <p className="note">{say('listMeans')}</p>
          <label htmlFor={file}>{say('listFile')}</label>
          <input
            id={file}
            type="file"
            accept=".xlsx,.csv,.txt"
            onChange={({ target }) => {
              const [list] = target.files ?? []
              setReplaces(false)
              if (list) reading.mutate(list)
            }}
          />
          {reading.isPending && <p className="soft">{sayPart('loading')}</p>}
          {reading.error && <ErrorPanel error={reading.error} />}
          <div aria-live="polite">{reading.data && <Read reading={reading.data} units={plan.units} />}</div>
          {reading.data && reading.data.changed.length > 0 && (
            <label className="tick">
              <input type="checkbox" checked={replaces} onChange={({ target }) => setReplaces(target.checked)} />
              {say('listReplace', { changed: formatNumber(reading.data.changed.length, language) })}
            </label>
          )}
          {checked && put() === undefined && (
            <p className="problem" role="alert">
              {say(reading.data && reading.data.changed.length > 0 ? 'listNoneChosen' : 'listNone')}
            </p>
          )}
        </>
      )}
    </PlanDialog>
  )
}

const FIELDS = { code: 'code', block: 'block', orderNo: 'order' } as const

function Read({ reading, units }: { reading: TreeReading; units: Plan['units'] }) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const { made, same, changed, left, problems } = reading
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const number = (count: number) => formatNumber(count, language)
  return (
    <>
      <p>
        {say('listSays', {
          made: number(made.length),
          same: number(same),
          changed: number(changed.length),
          problems: number(problems.length),
        })}
      </p>
      {left.ended > 0 && <p className="attention">{say('listEnded', { rows: number(left.ended) })}</p>}
      {left.unnamed > 0 && <p className="attention">{say('listUnnamed', { rows: number(left.unnamed) })}</p>}
      {changed.length > 0 && (
        <ul className="attention">
          {changed.slice(0, SHOWN_PROBLEMS).map((unit) => (
            <li key={unit.unitId}>
              <bdi>{unit.name}</bdi>:{' '}
              {unit.differs
                .map((field) => `${say(FIELDS[field])} ${byId.get(unit.unitId)?.[field] ?? '–'} → ${unit[field] ?? '–'}`)
                .join('; ')}
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <ul className="attention">
          {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
            <li key={problem.en}>{problem[language]}</li>
          ))}
        </ul>
      )}
    </>
  )
}
