/** One value of a fact in its place: a small table when it is an array of things, else a cell. */
import type { Schema } from '../text/read-schema.ts'
import { read } from '../text/reading.ts'
import { FactCell } from './fact-cell.tsx'
import { FactRows } from './fact-rows.tsx'
import { useManner } from './language.tsx'

type Props = { readonly value: unknown; readonly schema: Schema | undefined; readonly isNarrow?: boolean | undefined }

/** `isNarrow`: tables have no room for the reasons of what is unknown, which then stand below them. */
export function FactValue({ value, schema, isNarrow }: Props) {
  const manner = useManner()
  const reading = value === undefined ? undefined : read(value, schema, manner)
  if (reading?.kind === 'rows') return <FactRows items={reading.items} schema={schema} isNarrow={isNarrow} />
  return <FactCell value={value} schema={schema} />
}
