/** Readings of values on the clock of the ledger, as every page here shows them. */

import type { Schema } from '@somay/shared/text/read-schema.ts'
import * as shared from '@somay/shared/text/reading.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { currentTimeZone } from '../../display/time-zone.ts'

export function read(value: unknown, schema: Schema | undefined, language: Language): shared.Reading {
  return shared.read(value, schema, { language, timeZone: currentTimeZone() })
}

export function scalarText(value: unknown, schema: Schema | undefined, language: Language): string {
  return shared.scalarText(value, schema, { language, timeZone: currentTimeZone() })
}

export function groupText(value: Record<string, unknown>, schema: Schema | undefined, language: Language): string {
  return shared.groupText(value, schema, { language, timeZone: currentTimeZone() })
}
