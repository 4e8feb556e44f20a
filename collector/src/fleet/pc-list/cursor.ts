/** Where a page of the list ended, as opaque text for the URL. */
import { withoutControls } from '@somay/shared/text/plain.ts'
import { Problem } from '../../platform/problem.ts'

export type Cursor = readonly [key: string | number | null, id: number]

export function encodeCursor(key: Cursor[0], id: number): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** `byNumber` says what the order's key is: a cursor of another order is refused, because PostgreSQL compares no text with numbers. */
export function decodeCursor(text: string, byNumber: boolean): Cursor {
  try {
    const found: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(found) && found.length === 2 && isKey(found[0], byNumber) && Number.isSafeInteger(found[1]))
      return [found[0], found[1] as number]
  } catch {
    // Falls through to the refusal: a cursor is only ever one of ours.
  }
  throw new Problem('query-invalid', { vi: 'after: không phải vị trí trong danh sách này', en: 'after: not a cursor of this list' })
}

function isKey(value: unknown, byNumber: boolean): value is Cursor[0] {
  if (value === null) return true
  return byNumber ? Number.isSafeInteger(value) : typeof value === 'string' && withoutControls(value) === value
}
