/** One report sent to a collector as an agent sends it, and what came of it: its answer, a refusal, or nothing. */
import type { ErrorAnswer } from '#shared/api/error.ts'
import type { Answer, Report } from '#shared/report.ts'

export type Sent =
  | { readonly kind: 'acknowledged'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfter: string | null; readonly error: ErrorAnswer['error'] }
  /** The collector died or could not be reached: the report counts as unsent and goes again. */
  | { readonly kind: 'no-answer' }

export async function sendReport(url: string, credential: string, report: Report): Promise<Sent> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(new URL('/api/v1/reports', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization: `Bearer ${credential}` },
      body: JSON.stringify(report),
    })
    body = await response.json()
  } catch {
    return { kind: 'no-answer' }
  }
  if (response.ok) return { kind: 'acknowledged', answer: body as Answer }
  const { error } = body as ErrorAnswer
  return { kind: 'refused', status: response.status, retryAfter: response.headers.get('retry-after'), error }
}
