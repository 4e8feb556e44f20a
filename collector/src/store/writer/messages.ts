/** What crosses between the thread that answers requests and the thread that writes. */
import type { NewEnrolment } from '../enrolments.ts'
import type { IncomingReport } from '../reports/incoming.ts'

/** `acquire` waits for the writing connection and holds it until `release`; `reports` and `enrolments` are whole transactions of their own. */
export type WriterRequest =
  | { readonly call: number; readonly kind: 'reports'; readonly batch: readonly IncomingReport[] }
  | { readonly call: number; readonly kind: 'enrolments'; readonly batch: readonly NewEnrolment[] }
  | { readonly call: number; readonly kind: 'acquire' | 'release' | 'close' }
  | { readonly call: number; readonly kind: 'rows'; readonly sql: string; readonly parameters: readonly unknown[] }

/** Errors cross as text and code, because an Error's own properties do not survive the crossing. */
export type WriterAnswer =
  | { readonly call: number; readonly value: unknown }
  | {
      readonly call: number
      readonly failed: { readonly message: string; readonly code: string | undefined; readonly stack: string | undefined }
    }

export type WriterData = { readonly path: string }
