/** How a person changes the way a list is read. Pure. */
import type { ListReading, RegisterMapping } from '@somay/shared/api/register.ts'
import type { RegisterField } from '@somay/shared/text/register.ts'

/** Undefined leaves the column out; the column that held the field before is left out then. */
export function mappedTo(mapping: RegisterMapping, column: number, field: RegisterField | undefined): RegisterMapping {
  const rest = Object.entries(mapping).filter(([name, place]) => place !== column && name !== field)
  return { ...Object.fromEntries(rest), ...(field !== undefined && { [field]: column }) }
}

/** What is undefined is left to the collector again. */
export type ReadingChange = { readonly [K in keyof ListReading]?: ListReading[K] | undefined }

export function changedReading(reading: ListReading, change: ReadingChange): ListReading {
  return Object.fromEntries(Object.entries({ ...reading, ...change }).filter(([, value]) => value !== undefined)) as ListReading
}
