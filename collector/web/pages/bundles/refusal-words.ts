/** Why a file was refused and what to do, in the language of the page, also when that changed since the collector answered. */
import { ERRORS } from '@somay/shared/errors.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { bundlesText } from '../../text/bundles.ts'
import type { Refusal } from './rows.ts'

/** What these pages found before anything was sent. */
const OURS: Readonly<Record<string, { says: Words; todo: Words }>> = {
  'file-unreadable': { says: bundlesText.fileUnreadable, todo: bundlesText.fileUnreadableTodo },
}

export function refusalWords({ code, message, todo }: Refusal, language: Language): { says: string; todo: string } {
  const known = OURS[code] ?? (Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS] : undefined)
  return known ? { says: known.says[language], todo: known.todo[language] } : { says: message, todo }
}
