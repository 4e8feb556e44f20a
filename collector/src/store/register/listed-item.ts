/** An asset as one list has it, and by what it is compared. Pure. */
import { createHash } from 'node:crypto'
import { isPlaceholder } from '@somay/shared/identifier.ts'
import { fold } from '@somay/shared/text/fold.ts'
import type { RegisterKind } from '@somay/shared/text/register.ts'

/** An asset as a list has it; null is what it does not say. */
export type ListedItem = {
  readonly assetCode: string
  readonly assetKey: string
  readonly name: string
  readonly unitId: number
  readonly kind: RegisterKind | null
  readonly serial: string | null
  readonly yearInUse: number | null
  readonly costDong: number | null
  readonly exempt: boolean
  readonly hostName: string | null
  readonly mac: string | null
  readonly note: string
}

/** What asset codes and tags are compared by. */
export function assetKeyOf(code: string): string {
  return fold(code).replaceAll(' ', '')
}

/** What a serial is compared by; undefined for a maker's sample text, which names no machine. */
export function serialKey(serial: string | null): string | undefined {
  return serial === null || isPlaceholder(serial) ? undefined : serial.toLowerCase()
}

/** Equal for two rows that say the same; the unit stands apart, because a reorganisation changes it without a list. */
export function itemHash({ assetCode, assetKey: _key, unitId: _unit, ...rest }: ListedItem): string {
  return createHash('sha256')
    .update(JSON.stringify([assetCode, ...Object.values(rest)]))
    .digest('hex')
}
