/** Which PCs of an update are looked at, as the address says it. Pure. */
import type { PcUpdateState } from '@somay/shared/api/agent-updates.ts'
import { pcUpdateWords } from '../../text/agent-updates.ts'

export const AGENT_UPDATES = '/agent-updates'

export type ChosenPcs = { readonly version: string; readonly state: PcUpdateState | undefined; readonly parameters: string }

type Wanted = { readonly version: string; readonly state?: PcUpdateState | undefined; readonly unitId?: number | undefined }

export function pcsAddress(wanted: Wanted): string {
  return `${AGENT_UPDATES}?${parametersOf(wanted)}`
}

function parametersOf({ version, state, unitId }: Wanted): string {
  return new URLSearchParams({ version, ...(state && { state }), ...(unitId !== undefined && { unitId: String(unitId) }) }).toString()
}

/** Undefined when the address names no version; a state nobody knows is none. */
export function chosenPcs(search: string): ChosenPcs | undefined {
  const asked = new URLSearchParams(search)
  const version = asked.get('version') ?? ''
  if (version === '') return undefined
  const told = asked.get('state') ?? ''
  const state = Object.hasOwn(pcUpdateWords, told) ? (told as PcUpdateState) : undefined
  const unit = Number(asked.get('unitId') ?? '')
  return { version, state, parameters: parametersOf({ version, state, unitId: Number.isInteger(unit) && unit > 0 ? unit : undefined }) }
}
