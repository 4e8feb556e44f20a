/** Rules of counting over HTTP, on both databases: each version with what it was before, in the log. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Audit } from '#shared/api/audit.ts'
import type { CountRules } from '#shared/api/count-rules.ts'
import type { PcStates } from '#shared/api/pcs.ts'
import { replacedFrom } from '#shared/text/count-rule.ts'
import { makeReport } from '../../make-report.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const DAY_MS = 86_400_000

for (const [engine, address] of Object.entries(bothEngines('count_rules'))) {
  test(`${engine}: another rule of counting is in the log with what it was before`, async (t) => {
    const { app, logIn } = await appOver(t, await address())
    const headers = await logIn('administrator')
    const ask = (method: 'GET' | 'POST', path: string, payload?: object) =>
      app.inject({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) })
    const rule = (more: object) =>
      ask('POST', 'count-rules', { windowDays: 30, silentDays: 30, blocks: ['I', 'II'], fromDay: '2026-01-01', ...more })
    await rule({ windowDays: 7 })
    await rule({ windowDays: 7, blocks: ['I'], fromDay: '2026-02-01' })
    const { deeds } = (await ask('GET', 'audit?kind=count-rule-changed')).json<Audit>()
    assert.deepEqual(
      deeds.map(({ detail }) => [detail.old, detail.new, detail.silentDays]),
      [
        [{ blocks: ['I', 'II'] }, { blocks: ['I'] }, 30],
        [{ windowDays: 30 }, { windowDays: 7 }, 30],
      ],
    )
  })

  test(`${engine}: a version planned for a day to come says that one made after it took its place`, async (t) => {
    const { app, logIn } = await appOver(t, await address())
    const headers = await logIn('administrator')
    const make = (payload: object) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/count-rules',
        headers,
        payload: { windowDays: 30, silentDays: 30, blocks: ['I'], ...payload },
      })
    for (const fromDay of ['2026-01-01', '2099-01-01', '2026-02-01', '2099-06-01']) await make({ fromDay })
    const { versions } = (await app.inject({ url: '/api/v1/count-rules', headers })).json<CountRules>()
    assert.deepEqual(
      versions.map(({ version, replacedBy }) => [version, replacedBy]),
      [
        [4, undefined],
        [3, undefined],
        [2, 3],
        [1, undefined],
        [0, undefined],
      ],
    )
    assert.deepEqual(
      replacedFrom(versions, '2026-01-15').map(({ version }) => version),
      [3, 4],
    )
  })

  test(`${engine}: lists and counts call a PC silent by one rule, that of today`, async (t) => {
    const now = Date.UTC(2026, 8, 30, 5)
    const { app, logIn, ledger } = await appOver(t, await address(), {}, undefined, () => now)
    const headers = await logIn('administrator')
    const pc = (await ledger.enrol({ at: now - 90 * DAY_MS })) as number
    await ledger.report(pc, makeReport({ takenAt: now - 10 * DAY_MS }))
    const states = async () => (await app.inject({ url: '/api/v1/pcs/states', headers })).json<PcStates>().states.map(({ state }) => state)
    assert.notDeepEqual(await states(), ['silent'])
    const payload = { windowDays: 5, silentDays: 7, blocks: ['I'], fromDay: '2026-01-01' }
    await app.inject({ method: 'POST', url: '/api/v1/count-rules', headers, payload })
    assert.deepEqual(await states(), ['silent'])
    const { rows } = (await app.inject({ url: '/api/v1/pcs?where=state.is.silent', headers })).json()
    assert.equal(rows.length, 1)
  })
}
