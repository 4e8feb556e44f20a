/** One PC, found by a part of its name or serial number. */
import type { Cell, PcList } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { request } from '../api/request.ts'
import { partsText } from '../text/parts.ts'
import { ErrorPanel } from './error-panel.tsx'
import { Field } from './field.tsx'

export type ChosenPc = { readonly id: number; readonly name: string }
type Props = {
  /** Nobody chooses a PC for itself. */
  except?: number
  /** What is searched for at first. */
  first?: string
  chosen: ChosenPc | undefined
  onChange: (pc: ChosenPc | undefined) => void
}

const SHOWN = 8
const REST_MS = 250

export function PcChoice({ except, first = '', chosen, onChange }: Props) {
  const say = useText(partsText)
  const group = useId()
  const [typed, type] = useState(first)
  const [q, ask] = useState(first.trim())
  useEffect(() => {
    const rest = setTimeout(() => ask(typed.trim()), REST_MS)
    return () => clearTimeout(rest)
  }, [typed])
  const found = useQuery({
    queryKey: ['pcs', 'choice', q],
    queryFn: ({ signal }) =>
      request<PcList>(`/pcs?columns=name,unit,model,serial&limit=${SHOWN + 1}&q=${encodeURIComponent(q)}`, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const rows = q === '' ? [] : (found.data?.rows ?? []).filter(({ id }) => id !== except).slice(0, SHOWN)
  return (
    <>
      <Field label={say('findPc')} note={say('findPcNote')} value={typed} onChange={type} maxLength={200} autoFocus />
      {found.error && <ErrorPanel error={found.error} />}
      <fieldset className="choices long">
        <legend>{say('foundPcs')}</legend>
        {q !== '' && found.data && rows.length === 0 && <p className="soft">{say('noPcFound')}</p>}
        {rows.map(({ id, cells }) => (
          <label key={id} className="tick">
            <input type="radio" name={group} checked={chosen?.id === id} onChange={() => onChange({ id, name: textOf(cells.name) })} />
            <span>
              <bdi>{textOf(cells.name)}</bdi>
              <span className="soft">
                {['unit', 'model', 'serial']
                  .map((key) => textOf(cells[key]))
                  .filter((text) => text !== '')
                  .map((text) => ` · ${text}`)}
              </span>
            </span>
          </label>
        ))}
        {(found.data?.total ?? 0) > SHOWN && rows.length > 0 && <p className="soft">{say('morePcs')}</p>}
      </fieldset>
    </>
  )
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : ''
}
