/** The fleet by operating system and by unit, with support and patch age on a day: one pass over the measures. */
import type { Patches, PatchesQuery, PatchNumbers } from '@somay/shared/api/patches.ts'
import { PATCH_AGES, SUPPORT_STATES, WAITING_STATES } from '@somay/shared/text/patches.ts'
import { HINDRANCES, type Hindrance, WINDOWS_11_STATES } from '@somay/shared/text/windows-11.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import type { Reference } from '../../plan/reference/reference.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { unitCondition } from '../counts/count.ts'
import { unitsOn } from '../counts/query.ts'
import type { DatedUnit } from '../counts/tree.ts'
import type { UnitCondition } from '../plan/query.ts'
import { hindersSql, windows11BitsSql } from '../plan/windows-11-sql.ts'
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
  readonly windows11: keyof PatchNumbers['windows11']
  readonly pcs: number
} & Readonly<Record<Hindrance, number>>

const HINDERS = Object.keys(HINDRANCES) as readonly Hindrance[]

/** The bits of readiness are worked out once a row: the limit keeps SQLite from writing them into each place that asks for them. */
function measuredWithin(within: UnitCondition): RawBuilder<unknown> {
  return sql`(select m.unit_id, m.pc_id, m.support_ends_on, m.extended_ends_on, m.missing_since, m.patched_until, m.may_go_to_windows11, m.on_windows11,
    ${windows11BitsSql()} as windows11_bits from pc_measure m where m.left_ledger = 0 and ${within(sql`m.unit_id`)} limit 9223372036854775807)`
}

export async function readPatches(database: Database, { on, today, unit, scope, reference, at }: PatchesAsked): Promise<Patches> {
  const within = unitCondition(database.dialect, scope, unit)
  const bits = sql<number>`m.windows11_bits`
  const { support, age, pending, restart, windows11 } = patchStates(on, bits)
  const hindered = HINDERS.map((rule) => sql`sum(case when ${hindersSql(bits, rule)} then 1 else 0 end) as ${sql.ref(rule)}`)
  const { rows: groups } = await sql<Group>`
    select m.unit_id, pc.os_name as name, pc.os_version as version, ${support} as support, ${age} as age, ${pending} as pending,
      ${restart} as restart, ${windows11} as windows11, count(*) as pcs, ${sql.join(hindered)}
    from ${measuredWithin(within)} m join pc on pc.id = m.pc_id group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(database.read)
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
    hindered: Object.fromEntries(
      HINDERS.map((rule) => [rule, groups.reduce((sum, group) => sum + Number(group[rule]), 0)]),
    ) as Patches['hindered'],
    systems: [...bySystem.values()].sort((one, other) => other.numbers.pcs - one.numbers.pcs),
    rows: tree.map(({ sum, ...row }) => ({ ...row, numbers: sum })),
    at,
  }
}

const zeros = <K extends string>(names: Readonly<Record<K, unknown>>) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, 0])) as Record<K, number>

function noNumbers(): PatchNumbers {
  return {
    pcs: 0,
    support: zeros(SUPPORT_STATES),
    age: zeros(PATCH_AGES),
    pending: zeros(WAITING_STATES),
    restart: zeros(WAITING_STATES),
    windows11: zeros(WINDOWS_11_STATES),
  }
}

function numbersOf({ support, age, pending, restart, windows11, pcs: count }: Group): PatchNumbers {
  const pcs = Number(count)
  const none = noNumbers()
  return {
    pcs,
    support: { ...none.support, [support]: pcs },
    age: { ...none.age, [age]: pcs },
    pending: { ...none.pending, [pending]: pcs },
    restart: { ...none.restart, [restart]: pcs },
    windows11: { ...none.windows11, [windows11]: pcs },
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
    windows11: sum(one.windows11, other.windows11),
  }
}
