/** The identity desk over HTTP: pairs of PCs that may be one, what people say of them, merges and their undoing. */
import Type, { type Static } from 'typebox'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

/** What evidence is called in `shared/src/text/evidence.ts`. */
const PieceSchema = Type.Object({ kind: Type.String(), value: Type.String() })

const SideSchema = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  unit: Type.String(),
  manufacturer: Type.Optional(Type.String()),
  model: Type.Optional(Type.String()),
  enrolledAt: Type.Integer(),
  /** Absent when it was never heard of. */
  lastSeenAt: Type.Optional(Type.Integer()),
  /** Every piece ever seen on it, but for keys. */
  evidence: Type.Array(PieceSchema),
})
export type IdentitySide = Static<typeof SideSchema>

/** `GET /api/v1/identity/questions`: the open ones, the likeliest first; `count` tells of all. */
export const QuestionsSchema = Type.Object({
  count: Type.Integer(),
  questions: Type.Array(
    Type.Object({
      one: SideSchema,
      other: SideSchema,
      askedAt: Type.Integer(),
      agree: Type.Array(Type.String()),
      against: Type.Array(Type.String()),
    }),
  ),
})
export type Questions = Static<typeof QuestionsSchema>

/** `POST /api/v1/identity/answers`: `same` merges both, whether anybody asked or not; else they are told apart for good. */
export const AnswerSchema = Type.Object({ pcIds: Type.Tuple([IdSchema, IdSchema]), same: Type.Boolean() }, { additionalProperties: false })
export type Answer = Static<typeof AnswerSchema>

/** Of a merge which PC goes on. */
export const AnsweredSchema = Type.Object({ mergeId: Type.Optional(Type.Integer()), into: Type.Optional(Type.Integer()) })
export type Answered = Static<typeof AnsweredSchema>

/** `GET /api/v1/identity/merges`: the latest. */
export const MergesSchema = Type.Object({
  merges: Type.Array(
    Type.Object({
      id: Type.Integer(),
      fromId: Type.Integer(),
      fromName: Type.String(),
      intoId: Type.Integer(),
      intoName: Type.String(),
      unit: Type.String(),
      at: Type.Integer(),
      who: Type.String(),
      undoneAt: Type.Optional(Type.Integer()),
      undoneBy: Type.Optional(Type.String()),
    }),
  ),
})
export type Merges = Static<typeof MergesSchema>

const PlacedSchema = { id: Type.Integer(), name: Type.String(), unit: Type.String() }

/** `GET /api/v1/identity/clones`: PCs whose key others used too, the latest first; `count` tells of all. */
export const ClonesSchema = Type.Object({
  count: Type.Integer(),
  clones: Type.Array(
    Type.Object({
      pc: Type.Object(PlacedSchema),
      sharedAt: Type.Integer(),
      /** It has not fetched a key of its own yet: until then nothing of it is stored. */
      isWaiting: Type.Boolean(),
      apartAt: Type.Optional(Type.Integer()),
      /** PCs that came with its key and have their own since `at`; the latest of them. */
      copyCount: Type.Integer(),
      copies: Type.Array(Type.Object({ ...PlacedSchema, at: Type.Integer() })),
    }),
  ),
})
export type Clones = Static<typeof ClonesSchema>

/** `POST /api/v1/identity/splits`: since that `enrolled-again` of its events what came is another PC's, which is answered. */
export const SplitSchema = Type.Object(
  { pcId: IdSchema, since: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) },
  { additionalProperties: false },
)
export type Split = Static<typeof SplitSchema>
export const SplitOffSchema = Type.Object({ pcId: Type.Integer() })
export type SplitOff = Static<typeof SplitOffSchema>
