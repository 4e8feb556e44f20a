/** An error of the register on its way to whoever asked; anything else that is thrown becomes `internal`. */
import type { ErrorCode } from '@somay/shared/errors.ts'

export class Problem extends Error {
  readonly code: ErrorCode
  /** Where in the request the trouble is, in words safe to show. */
  readonly detail: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, detail?: string, retryAfterSeconds?: number) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'Problem'
    this.code = code
    this.detail = detail
    this.retryAfterSeconds = retryAfterSeconds
  }
}
