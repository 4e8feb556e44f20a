/** PCs that arrived, out of the list of PCs: how far each has come, and the same selection as a list. Pure. */
import type { Cell, PcList } from '@somay/shared/api/pcs.ts'

/** `enrolled`: it has its key and said nothing since; `contacted`: it checked in, its inventory is not there yet. */
export type ArrivalState = 'enrolled' | 'contacted' | 'reported'

export type Arrival = { readonly id: number; readonly name: string; readonly enrolledAt: number; readonly state: ArrivalState }

const ARRIVAL_COLUMNS = 'name,enrolledAt,lastSeenAt,inventoryAt'

const MOST_SHOWN = 20

export function arrivalsQuery(unit: number | undefined, since: number): string {
  return `${selection(unit, since)}&columns=${ARRIVAL_COLUMNS}&limit=${MOST_SHOWN}`
}

/** How many of them have reported: the total of one row. */
export function reportedQuery(unit: number | undefined, since: number): string {
  return `${selection(unit, since)}&where=inventoryAt.known&columns=name&limit=1`
}

/** The whole list behind what is shown. */
export function arrivalsAddress(unit: number | undefined, since: number): string {
  return `/pcs?${selection(unit, since)}&columns=name,unit,enrolledAt,lastSeenAt,inventoryAt,state,agentVersion`
}

function selection(unit: number | undefined, since: number): string {
  const within = unit === undefined ? '' : `&where=unit.is.${unit}`
  return `where=enrolledAt.ge.${since}${within}&sort=-enrolledAt`
}

export type Arrivals = {
  readonly rows: readonly Arrival[]
  readonly total: number
  readonly reported: number
  readonly waiting: number
  /** By the collector's clock. */
  readonly at: number
}

export function arrivalsOf({ rows, total, at }: PcList, reported: number): Arrivals {
  const arrivals = rows.map(({ id, cells }) => ({
    id,
    name: String(cells.name),
    enrolledAt: Number(cells.enrolledAt),
    state: stateOf(cells.lastSeenAt, cells.inventoryAt),
  }))
  return { rows: arrivals, total, reported, waiting: total - reported, at }
}

function stateOf(lastSeenAt: Cell | undefined, inventoryAt: Cell | undefined): ArrivalState {
  if (typeof inventoryAt === 'number') return 'reported'
  return typeof lastSeenAt === 'number' ? 'contacted' : 'enrolled'
}
