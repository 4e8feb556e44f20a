/** One value of a fact in its place: a small table when it is an array of things, else a cell. */

import type { Schema } from '@somay/shared/text/read-schema.ts'
import { useLanguage } from '../../text/language.tsx'
import { FactCell } from './fact-cell.tsx'
import { FactRows } from './fact-rows.tsx'
import { read } from './reading.ts'

export function FactValue({ value, schema }: { value: unknown; schema: Schema | undefined }) {
  const { language } = useLanguage()
  const reading = value === undefined ? undefined : read(value, schema, language)
  return reading?.kind === 'rows' ? <FactRows items={reading.items} schema={schema} /> : <FactCell value={value} schema={schema} />
}
