/** Report ids: UUID version 7 (RFC 9562), each later than the last even when the clock went back. */
import { randomBytes } from 'node:crypto'

const TIME_DIGITS = 12
const VARIANT_BITS = 0x80
const VARIANT_MASK = 0x3f

/** `last` is the highest id this PC has given out, from its state folder. */
export function nextReportId(nowMs: number, last: string | undefined): string {
  const timeMs = last === undefined ? nowMs : Math.max(nowMs, timeOf(last) + 1)
  const time = timeMs.toString(16).padStart(TIME_DIGITS, '0')
  const random = randomBytes(10)
  random[2] = ((random[2] ?? 0) & VARIANT_MASK) | VARIANT_BITS
  const hex = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${hex.slice(4, 8)}-${hex.slice(8, 20)}`
}

export function timeOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, TIME_DIGITS), 16)
}
