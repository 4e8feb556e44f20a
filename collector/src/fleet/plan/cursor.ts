/** Where a page of a plan's list ended, as opaque text for the URL: behind this PC of this unit. */
import { withoutControls } from '@somay/shared/text/plain.ts'
import { Problem } from '../../platform/problem.ts'

export type PlannedCursor = { readonly unitId: number; readonly nameKey: string; readonly pcId: number }

export function encodePlannedCursor({ unitId, nameKey, pcId }: PlannedCursor): string {
  return Buffer.from(JSON.stringify([unitId, nameKey, pcId])).toString('base64url')
}

export function decodePlannedCursor(text: string): PlannedCursor {
  try {
    const found: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(found) && found.length === 3) {
      const [unitId, nameKey, pcId] = found as unknown[]
      const isText = typeof nameKey === 'string' && withoutControls(nameKey) === nameKey
      if (isText && Number.isSafeInteger(unitId) && Number.isSafeInteger(pcId))
        return { unitId: unitId as number, nameKey, pcId: pcId as number }
    }
  } catch {
    // Falls through to the refusal: a cursor is only ever one of ours.
  }
  throw new Problem('query-invalid', { vi: 'after: không phải vị trí trong danh sách này', en: 'after: not a cursor of this list' })
}
