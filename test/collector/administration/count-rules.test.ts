/** Rules of counting over HTTP, on both databases: each version with what it was before, in the log. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Audit } from '#shared/api/audit.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

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
}
