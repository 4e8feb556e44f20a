/** New units from a list: a file is handed in, the collector reads it, and what is new goes into the plan. */
import type { TreeReading } from '@somay/shared/api/units.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { request } from '../../api/request.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { reorganiseText } from '../../text/reorganise.ts'
import { addListed } from './acts.ts'
import type { Plan } from './plan.ts'
import { type DialogProps, PlanDialog } from './plan-dialog.tsx'

const SHOWN_PROBLEMS = 100

export function ListDialog({ plan, onDone, onClose }: DialogProps & { readonly plan: Plan }) {
  const say = useText(reorganiseText)
  const sayPart = useText(partsText)
  const file = useId()
  const reading = useMutation({
    mutationFn: async (list: File) =>
      request<TreeReading>('/units/tree/reading', { change: { method: 'POST', file: await list.arrayBuffer() } }),
  })
  const put = () => (reading.data && reading.data.made.length > 0 ? addListed(plan.draft, reading.data.made) : undefined)
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
              if (list) reading.mutate(list)
            }}
          />
          {reading.isPending && <p className="soft">{sayPart('loading')}</p>}
          {reading.error && <ErrorPanel error={reading.error} />}
          <div aria-live="polite">{reading.data && <Read reading={reading.data} />}</div>
          {checked && put() === undefined && (
            <p className="problem" role="alert">
              {say('listNone')}
            </p>
          )}
        </>
      )}
    </PlanDialog>
  )
}

function Read({ reading }: { reading: TreeReading }) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const { made, same, problems } = reading
  const number = (count: number) => formatNumber(count, language)
  return (
    <>
      <p>{say('listSays', { made: number(made.length), same: number(same), problems: number(problems.length) })}</p>
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
