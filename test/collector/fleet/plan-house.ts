/** A ledger with a few PCs whose measures are told, for tests of plans. */
import type { TestContext } from 'node:test'
import type { Measures } from '#collector/plan/measures/measures.ts'
import { appOver, type TestApp } from '../app-over.ts'
import { GIB, GOOD_PC } from '../plan/good-pc.ts'
import { tellMeasures } from '../told-measures.ts'

/** In the morning of 24/11/2026 in Viet Nam. */
export const NOW = Date.UTC(2026, 10, 24, 2)
export const DAY_MS = 86_400_000

export const SMALL = { memoryBytes: 4 * GIB, memoryVisibleBytes: 3.9 * GIB } as const
export const SPINNING = { systemDiskKind: 'hdd' } as const
export const OLD = { bits64: false } as const

export type PlanHouse = TestApp & {
  readonly health: number
  readonly clock: { ms: number }
  /** A PC of a unit that is good but for what is given. */
  add(unitId: number, hostName: string, changes?: Partial<Measures>): Promise<number>
  measure(pcId: number, changes: Partial<Measures>): Promise<void>
  get<T>(path: string, headers?: Record<string, string>): Promise<T>
}

export async function planHouse(t: TestContext, address: string): Promise<PlanHouse> {
  const clock = { ms: NOW }
  const house = await appOver(t, address, {}, undefined, () => clock.ms)
  const { ledger, database, app } = house
  const health = await ledger.unit('Sở Y tế')
  const measure = (pcId: number, changes: Partial<Measures>) => tellMeasures(database, new Map([[pcId, { ...GOOD_PC, ...changes }]]))
  const add = async (unitId: number, hostName: string, changes: Partial<Measures> = {}): Promise<number> => {
    const pcId = (await ledger.enrol({ hostName, unitId, at: NOW - 90 * DAY_MS })) as number
    await database.write((db) => db.updateTable('pc').set({ unmeasured: 0 }).where('id', '=', pcId).execute())
    await measure(pcId, changes)
    return pcId
  }
  const planner = await house.logIn('planner')
  return {
    ...house,
    health,
    clock,
    add,
    measure,
    async get<T>(path: string, headers = planner): Promise<T> {
      const answer = await app.inject({ url: `/api/v1/${path}`, headers })
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
      return answer.json<T>()
    },
  }
}
