/** The fleet by operating system and by unit, with support and patch age on a day: one pass over the measures. */
import type { Patches, PatchesQuery, PatchNumbers } from '@somay/shared/api/patches.ts'
import { PATCH_AGES, SUPPORT_STATES, WAITING_STATES } from '@somay/shared/text/patches.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import type { Reference } from '../../plan/reference/reference.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { unitCondition } from '../counts/count.ts'
import { unitsOn } from '../counts/query.ts'
import type { DatedUnit } from '../counts/tree.ts'
import { sumTree } from '../units/sum-tree.ts'
import { patchStates } from './states-sql.ts'

export type PatchesAsked = {
  readonly on: string
  /** The tree of units is today's. */
  readonly today: string
  readonly unit: PatchesQuery['unit']
  readonly scope: Scope
  readonly reference: Reference
  readonly at: number
}

type Group = {
  readonly unit_id: number
  readonly name: string | null
  readonly version: string | null
  readonly support: keyof PatchNumbers['support']
  readonly age: keyof PatchNumbers['age']
  readonly pending: keyof PatchNumbers['pending']
  readonly restart: keyof PatchNumbers['restart']
  readonly pcs: number
}

export async function readPatches(database: Database, { on, today, unit, scope, reference, at }: PatchesAsked): Promise<Patches> {
  const within = unitCondition(database.dialect, scope, unit)
  const { support, age, pending, restart } = patchStates(on)
  const { rows: groups } = await sql<Group>`
    select m.unit_id, pc.os_name as name, pc.os_version as version, ${support} as support, ${age} as age, ${pending} as pending,
      ${restart} as restart, count(*) as pcs
    from pc_measure m join pc on pc.id = m.pc_id where m.left_ledger = 0 and ${within(sql`m.unit_id`)} group by 1, 2, 3, 4, 5, 6, 7`.execute(
    database.read,
  )
  const units = await unitsOn(
    database,
    today,
    [...new Set(groups.map(({ unit_id }) => unit_id))].map((unitId) => ({ unitId, state: 'unknown', pcs: 0 })),
    within,
  )
  const byUnit = new Map<number, PatchNumbers>()
  const bySystem = new Map<string, Patches['systems'][number]>()
  let total = noNumbers()
  for (const group of groups) {
    const own = numbersOf(group)
    total = add(total, own)
    byUnit.set(group.unit_id, add(byUnit.get(group.unit_id) ?? noNumbers(), own))
    const key = JSON.stringify([group.name, group.version])
    const system = bySystem.get(key)
    bySystem.set(key, {
      ...(group.name !== null && { name: group.name }),
      ...(group.version !== null && { version: group.version }),
      numbers: add(system?.numbers ?? noNumbers(), own),
    })
  }
  const tree = sumTree<DatedUnit, PatchNumbers>(units, { none: noNumbers(), own: ({ id }) => byUnit.get(id) ?? noNumbers(), add })
  return {
    on,
    reference: { lifecycle: reference.lifecycle.asOf, builds: reference.builds.asOf },
    total,
    systems: [...bySystem.values()].sort((one, other) => other.numbers.pcs - one.numbers.pcs),
    rows: tree.map(({ sum, ...row }) => ({ ...row, numbers: sum })),
    at,
  }
}

const zeros = <K extends string>(names: Readonly<Record<K, unknown>>) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, 0])) as Record<K, number>

function noNumbers(): PatchNumbers {
  return { pcs: 0, support: zeros(SUPPORT_STATES), age: zeros(PATCH_AGES), pending: zeros(WAITING_STATES), restart: zeros(WAITING_STATES) }
}

function numbersOf({ support, age, pending, restart, pcs: count }: Group): PatchNumbers {
  const pcs = Number(count)
  const none = noNumbers()
  return {
    pcs,
    support: { ...none.support, [support]: pcs },
    age: { ...none.age, [age]: pcs },
    pending: { ...none.pending, [pending]: pcs },
    restart: { ...none.restart, [restart]: pcs },
  }
}

function add(one: PatchNumbers, other: PatchNumbers): PatchNumbers {
  const sum = <K extends string>(a: Record<K, number>, b: Record<K, number>) =>
    Object.fromEntries(Object.keys(a).map((key) => [key, a[key as K] + b[key as K]])) as Record<K, number>
  return {
    pcs: one.pcs + other.pcs,
    support: sum(one.support, other.support),
    age: sum(one.age, other.age),
    pending: sum(one.pending, other.pending),
    restart: sum(one.restart, other.restart),
  }
}
