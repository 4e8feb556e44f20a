/** The one shape of every error answer. */
import Type, { type Static } from 'typebox'

export const ErrorAnswerSchema = Type.Object({
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    todo: Type.String(),
    /** Where in the request the problem is, when there is such a place. */
    detail: Type.Optional(Type.String()),
    /** Stands in the collector's log beside the cause. */
    id: Type.String(),
  }),
})

export type ErrorAnswer = Static<typeof ErrorAnswerSchema>
