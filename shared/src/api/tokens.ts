/** Tokens: by which PCs enrol into a unit, and by which scripts ask. */
import Type, { type Static } from 'typebox'
import { NAME_PATTERN } from '../text/plain.ts'
import { RoleSchema, ScopeUnitsSchema } from './session.ts'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const LabelSchema = Type.String({ minLength: 1, maxLength: 200, pattern: NAME_PATTERN })

const StandingSchema = Type.Enum(['good', 'expired', 'used-up', 'revoked', 'unit-ended'])
export type Standing = Static<typeof StandingSchema>

const EnrolTokenSchema = Type.Object({
  id: Type.Integer(),
  label: Type.String(),
  unitId: Type.Integer(),
  unit: Type.String(),
  madeBy: Type.String(),
  createdAt: Type.Integer(),
  expiresAt: Type.Integer(),
  useLimit: Type.Integer(),
  usedCount: Type.Integer(),
  standing: StandingSchema,
})
export type EnrolToken = Static<typeof EnrolTokenSchema>

/** `GET /api/v1/enrol-tokens`, newest first. `collectorUrl` is the address agents should be given, `updateKey` the key of their updates; empty where none is set. */
export const EnrolTokensSchema = Type.Object({
  tokens: Type.Array(EnrolTokenSchema),
  collectorUrl: Type.String(),
  updateKey: Type.String(),
})
export type EnrolTokens = Static<typeof EnrolTokensSchema>

/** `POST /api/v1/enrol-tokens` */
export const NewEnrolTokenSchema = Type.Object(
  {
    unitId: IdSchema,
    label: LabelSchema,
    days: Type.Integer({ minimum: 1, maximum: 366 }),
    useLimit: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  },
  { additionalProperties: false },
)
export type NewEnrolToken = Static<typeof NewEnrolTokenSchema>

const ApiTokenSchema = Type.Object({
  id: Type.Integer(),
  label: Type.String(),
  role: RoleSchema,
  units: ScopeUnitsSchema,
  madeBy: Type.String(),
  createdAt: Type.Integer(),
  /** Absent: until it is revoked. */
  expiresAt: Type.Optional(Type.Integer()),
  standing: StandingSchema,
})
export type ApiToken = Static<typeof ApiTokenSchema>

/** `GET /api/v1/api-tokens`, newest first */
export const ApiTokensSchema = Type.Object({ tokens: Type.Array(ApiTokenSchema) })
export type ApiTokens = Static<typeof ApiTokensSchema>

/** `POST /api/v1/api-tokens` */
export const NewApiTokenSchema = Type.Object(
  {
    label: LabelSchema,
    role: RoleSchema,
    unitIds: Type.Union([Type.Null(), Type.Array(IdSchema, { maxItems: 1_000, uniqueItems: true })]),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_660 })),
  },
  { additionalProperties: false },
)
export type NewApiToken = Static<typeof NewApiTokenSchema>

/** The token itself, shown this once. */
export const GivenTokenSchema = Type.Object({ id: Type.Integer(), token: Type.String() })
export type GivenToken = Static<typeof GivenTokenSchema>
