/** People who may log in: who they are, what they may do and see. */
import Type, { type Static } from 'typebox'
import { RoleSchema, ScopeUnitsSchema } from './session.ts'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export const IdParametersSchema = Type.Object({ id: IdSchema }, { additionalProperties: false })

export const USER_NAME_PATTERN = '^[a-z0-9][a-z0-9._-]{0,49}$'
export const UserNameSchema = Type.String({ pattern: USER_NAME_PATTERN })
const FullNameSchema = Type.String({ maxLength: 200 })
/** Units whose PCs may be seen, with everything below them; null is all units, an empty list nothing. */
const UnitIdsSchema = Type.Union([Type.Null(), Type.Array(IdSchema, { maxItems: 1_000, uniqueItems: true })])

const PersonSchema = Type.Object({
  id: Type.Integer(),
  userName: Type.String(),
  fullName: Type.String(),
  role: RoleSchema,
  units: ScopeUnitsSchema,
  disabled: Type.Boolean(),
  secondFactor: Type.Boolean(),
  /** The password was given by an administrator and must be changed first. */
  mustChangePassword: Type.Boolean(),
  /** Ms since 1970; absent when never. */
  lastLogInAt: Type.Optional(Type.Integer()),
  sessions: Type.Integer(),
})
export type Person = Static<typeof PersonSchema>

/** `GET /api/v1/people` */
export const PeopleSchema = Type.Object({ people: Type.Array(PersonSchema) })
export type People = Static<typeof PeopleSchema>

/** `POST /api/v1/people` */
export const NewPersonSchema = Type.Object(
  { userName: UserNameSchema, fullName: FullNameSchema, role: RoleSchema, unitIds: UnitIdsSchema },
  { additionalProperties: false },
)
export type NewPerson = Static<typeof NewPersonSchema>

/** `PATCH /api/v1/people/:id`: what is not named stays. */
export const PersonChangeSchema = Type.Object(
  {
    fullName: Type.Optional(FullNameSchema),
    role: Type.Optional(RoleSchema),
    unitIds: Type.Optional(UnitIdsSchema),
    disabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type PersonChange = Static<typeof PersonChangeSchema>

/** A password made by the collector, shown this once; at the next log-in it must be changed. */
export const GivenPasswordSchema = Type.Object({ id: Type.Integer(), password: Type.String() })
export type GivenPassword = Static<typeof GivenPasswordSchema>
