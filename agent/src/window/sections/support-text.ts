/** What is handed to those who help, as plain text. Pure. */
import type { Answer } from '../../preload/messages.ts'

/** In English whatever the window speaks: it is read by those who know the program. */
export function supportReport(status: Answer<'status'>, lines: readonly string[], noLines: string): string {
  return `${JSON.stringify(status, null, 2)}\n\n${lines.length === 0 ? noLines : lines.join('\n')}\n`
}
