/** A ledger with four PCs and two assets, some days before a quarter ends, for tests of frozen reports. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { importList } from '#collector/store/register/import-list.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver } from '../app-over.ts'
import { itemOf, listing } from '../store/contract/register-lists.ts'

export const DAY_MS = 86_400_000
/** In the morning of 30/09/2026 in Viet Nam. */
export const NOW = Date.UTC(2026, 8, 30, 2)
export const DAY = '2026-09-29'

export async function houseOf(t: TestContext, address: string) {
  const clock = { ms: NOW }
  const house = await appOver(t, address, {}, undefined, () => clock.ms)
  const { ledger, app } = house
  const health = await ledger.unit('Sở Y tế')
  const clinic = await ledger.unit('Trung tâm Y tế', health)
  const pcs: Record<string, number> = {}
  const sample = async (hostName: string, state: 'internet' | 'wan-only', at: number) =>
    ledger.report(
      pcs[hostName] as number,
      makeReport({ facts: { system: known('system', { hostName }) }, takenAt: at, samples: [{ at: new Date(at).toISOString(), state }] }),
    )
  for (const [hostName, unitId] of [
    ['NV-1', ledger.unitId],
    ['YT-1', health],
    ['YT-2', health],
    ['TTYT-1', clinic],
  ] as const)
    pcs[hostName] = (await ledger.enrol({ hostName, unitId, at: NOW - 90 * DAY_MS })) as number
  await sample('NV-1', 'internet', NOW - 2 * DAY_MS)
  await sample('YT-1', 'internet', NOW - 2 * DAY_MS)
  await sample('YT-2', 'wan-only', NOW - 2 * DAY_MS)
  // Of these no agent ever told: one waits for it, one must not have it.
  const assets = [itemOf('TS-1', health, { name: 'TÀI SẢN 1', serial: 'S-1' }), itemOf('TS-2', health, { name: 'TÀI SẢN 2', exempt: true })]
  await importList(house.database, listing('2026-01-01', assets))
  const headers = await house.logIn('planner')
  // Who looks after PCs is told which ones must not be connected.
  const reader = await house.logIn('administrator')
  const get = async <T>(path: string, as: Record<string, string> = reader): Promise<T> => {
    const answer = await app.inject({ url: `/api/v1/${path}`, headers: as })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<T>()
  }
  const freeze = (more: object = {}, as = headers) =>
    app.inject({ method: 'POST', url: '/api/v1/frozen-reports', headers: as, payload: { asOf: DAY, title: 'Quý III', ...more } })
  return { ...house, clock, pcs, sample, units: { health, clinic }, headers, get, freeze }
}
