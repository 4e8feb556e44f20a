/** What a person typed into a field, as the agent takes it: one line, composed as Vietnamese is, without blanks around it. Pure. */
import { withoutControls } from '@somay/shared/text/plain.ts'

export function typedLineOf(typed: string): string | undefined {
  const line = withoutControls(typed).normalize('NFC').replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}

/** The same bounds as the fact `placement`; a test holds them equal. */
export const MOST_CHARACTERS = { assetTag: 60, room: 120 } as const
