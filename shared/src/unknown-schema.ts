/** The schemas of "could not be read", apart from the words for it: the resident agent says unknown without holding a schema library. */
import Type, { type TSchema } from 'typebox'
import { UNKNOWN_DETAIL_MAX_LENGTH, UNKNOWN_REASONS } from './unknown.ts'

export const UnknownReasonSchema = Type.Enum(UNKNOWN_REASONS)

/** A property that could not be read: `{"unknown": "access-denied"}`; never null, so nothing can coerce it. */
export const UnknownSchema = Type.Object(
  { unknown: UnknownReasonSchema, detail: Type.Optional(Type.String({ maxLength: UNKNOWN_DETAIL_MAX_LENGTH })) },
  { additionalProperties: false },
)

/** A schema whose value may also be unknown with a reason. */
export function orUnknown<S extends TSchema>(schema: S) {
  return Type.Union([schema, UnknownSchema])
}
