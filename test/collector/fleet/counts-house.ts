/** A ledger with three PCs of the health department and its clinic, one of home affairs and one of a commune, for tests of counts over HTTP. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver, type TestApp } from '../app-over.ts'

export const DAY_MS = 86_400_000
/** In the morning of 30/09/2026 in Viet Nam. */
export const NOW = Date.UTC(2026, 8, 30, 2)

export type House = TestApp & { readonly units: { readonly health: number; readonly clinic: number; readonly commune: number } }

/** Three PCs of the health department with its clinic, one of home affairs, one of a commune outside the total. */
export async function houseOf(t: TestContext, address: string): Promise<House> {
  const house = await appOver(t, address, {}, undefined, () => NOW)
  const { ledger, database } = house
  const health = await ledger.unit('Sở Y tế')
  const clinic = await ledger.unit('Trung tâm Y tế', health)
  const commune = await ledger.unit('Xã Đăk Long')
  await database.write((db) => db.updateTable('unit').set({ block: 'III' }).where('id', '=', commune).execute())
  const pcs = [
    ['NV-1', ledger.unitId, 'internet'],
    ['YT-1', health, 'internet'],
    ['YT-2', health, 'wan-only'],
    ['TTYT-1', clinic, undefined],
    ['DL-1', commune, 'internet'],
  ] as const
  for (const [hostName, unitId, state] of pcs) {
    const pc = (await ledger.enrol({ hostName, unitId, at: NOW - 90 * DAY_MS })) as number
    const at = NOW - 2 * DAY_MS
    const facts = { system: known('system', { hostName }) }
    if (state) await ledger.report(pc, makeReport({ facts, takenAt: at, samples: [{ at: new Date(at).toISOString(), state }] }))
  }
  await measurePcs(database, async () => BUILT_IN, { now: () => NOW - DAY_MS })
  return { ...house, units: { health, clinic, commune } }
}

export const get = async (house: House, url: string, headers: Record<string, string>) => {
  const answer = await house.app.inject({ url, headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer
}
