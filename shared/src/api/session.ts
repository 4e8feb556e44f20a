/** Log-in, the person behind the session, and the token every change must carry. */
import Type, { type Static } from 'typebox'

export const ROLES = ['viewer', 'planner', 'it-staff', 'administrator'] as const
export const RoleSchema = Type.Enum(ROLES)
export type Role = Static<typeof RoleSchema>

/** What a person may do; which role may what is said by the collector, in `collector/src/access/access.ts`. */
const PERMISSIONS = [
  'see-pcs',
  'see-counts',
  'see-plans',
  'make-plans',
  'manage-policies',
  'freeze-counts',
  'manage-count-rules',
  'export-pcs',
  'see-documentation',
  'see-metrics',
  'manage-tokens',
  'manage-api-tokens',
  'manage-people',
  'see-audit',
  'manage-units',
  'manage-register',
  'move-pcs',
  'import-bundles',
  'manage-updates',
] as const
const PermissionSchema = Type.Enum(PERMISSIONS)
export type Permission = Static<typeof PermissionSchema>

/** `POST /api/v1/session` */
export const LoginSchema = Type.Object(
  {
    userName: Type.String({ minLength: 1, maxLength: 100 }),
    password: Type.String({ minLength: 1, maxLength: 500 }),
    /** Of the authenticator, or one of the recovery codes; asked for by the error `second-factor-needed`. */
    code: Type.Optional(Type.String({ minLength: 6, maxLength: 40 })),
  },
  { additionalProperties: false },
)
export type Login = Static<typeof LoginSchema>

/** `GET /api/v1/session` and the answer to a log-in; `csrfToken` goes into the header x-csrf-token of every change. */
export const SessionSchema = Type.Object({
  /** The pages offer what the permissions allow; whether it is allowed is decided anew at every request. */
  person: Type.Object({
    userName: Type.String(),
    role: RoleSchema,
    permissions: Type.Array(PermissionSchema),
    mustChangePassword: Type.Boolean(),
    /** Of the tree of units. */
    sees: Type.Enum(['everything', 'a-part', 'nothing']),
  }),
  csrfToken: Type.String(),
  /** In which the collector counts days: every page shows its times on this clock. */
  timeZone: Type.String(),
})
export type Session = Static<typeof SessionSchema>

/** `POST /api/v1/first-administrator`: the one-time link's code makes the first administrator. */
export const FirstAdministratorSchema = Type.Object(
  {
    code: Type.String({ minLength: 10, maxLength: 200 }),
    userName: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,49}$' }),
    password: Type.String({ minLength: 1, maxLength: 500 }),
  },
  { additionalProperties: false },
)
export type FirstAdministrator = Static<typeof FirstAdministratorSchema>

/** What somebody sees, with everything below it: null is all units, an empty list nothing. A unit that has ended bears the first day it no more stood on, "2025-07-01". */
export const ScopeUnitsSchema = Type.Union([
  Type.Null(),
  Type.Array(Type.Object({ id: Type.Integer(), name: Type.String(), validTo: Type.Optional(Type.String()) })),
])
export type ScopeUnits = Static<typeof ScopeUnitsSchema>
