/** What every command is called with. */
import type { Language } from '@somay/shared/text/words.ts'

export type Call = {
  readonly flags: Readonly<Record<string, string | undefined>>
  readonly print: boolean
  /** For programs instead of people. */
  readonly json: boolean
  readonly again: boolean
  readonly tray: boolean
  readonly language: Language
  readonly environment: NodeJS.ProcessEnv
}
