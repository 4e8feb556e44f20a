/** A table of PCs by system or by unit: support, patch age, what waits; each figure with its list. */
import type { PatchNumbers } from '@somay/shared/api/patches.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { PATCH_AGES, type PatchAge, SUPPORT_STATES, type SupportState } from '@somay/shared/text/patches.ts'
import { WINDOWS_11_STATES } from '@somay/shared/text/windows-11.ts'
import type { ReactNode } from 'react'
import { patchesText } from '../../text/patches.ts'
import { PatchFigure } from './figure.tsx'
import type { PatchView } from './url-state.ts'

export type PatchRow = {
  readonly key: string
  readonly name: ReactNode
  /** What the row is, for those who hear its figures. */
  readonly label: string
  readonly className?: string
  readonly numbers: PatchNumbers
  readonly view: PatchView
}

const SUPPORTS = Object.keys(SUPPORT_STATES) as readonly SupportState[]
const AGES = Object.keys(PATCH_AGES) as readonly PatchAge[]
/** Those that are asked; the others stand in the sum above. */
const READINESS = ['ready', 'not-ready', 'undetermined'] as const

export function PatchTable({ title, first, rows }: { title: string; first: string; rows: readonly PatchRow[] }) {
  const say = useText(patchesText)
  const { language } = useLanguage()
  return (
    <div className="count-frame">
      <table className="count-table patch-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {first}
            </th>
            <th scope="col" rowSpan={2} className="number">
              {say('all')}
            </th>
            <th scope="colgroup" colSpan={SUPPORTS.length} className="group">
              {say('support')}
            </th>
            <th scope="colgroup" colSpan={AGES.length} className="group">
              {say('age')}
            </th>
            <th scope="colgroup" colSpan={2} className="group">
              {say('waiting')}
            </th>
            <th scope="colgroup" colSpan={READINESS.length} className="group">
              {say('windows11')}
            </th>
          </tr>
          <tr>
            {SUPPORTS.map((state) => (
              <th key={state} scope="col" className="number">
                {SUPPORT_STATES[state][language]}
              </th>
            ))}
            {AGES.map((age) => (
              <th key={age} scope="col" className="number">
                {PATCH_AGES[age][language]}
              </th>
            ))}
            <th scope="col" className="number">
              {say('updates')}
            </th>
            <th scope="col" className="number">
              {say('restartShort')}
            </th>
            {READINESS.map((state) => (
              <th key={state} scope="col" className="number">
                {WINDOWS_11_STATES[state][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row: { name, label, className, numbers, view } }: { row: PatchRow }) {
  const say = useText(patchesText)
  const { language } = useLanguage()
  const cell = (key: string, count: number, narrowed: PatchView, what: string) => (
    <td key={key} className="number">
      <PatchFigure count={count} view={narrowed} label={`${label}, ${what}`} />
    </td>
  )
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      {cell('all', numbers.pcs, view, say('all'))}
      {SUPPORTS.map((support) => cell(support, numbers.support[support], { ...view, support }, SUPPORT_STATES[support][language]))}
      {AGES.map((age) => cell(`age ${age}`, numbers.age[age], { ...view, age }, PATCH_AGES[age][language]))}
      {cell('pending', numbers.pending.yes, { ...view, pending: 'yes' }, say('pending'))}
      {cell('restart', numbers.restart.yes, { ...view, restart: 'yes' }, say('restart'))}
      {READINESS.map((state) =>
        cell(
          `windows11 ${state}`,
          numbers.windows11[state],
          { ...view, windows11: state },
          `${say('windows11')}: ${WINDOWS_11_STATES[state][language]}`,
        ),
      )}
    </tr>
  )
}
