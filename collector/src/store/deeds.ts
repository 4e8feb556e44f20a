/** Writes what people changed into the log of events: who, when, what it was about, old and new. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export const DEED_KINDS = [
  'person-created',
  'person-changed',
  'person-password',
  'person-disabled',
  'second-factor-on',
  'second-factor-off',
  'sessions-ended',
  'enrol-token-created',
  'enrol-token-revoked',
  'api-token-created',
  'api-token-changed',
  'api-token-revoked',
  'count-rule-changed',
  'counts-frozen',
  'draft-saved',
  'draft-removed',
  'register-imported',
  'register-matched',
  'register-parted',
  'staff-numbers',
  'policy-saved',
  'price-book-saved',
  'policy-default',
  'price-book-default',
  'scenario-saved',
  'scenario-removed',
  'plan-committed',
  'reference-imported',
  'release-added',
  'release-removed',
  'rollout-stage',
  'rollout-halted',
  'rollout-ended',
  'backup-made',
  'backup-restored',
] as const

export type DeedKind = (typeof DEED_KINDS)[number]

/** `detail` names what it was about (`person`, `label`, `unit`) with `old` and `new` where there are both; never a secret. */
export type Deed = { readonly at: number; readonly who: string; readonly kind: DeedKind; readonly detail: object }

export async function writeDeed(db: Kysely<Tables>, { at, who, kind, detail }: Deed): Promise<void> {
  await db
    .insertInto('event')
    .values({ at, kind, pc_id: null, who, detail: JSON.stringify(detail) })
    .execute()
}
