/** Readiness of a PC for Windows 11, as lists tell it. */
import Type, { type Static } from 'typebox'
import { HINDRANCES, type Hindrance, WINDOWS_11_STATES, type Windows11State } from '../text/windows-11.ts'

export const Windows11StateSchema = Type.Enum(Object.keys(WINDOWS_11_STATES) as Windows11State[])
export const HindranceSchema = Type.Enum(Object.keys(HINDRANCES) as Hindrance[])

/** `missing`: names of `MEASURE_WORDS`; of one that is not ready what was not read besides. */
export const ReadinessSchema = Type.Object({
  state: Windows11StateSchema,
  hinders: Type.Array(HindranceSchema),
  missing: Type.Array(Type.String()),
})
export type ReadinessTold = Static<typeof ReadinessSchema>
