/** Units all of whose agents fell silent, the topmost alone: what lies below one is silent with it. Pure. */
import type { CountRow } from '@somay/shared/api/counts.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'

/** More of them are no news of each but of the network. */
const SHOWN = 5

/** `more` is how many there are besides; `rows` stand parents first. */
export function silentUnits(rows: readonly CountRow[]): { readonly shown: readonly CountRow[]; readonly more: number } {
  const silent = topmostSilent(rows)
  return { shown: silent.slice(0, SHOWN), more: Math.max(0, silent.length - SHOWN) }
}

function topmostSilent(rows: readonly CountRow[]): CountRow[] {
  const found: CountRow[] = []
  let within = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (row.depth > within) continue
    const isSilent = row.kind === 'unit' && isAllSilent(row)
    within = isSilent ? row.depth : Number.POSITIVE_INFINITY
    if (isSilent) found.push(row)
  }
  return found
}

/** Of PCs that have an agent and may be connected: the others say nothing in any unit. */
function isAllSilent({ figures }: CountRow): boolean {
  const agents = sumsOf(figures).allowed - figures['register-only']
  return agents > 0 && figures.silent === agents
}
