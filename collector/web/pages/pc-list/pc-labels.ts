/** PCs of the list in words that tell them apart: many bear one name. Pure. */
import type { PcList } from '@somay/shared/api/pcs.ts'
import { NAME_COLUMN } from './url-state.ts'

// Of these, what the columns shown hold and somebody knows.
const TELLING = ['unit', 'model', 'serial']

/** By its number in the ledger where nothing else tells one PC from another. */
export function labelled(rows: PcList['rows']): { readonly value: string; readonly label: string }[] {
  const told = rows.map(({ id, cells }) => {
    const texts = TELLING.map((key) => textOf(cells[key])).filter((text) => text !== undefined)
    return { id, isTold: texts.length > 0, label: [textOf(cells[NAME_COLUMN]) ?? '?', ...texts].join(' · ') }
  })
  const bearers = new Map<string, number>()
  for (const { label } of told) bearers.set(label, (bearers.get(label) ?? 0) + 1)
  return told.map(({ id, isTold, label }) => ({
    value: String(id),
    label: isTold && bearers.get(label) === 1 ? label : `${label} · #${id}`,
  }))
}

function textOf(cell: PcList['rows'][number]['cells'][string] | undefined): string | undefined {
  return typeof cell === 'string' && cell !== '' ? cell : undefined
}
