/** An error of the register on its way to whoever asked; anything else that is thrown becomes `internal`. */
import type { ErrorCode } from '@somay/shared/errors.ts'
import type { Words } from '@somay/shared/text/words.ts'

export class Problem extends Error {
  readonly code: ErrorCode
  /** Where in the request the trouble is, in words safe to show; in both languages where a person may read it. */
  readonly detail: string | Words | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, detail?: string | Words, retryAfterSeconds?: number) {
    super(detail ? `${code}: ${typeof detail === 'string' ? detail : detail.en}` : code)
    this.name = 'Problem'
    this.code = code
    this.detail = detail
    this.retryAfterSeconds = retryAfterSeconds
  }
}
