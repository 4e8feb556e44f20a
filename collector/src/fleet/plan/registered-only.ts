/** PCs that stand in the register and of which no agent tells, by unit: against the number of staff they are PCs that are there. */
import type { RegisterKind } from '@somay/shared/text/register.ts'
import { sql } from 'kysely'
import { registeredAsOf } from '../../counting/register-sql.ts'
import type { AsOf } from '../../counting/state-sql.ts'
import { portableOf } from '../../plan/measures/nature.ts'
import { casingOf } from '../../plan/pc-class.ts'
import { type Equipment, NO_EQUIPMENT, withPcs } from '../../plan/staff-norm.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { UnitCondition } from './query.ts'

const SERVER: RegisterKind = 'server'

/** Of the end of the day. A kind that the register does not tell is an office's PC, as everywhere in it, and may be a laptop; servers sit at nobody's desk. */
export async function registeredOnly(
  { read }: Database,
  asOf: Pick<AsOf, 'day' | 'timeZone'>,
  within: UnitCondition,
): Promise<ReadonlyMap<number, Equipment>> {
  const { listed } = registeredAsOf(asOf)
  const { rows } = await sql<{ unitId: number; kind: RegisterKind | null; pcs: number }>`
    select e.unit_id as "unitId", e.kind, count(*) as pcs from register_entry e
    where ${listed} and ${within(sql`e.unit_id`)} and (e.kind is null or e.kind <> ${SERVER}) group by 1, 2`.execute(read)
  const byUnit = new Map<number, Equipment>()
  for (const { unitId, kind, pcs } of rows) {
    const casing = kind === null ? 'unknown' : casingOf(portableOf(kind))
    byUnit.set(unitId, withPcs(byUnit.get(unitId) ?? NO_EQUIPMENT, Number(pcs), casing))
  }
  return byUnit
}
