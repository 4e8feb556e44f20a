/** Committed plans over HTTP, on both databases: frozen as they were decided, and what became of each line told by the facts that came since. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anyUnit } from '#collector/store/any-unit.ts'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { movePcs } from '#collector/store/moves.ts'
import type { CommittedLines, CommittedPlan, CommittedPlans, Scenarios } from '#shared/api/committed-plans.ts'
import type { Plan } from '#shared/api/plans.ts'
import { unknown } from '#shared/unknown.ts'
import { known, makeReport } from '../../make-report.ts'
import { bothEngines } from '../both-engines.ts'
import { GIB, WINDOWS_10 } from '../plan/good-pc.ts'
import { DAY_MS, NOW, OLD, planHouse, SMALL, SPINNING } from './plan-house.ts'

const TEN = { ...WINDOWS_10, windowsBuild: 19_045, windowsRevision: 5737 } as const

for (const [engine, address] of Object.entries(bothEngines('committed'))) {
  test(`${engine}: a PC that must not be named is in the sums of a committed plan, as it was in the plan, and in no list of who may not know`, async (t) => {
    const { add, get, app, logIn, ledger } = await planHouse(t, await address())
    const [marked] = [await add(ledger.unitId, 'NV-1', SMALL), await add(ledger.unitId, 'NV-2', SMALL)]
    const [administrator, planner] = [await logIn('administrator'), await logIn('planner')]
    const send = (path: string, headers: Record<string, string>, payload: object) =>
      app.inject({ method: 'POST', url: `/api/v1/${path}`, headers, payload })
    assert.equal((await send('pcs/exemptions', administrator, { pcIds: [marked], exempt: true })).statusCode, 200)
    const { id } = (await send('committed-plans', planner, { title: 'Kế hoạch 2027', asked: {} })).json<{ id: number }>()
    const [plan, { total }] = [await get<Plan>('plan'), await get<CommittedPlan>(`committed-plans/${id}`)]
    assert.deepEqual([total.lines, total.costDong], [2, plan.total.costDong])
    const namedTo = async (headers: Record<string, string>) =>
      (await get<CommittedLines>(`committed-plans/${id}/lines`, headers)).rows.map(({ name }) => name)
    assert.deepEqual([await namedTo(planner), await namedTo(administrator)], [['NV-2'], ['NV-1', 'NV-2']])
  })

  test(`${engine}: a committed plan stands as it was decided, and the facts tell what became of it`, async (t) => {
    const house = await planHouse(t, await address())
    const { add, measure, get, app, logIn, ledger, health, database, clock } = house
    const headers = await logIn('planner')
    const [small, spinning, both, old, gone, silent] = [
      await add(ledger.unitId, 'NV-1', SMALL),
      await add(ledger.unitId, 'NV-2', SPINNING),
      await add(health, 'YT-1', { ...SMALL, ...SPINNING }),
      await add(health, 'YT-2', OLD),
      await add(health, 'YT-3', OLD),
      await add(health, 'YT-4', SMALL),
    ]
    const asked = { budget: '30000000', years: 2 }
    const committed = await app.inject({
      method: 'POST',
      url: '/api/v1/committed-plans',
      headers,
      payload: { title: 'Kế hoạch 2027', asked },
    })
    const { id } = committed.json<{ id: number }>()
    const before = await get<CommittedPlan>(`committed-plans/${id}`)
    const plan = await get<Plan>('plan?budget=30000000&years=2')
    assert.deepEqual([before.total.lines, before.total.costDong], [6, plan.total.costDong])
    assert.deepEqual(
      before.years.map(({ progress }) => progress.costDong),
      [...plan.total.fundedDong, plan.total.unfundedDong],
    )
    assert.deepEqual([before.total['cannot-tell'], before.total['not-yet']], [6, 0], 'nothing was heard since')

    // Ten days later all but one were read again: memory was added, one of two things was done, one PC was taken out, a price and a policy changed.
    clock.ms += 10 * DAY_MS
    const later = await logIn('planner')
    // What else changes in the meantime, an update of the system or another disk, is not when memory was added.
    const early = { memory: known('memory', { installedBytes: 4 * GIB }), os: known('os', { ubr: 9_999 }) }
    await ledger.report(small, makeReport({ takenAt: NOW + 2 * DAY_MS, facts: early }))
    for (const pcId of [small, spinning, both, old]) {
      const memory = known('memory', { installedBytes: (pcId === small ? 16 : 4) * GIB })
      await ledger.report(pcId, makeReport({ takenAt: NOW + 5 * DAY_MS, facts: { memory } }))
    }
    await measure(small, {})
    await measure(spinning, SPINNING)
    await measure(both, SPINNING)
    await measure(old, OLD)
    const retire = { pcIds: [gone] }
    assert.equal(
      (await app.inject({ method: 'POST', url: '/api/v1/pcs/moves', headers: await logIn('administrator'), payload: retire })).statusCode,
      200,
    )
    const { policies } = await get<{ policies: { policy: object }[] }>('policies', later)
    await app.inject({
      method: 'POST',
      url: '/api/v1/policies',
      headers: later,
      payload: { name: 'Khác', policy: { ...policies[0]?.policy, systemDiskSsd: false } },
    })
    const after = await get<CommittedPlan>(`committed-plans/${id}`, later)
    assert.deepEqual(
      { ...after.total },
      { lines: 6, unpriced: 0, costDong: before.total.costDong, done: 2, 'not-yet': 3, differently: 0, 'cannot-tell': 1 },
    )
    const lines = async (query: string, as = later) => (await get<CommittedLines>(`committed-plans/${id}/lines?${query}`, as)).rows
    const told = (await lines('')).map(({ name, outcome, done, open }) => [name, outcome, done.join(), open.join()])
    assert.deepEqual(told, [
      ['NV-1', 'done', 'add-memory', ''],
      ['NV-2', 'not-yet', '', 'add-ssd'],
      ['YT-1', 'not-yet', 'add-memory', 'add-ssd'],
      ['YT-2', 'not-yet', '', 'replace'],
      ['YT-3', 'done', 'replace', ''],
      ['YT-4', 'cannot-tell', '', 'add-memory'],
    ])
    const [done] = await lines('outcome=done')
    assert.deepEqual(
      [done?.name, done?.since, done?.now?.memoryBytes],
      ['NV-1', NOW + 5 * DAY_MS, 16 * GIB],
      'with its date and what stands now',
    )
    for (const outcome of ['done', 'not-yet', 'cannot-tell'] as const)
      assert.equal((await lines(`outcome=${outcome}`)).length, after.total[outcome])
    assert.equal((await lines(`unit=${health}`)).length, 4)
    assert.equal((await lines('block=I')).length, 6)
    assert.equal((await lines('block=II')).length, 0)
    const file = await app.inject({
      url: `/api/v1/committed-plans/${id}/lines/export?format=csv&unit=${health}&language=vi`,
      headers: later,
    })
    assert.equal(file.statusCode, 200, file.body)
    const written = file.body.trim().split(/\r?\n/)
    assert.match(written.find((line) => line.includes('YT-1')) ?? '', /thêm RAM, thay ổ SSD.*chưa thực hiện.thêm RAM.thay ổ SSD/)
    assert.match(written.find((line) => line.includes('YT-3')) ?? '', /thay mới.*đã thực hiện.thay mới/)
    assert.ok(!file.body.includes('NV-1'))
    const first = await get<CommittedLines>(`committed-plans/${id}/lines?limit=4`, later)
    assert.equal((await lines(`limit=4&after=${first.next}`)).length, 2)

    // Who sees one unit sees of the plan that unit alone; the database itself refuses to change what is sealed.
    const own = await logIn('planner', [health])
    assert.equal((await get<CommittedPlan>(`committed-plans/${id}`, own)).total.lines, 4)
    assert.ok((await lines('', own)).every(({ unit }) => unit === 'Sở Y tế'))
    assert.deepEqual((await get<CommittedPlans>('committed-plans', await logIn('planner', []))).plans, [])
    assert.deepEqual(
      (await get<CommittedPlans>('committed-plans', own)).plans.map(({ lines: count }) => count),
      [4],
    )
    for (const deed of [
      `update committed_plan set title = 'x'`,
      'delete from committed_plan',
      'update committed_line set cost_dong = 0',
      'delete from committed_line',
      `insert into committed_unit (plan_id, unit_id, name, block, order_no) values (${id}, 99, 'x', 'I', 1)`,
    ])
      await assert.rejects(
        database.write((db) => sql.raw(deed).execute(db)),
        /sealed/,
        deed,
      )
    assert.ok(silent > 0)
  })

  test(`${engine}: a newer table makes nothing done and nothing undone: what is done of systems and updates follows from what was done`, async (t) => {
    const { add, measure, get, app, logIn, ledger, clock } = await planHouse(t, await address())
    const NOT_KEPT = unknown('failed')
    const LATE = { ...SMALL, windowsRevision: 100, missingSince: '2026-06-09', patchedUntil: '2026-06-09' } as const
    const PROLONGED = { ...WINDOWS_10, supportEndsOn: '2029-10-09' } as const
    const pcs = new Map<string, number>()
    for (const [name, changes] of [
      ['stays', TEN],
      ['upgraded', TEN],
      ['other', TEN],
      ['refused', { ...TEN, windows11Processor: false }],
      ['patched', LATE],
      ['unpatched', LATE],
      // As lines of before builds were kept.
      ['of-before', { ...WINDOWS_10, windowsBuild: NOT_KEPT, windowsRevision: NOT_KEPT }],
    ] as const) {
      const pcId = await add(ledger.unitId, name, changes)
      pcs.set(name, pcId)
      await ledger.report(pcId, makeReport({ takenAt: NOW - DAY_MS, facts: { system: known('system', { hostName: name }) } }))
    }
    const headers = await logIn('planner')
    const { id } = (
      await app.inject({ method: 'POST', url: '/api/v1/committed-plans', headers, payload: { title: 'Kế hoạch 2027', asked: {} } })
    ).json<{ id: number }>()
    clock.ms += 10 * DAY_MS
    const read = async (name: string, os: object, changes: Parameters<typeof measure>[1]) => {
      const pcId = pcs.get(name) as number
      await ledger.report(
        pcId,
        makeReport({ takenAt: NOW + 5 * DAY_MS, facts: { system: known('system', { hostName: name }), os: known('os', os) } }),
      )
      await measure(pcId, changes)
    }
    const eleven = { name: 'Windows 11 Pro', version: '24H2', build: 26_100, ubr: 300 }
    await read('stays', {}, { ...PROLONGED, windowsBuild: 19_045 })
    await read('upgraded', eleven, {})
    await read('other', { version: '21H2', build: 19_044 }, { ...TEN, windowsBuild: 19_044 })
    await read('refused', {}, { ...PROLONGED, windowsBuild: 19_045, windows11Processor: false })
    await read('patched', { ubr: 300 }, { windowsRevision: 300 })
    await read('unpatched', {}, { windowsRevision: 100 })
    await read('of-before', eleven, {})
    const later = await logIn('planner')
    const { rows } = await get<CommittedLines>(`committed-plans/${id}/lines`, later)
    assert.deepEqual(
      rows.map(({ name, outcome, done, open }) => [name, outcome, done.join(), open.join()]),
      [
        ['stays', 'not-yet', '', 'upgrade-os'],
        ['upgraded', 'done', 'upgrade-os', ''],
        ['other', 'differently', '', ''],
        ['refused', 'not-yet', '', 'replace'],
        ['patched', 'done', 'add-memory,install-updates', ''],
        ['unpatched', 'done', 'add-memory', 'install-updates'],
        ['of-before', 'done', 'upgrade-os', ''],
      ],
    )
    const patched = rows.find(({ name }) => name === 'patched')
    assert.deepEqual(
      [patched?.works, patched?.before.os, patched?.now?.os],
      [['install-updates'], 'Windows 10 Pro 22H2 (26100.100)', 'Windows 10 Pro 22H2 (19045.300)'],
    )
    const { total } = await get<CommittedPlan>(`committed-plans/${id}`, later)
    assert.deepEqual([total.done, total['not-yet'], total.differently, total['cannot-tell']], [4, 2, 1, 0])
    for (const outcome of ['done', 'not-yet', 'differently'] as const)
      assert.equal((await get<CommittedLines>(`committed-plans/${id}/lines?outcome=${outcome}`, later)).rows.length, total[outcome])
  })

  test(`${engine}: a line follows its PC through merges in a row, its moves and its facts too`, async (t) => {
    const { add, measure, get, app, logIn, ledger, health, database, clock } = await planHouse(t, await address())
    const headers = await logIn('planner')
    const one = await add(ledger.unitId, 'NV-1', { ...OLD, yearInUse: 2025 })
    const [two, three] = [await add(ledger.unitId, 'NV-2', SMALL), await add(ledger.unitId, 'NV-3')]
    const payload = { title: 'Kế hoạch 2027', asked: {} }
    const { id } = (await app.inject({ method: 'POST', url: '/api/v1/committed-plans', headers, payload })).json<{ id: number }>()
    const lines = async () =>
      (await get<CommittedLines>(`committed-plans/${id}/lines`, await logIn('planner'))).rows.map((row) => [
        row.name,
        row.outcome,
        row.since,
      ])
    assert.deepEqual(
      (await lines()).map(([name, outcome]) => [name, outcome]),
      [
        ['NV-1', 'not-yet'],
        ['NV-2', 'cannot-tell'],
      ],
    )
    const at = NOW + DAY_MS
    const merge = (...pcIds: [number, number]) => mergePcs(database, { pcIds, who: 'van', at, mayTouch: anyUnit })
    const first = await merge(one, two)
    const last = await merge(first?.into as number, three)
    assert.ok(last && first && first.into !== last.into && one !== last.into, 'the line stands two steps away from what is left')
    await movePcs(database, { pcIds: [last.into], unitId: health, who: 'van', at: NOW + 2 * DAY_MS, mayTouch: anyUnit })
    await ledger.report(
      last.into,
      makeReport({ takenAt: NOW + 3 * DAY_MS, facts: { memory: known('memory', { installedBytes: 16 * GIB }) } }),
    )
    await measure(last.into, {})
    clock.ms += 10 * DAY_MS
    assert.deepEqual(await lines(), [
      ['NV-1', 'done', NOW + 2 * DAY_MS],
      ['NV-2', 'done', NOW + 3 * DAY_MS],
    ])
  })

  test(`${engine}: a scenario is kept with the versions it rests on, seen by those who see its unit, and removed by who made it`, async (t) => {
    const { app, logIn, get, health, add } = await planHouse(t, await address())
    await add(health, 'YT-1', SMALL)
    const [maker, other, viewer] = [await logIn('planner', [health]), await logIn('planner'), await logIn('viewer')]
    const save = (headers: Record<string, string>, payload: object) =>
      app.inject({ method: 'POST', url: '/api/v1/scenarios', headers, payload })
    const { id } = (await save(maker, { name: 'Ít tiền', asked: { unit: health, budget: '1000000', memoryBytes: 16 * GIB } })).json()
    const listed = async (headers: Record<string, string>) =>
      (await get<Scenarios>('scenarios', headers)).scenarios.map(({ name, own, asked }) => [
        name,
        own,
        asked.policy,
        asked.memoryBytes,
        asked.firstYear,
      ])
    assert.deepEqual(await listed(maker), [['Ít tiền', true, 0, 16 * GIB, 2027]])
    assert.deepEqual(await listed(other), [['Ít tiền', false, 0, 16 * GIB, 2027]])
    assert.deepEqual(await listed(await logIn('planner', [])), [])
    assert.equal((await save(viewer, { name: 'x', asked: {} })).statusCode, 403)
    assert.equal((await save(maker, { name: 'x', asked: { policy: 99 } })).statusCode, 400)
    assert.equal((await save(maker, { name: 'x', asked: { unit: 1 } })).statusCode, 404, 'a unit out of sight')
    const remove = (headers: Record<string, string>) => app.inject({ method: 'DELETE', url: `/api/v1/scenarios/${id}`, headers })
    assert.equal((await remove(other)).statusCode, 404)
    assert.equal((await remove(maker)).statusCode, 204)
    assert.deepEqual(await listed(maker), [])
  })
}
