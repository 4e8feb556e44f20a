/** Keeps an earlier connectivity check when a new one went alike, so that times that differ every day are no news. Pure. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Inventory } from '../state/schemas.ts'
import { inventoryOf } from './take-inventory.ts'

const FACT = 'connectivity-check'
/** A check older than this is told anew though nothing changed. */
const STALE_MS = 7 * 86_400_000
/** A step that takes this many times as long, or as little, is news; below a quarter second it is noise. */
const NOTABLE_RATIO = 4
const NOISE_MS = 250

type ConnectivityCheck = FactValue<typeof FACT>

export function withSteadyCheck(inventory: Inventory, before: Inventory | undefined): Inventory {
  const [now, then] = [checkIn(inventory.bodies[FACT]), checkIn(before?.bodies[FACT])]
  if (!before || !now || !then || !isAlike(now, then)) return inventory
  return inventoryOf(inventory.takenAt, { ...inventory.bodies, [FACT]: before.bodies[FACT] as FactBody })
}

function checkIn(body: FactBody | undefined): ConnectivityCheck | undefined {
  if (!body || !('known' in body)) return undefined
  const check = body.known as ConnectivityCheck
  // Another version of the agent may have left it in another form.
  return Array.isArray(check.steps) && typeof check.checkedAt === 'string' ? check : undefined
}

function isAlike(now: ConnectivityCheck, then: ConnectivityCheck): boolean {
  const ageMs = Date.parse(now.checkedAt) - Date.parse(then.checkedAt)
  if (ageMs < 0 || ageMs > STALE_MS || now.steps.length !== then.steps.length) return false
  return now.steps.every((step, index) => {
    const other = then.steps[index]
    const isSame =
      step.step === other?.step && step.address === other.address && step.outcome === other.outcome && step.detail === other.detail
    return isSame && tookAlike(step.tookMs, other.tookMs)
  })
}

function tookAlike(aMs: number, bMs: number): boolean {
  const [less, more] = [Math.max(NOISE_MS, Math.min(aMs, bMs)), Math.max(NOISE_MS, aMs, bMs)]
  return more < less * NOTABLE_RATIO
}
