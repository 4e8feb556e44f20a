/** How many updates wait, from a list somebody once looked for: "none waits" is worth nothing where nobody has looked lately. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'

type Patches = FactValue<'patches'>
type Updates = Extract<Patches['pending'], unknown[]>
type Figures = Pick<Patches, 'pending' | 'pendingCount' | 'pendingSecurityCount'>

/** Every maker mends something within a month; three leave room for lists whose date is the server's, as apt's are. */
const WORTH_DAYS = 90
const DAY_MS = 86_400_000
const MAX_UPDATES = 5_000

type Found = {
  readonly pending: Updates | Unknown
  readonly securityCount: number | Unknown
  /** When the list was last looked for, ISO 8601. */
  readonly searchedAt: string | Unknown
  readonly nowMs: number
}

/** What an old list does hold still waits, so only the zeros go. */
export function waitingFigures({ pending, securityCount, searchedAt, nowMs }: Found): Figures {
  const why = outdated(searchedAt, nowMs)
  const count = isUnknown(pending) ? pending : pending.length
  return {
    pendingCount: count === 0 && why ? why : count,
    pendingSecurityCount: securityCount === 0 && why ? why : securityCount,
    pending: count === 0 && why ? why : isUnknown(pending) ? pending : pending.slice(0, MAX_UPDATES),
  }
}

function outdated(searchedAt: string | Unknown, nowMs: number): Unknown | undefined {
  if (isUnknown(searchedAt)) return searchedAt
  if (nowMs - Date.parse(searchedAt) <= WORTH_DAYS * DAY_MS) return undefined
  return unknown('failed', `updates were last looked for on ${searchedAt.slice(0, 10)}, more than ${WORTH_DAYS} days ago`)
}
