/** Who may call a route: every route declares it in its config, and one without a declaration stops the start. */
import type { Permission, Role } from '@somay/shared/api/session.ts'

/** `public`: anyone; `agent`: a PC with its credential; `person`: anyone logged in; else a permission. */
export type Access = 'public' | 'agent' | 'person' | Permission

const VIEWER: readonly Permission[] = ['see-pcs', 'see-counts', 'see-plans', 'export-pcs', 'see-documentation']

/** The permissions of `shared/src/api/session.ts`, by role. */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: VIEWER,
  planner: [...VIEWER, 'freeze-counts', 'make-plans', 'manage-policies'],
  'it-staff': [...VIEWER, 'see-metrics', 'move-pcs', 'import-bundles', 'manage-register'],
  administrator: [
    ...VIEWER,
    'freeze-counts',
    'make-plans',
    'manage-policies',
    'manage-count-rules',
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
  ],
}

/**
 * Units a caller may see: `all`, or the listed ones with everything below them; an empty list is nothing. `all-open` is the whole tree too,
 * but of PCs that must not be connected (máy mật) their number alone: outside their own unit nobody is told which they are.
 */
export type Scope = 'all' | 'all-open' | readonly number[]

/** Who sees the whole tree and looks after no PC is not told which PCs handle state secrets. */
export function scopeOf({ role, scope }: { readonly role: Role; readonly scope: 'all' | readonly number[] }): Scope {
  return scope === 'all' && !PERMISSIONS[role].includes('move-pcs') ? 'all-open' : scope
}

/** What concerns everybody: of it a part of the tree is no ground to decide, so it is held by those alone who see the whole. */
const OVER_ALL: ReadonlySet<Permission> = new Set([
  'freeze-counts',
  'manage-policies',
  'manage-count-rules',
  'manage-api-tokens',
  'manage-people',
  'see-audit',
  'manage-units',
  'manage-updates',
])

/** A script that could let people or other scripts in would go on through them when its own token was revoked. */
const OF_PEOPLE_ALONE: ReadonlySet<Permission> = new Set(['manage-people', 'manage-api-tokens'])

export function isOfPeopleAlone(access: Access): boolean {
  return OF_PEOPLE_ALONE.has(access as Permission)
}

type Holder = { readonly role: Role; readonly scope: Scope /** Undefined for an API token. */; readonly personId: number | undefined }

export function permissionsOf({ role, scope, personId }: Holder): readonly Permission[] {
  const held = heldBy(role, scope)
  return personId === undefined ? held.filter((permission) => !isOfPeopleAlone(permission)) : held
}

function heldBy(role: Role, scope: Scope): readonly Permission[] {
  return scope === 'all' || scope === 'all-open' ? PERMISSIONS[role] : PERMISSIONS[role].filter((permission) => !OVER_ALL.has(permission))
}

/** A person or API token as the routes see it. */
export type Caller = {
  readonly name: string
  readonly role: Role
  readonly scope: Scope
  readonly personId: number | undefined
  /** The password is one that somebody else was shown: nothing opens before it is changed. */
  readonly mustChange: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    caller: Caller | undefined
    pcId: number
    /** When the credential of an agent's request was given; 0 for all others. */
    credentialGivenAt: number
  }
}
