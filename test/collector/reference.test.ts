/** Newer tables of reference come as a file: what plans say follows them, older ones change nothing, and the log says who brought them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { currentReference } from '#collector/reference/current.ts'
import type { Patches } from '#shared/api/patches.ts'
import type { PcVerdict } from '#shared/api/planned-pcs.ts'
import type { Plan } from '#shared/api/plans.ts'
import type { ReferenceStanding } from '#shared/api/reference.ts'
import { known, makeReport } from '../make-report.ts'
import { appOver } from './app-over.ts'
import { bothEngines } from './both-engines.ts'

const NOW = Date.UTC(2026, 10, 24, 2)

for (const [engine, address] of Object.entries(bothEngines('reference'))) {
  test(`${engine}: support that was prolonged counts once the newer table is in, for PCs measured before too`, async (t) => {
    const { app, ledger, logIn, database } = await appOver(t, await address(), {}, undefined, () => NOW)
    const headers = await logIn('planner')
    const pc = (await ledger.enrol({ at: NOW - 86_400_000 })) as number
    const facts = { os: known('os', { build: 19_045, supportEdition: 'pro' }) }
    await ledger.report(pc, makeReport({ takenAt: NOW - 1_000, facts }))
    const measured = async () => measurePcs(database, () => currentReference(database))
    assert.equal(await measured(), 1)
    /** What plans of the whole fleet rest on, and what one PC is told. */
    const told = async () => {
      const plan = (await app.inject({ url: '/api/v1/plan', headers })).json<Plan>()
      const verdict = (await app.inject({ url: `/api/v1/pcs/${pc}/verdict`, headers })).json<PcVerdict>()
      const row = await database.read.selectFrom('pc_measure').select('support_ends_on').where('pc_id', '=', pc).executeTakeFirst()
      return [plan.terms.reference.lifecycle, row?.support_ends_on, verdict.rules.find(({ code }) => code === 'os-support')?.outcome]
    }
    assert.deepEqual(await told(), [BUILT_IN.lifecycle.asOf, '2025-10-14', 'blocks'])
    const put = (payload: object, as = headers) => app.inject({ method: 'PUT', url: '/api/v1/reference', headers: as, payload })
    const cycles = BUILT_IN.lifecycle.cycles.map((cycle) => (cycle.build === 19_045 ? { ...cycle, endsOn: '2029-10-09' } : cycle))
    const newer = { lifecycle: { asOf: '2026-11-20', source: 'the makers, in print', cycles } }
    for (const [wrong, status] of [
      [{ lifecycle: { ...newer.lifecycle, asOf: '2020-01-01' } }, 409],
      [{ lifecycle: { ...newer.lifecycle, cycles: [] } }, 400],
      [{ lifecycle: { ...newer.lifecycle, cycles: [{ product: 'windows', cycle: 'x', endsOn: 'soon' }] } }, 400],
      [{ other: 1 }, 400],
      [{}, 400],
    ] as const)
      assert.equal((await put(wrong)).statusCode, status, JSON.stringify(wrong).slice(0, 80))
    assert.equal((await put(newer, await logIn('viewer'))).statusCode, 403)
    assert.deepEqual(await told(), [BUILT_IN.lifecycle.asOf, '2025-10-14', 'blocks'], 'what was refused changed nothing')
    const standing = (await put(newer)).json<ReferenceStanding>()
    assert.deepEqual([standing.lifecycle.asOf, standing.lifecycle.imported, standing.builds.imported], ['2026-11-20', true, false])
    assert.equal(await measured(), 1, 'measured anew by the new table')
    assert.deepEqual(await told(), ['2026-11-20', '2029-10-09', 'meets'])
    const { who, detail } = await database.read
      .selectFrom('event')
      .selectAll()
      .where('kind', '=', 'reference-imported')
      .executeTakeFirstOrThrow()
    assert.match(who, /^person-/)
    assert.equal(JSON.parse(detail).lifecycle, '2026-11-20')
  })

  test(`${engine}: a PC at the last update of a table that is too old is unknown until a newer one is in, whatever page asks`, async (t) => {
    const { app, ledger, logIn, database } = await appOver(t, await address(), {}, undefined, () => NOW)
    const headers = await logIn('planner')
    const last = BUILT_IN.builds.builds['26100']?.at(-1)?.[0] as number
    const pc = (await ledger.enrol({ at: NOW - 86_400_000 })) as number
    const facts = { os: known('os', { name: 'Windows 11 Enterprise', build: 26_100, ubr: last, supportEdition: 'enterprise' }) }
    await ledger.report(pc, makeReport({ takenAt: NOW - 1_000, facts }))
    const told = async (on: string) => {
      await measurePcs(database, () => currentReference(database))
      const verdict = (await app.inject({ url: `/api/v1/pcs/${pc}/verdict?on=${on}`, headers })).json<PcVerdict>()
      const { age } = (await app.inject({ url: `/api/v1/patches?on=${on}`, headers })).json<Patches>().total
      const rule = verdict.rules.find(({ code }) => code === 'patch-age')
      return [rule?.outcome, rule?.missing[0]?.reason, age.none, age.unknown, rule?.says?.en.slice(0, 43)]
    }
    assert.deepEqual(await told('2026-09-11'), ['meets', undefined, 1, 0, 'Lacks no update of the table of 12/08/2026.'])
    const old = ['unknown', 'table-old', 0, 1, 'It lacks no update of the table of 12/08/20']
    assert.deepEqual(await told('2026-09-12'), old)
    const builds = { ...BUILT_IN.builds, asOf: '2026-11-20' }
    assert.equal((await app.inject({ method: 'PUT', url: '/api/v1/reference', headers, payload: { builds } })).statusCode, 200)
    assert.deepEqual(await told('2026-11-24'), ['meets', undefined, 1, 0, 'Lacks no update of the table of 20/11/2026.'])
    const late = [...(builds.builds['26100'] ?? []), [last + 1, '2026-10-13', 1] as const]
    const newest = { asOf: '2026-11-21', source: 'test', builds: { ...builds.builds, 26100: late } }
    assert.equal((await app.inject({ method: 'PUT', url: '/api/v1/reference', headers, payload: { builds: newest } })).statusCode, 200)
    assert.deepEqual((await told('2026-11-24')).slice(0, 4), ['blocks', undefined, 0, 0])
    assert.equal((await told('2026-10-12'))[2], 1, 'on a day of the past it lacked nothing')
  })
}
