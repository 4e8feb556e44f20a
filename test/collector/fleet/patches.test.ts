/** The patch page over HTTP, on both databases: each PC in one state of each kind, borders of days as they should be, unknown apart, and a list behind every figure. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre'
import { NEVER } from '#collector/plan/measures/measures.ts'
import { anyUnit } from '#collector/store/any-unit.ts'
import { exemptPcs } from '#collector/store/exemptions.ts'
import type { PatchedPcs, Patches } from '#shared/api/patches.ts'
import { unknown } from '#shared/unknown.ts'
import { bothEngines } from '../both-engines.ts'
import { WINDOWS_10 } from '../plan/good-pc.ts'
import { NOW, planHouse } from './plan-house.ts'

const ON = '2026-11-24'
const lacking = (day: string) => ({ missingSince: day, patchedUntil: day })

for (const [engine, address] of Object.entries(bothEngines('patches'))) {
  test(`${engine}: support and patch age of a day, by system and unit, with the PCs behind each figure`, async (t) => {
    const house = await planHouse(t, await address())
    const { add, ledger, health, get, database, app, logIn } = house
    const fleet = [
      await add(ledger.unitId, 'NV-1', { supportEndsOn: ON, patchedUntil: '2026-10-25' }),
      await add(ledger.unitId, 'NV-2', { ...WINDOWS_10, extendedEndsOn: ON, ...lacking(ON) }),
      await add(health, 'YT-1', {
        ...WINDOWS_10,
        ...{ supportEndsOn: '2020-01-14', extendedEndsOn: '2020-01-14', windows11Processor: false, tpm: 'none' },
        ...lacking('2026-10-25'),
      }),
      await add(health, 'YT-2', { ...WINDOWS_10, supportEndsOn: NEVER, tpm: unknown('failed'), ...lacking('2026-10-24') }),
      await add(health, 'YT-3', { supportEndsOn: unknown('failed'), onWindows11: false, ...lacking('2026-08-25') }),
      await add(health, 'YT-4', { supportEndsOn: '2027-01-01', patchedUntil: unknown('not-supported') }),
    ]
    await database.write(async (db) => {
      const windows = { os_name: 'Windows 10 Pro', os_version: '22H2' }
      await db.updateTable('pc').set(windows).where('id', 'in', fleet.slice(0, 3)).execute()
      await db
        .updateTable('pc')
        .set({ pending_updates: 3, restart_pending: 1 })
        .where('id', '=', fleet[0] as number)
        .execute()
      await db
        .updateTable('pc')
        .set({ pending_updates: 0, restart_pending: 0 })
        .where('id', '=', fleet[1] as number)
        .execute()
    })
    const patches = await get<Patches>(`patches?on=${ON}`)
    await exemptPcs(database, { pcIds: fleet.slice(5), exempt: true, who: 'test', at: NOW, mayTouch: anyUnit })
    const toViewer = await get<PatchedPcs>(`patches/pcs?on=${ON}`, await logIn('planner'))
    assert.deepEqual([toViewer.rows.length, toViewer.withheld], [5, true], 'counted and not named is said')
    assert.equal((await get<PatchedPcs>(`patches/pcs?on=${ON}&support=ended`, await logIn('planner'))).withheld, undefined)
    assert.equal((await get<PatchedPcs>(`patches/pcs?on=${ON}`, await logIn('administrator'))).withheld, undefined)
    const listed = await app.inject({ url: `/api/v1/patches/pcs/export?format=xlsx&on=${ON}`, headers: await logIn('planner') })
    assert.match(JSON.stringify((await readXlsx(listed.rawPayload)).sheets), /chỉ nằm trong con số, không nêu tên ở đây/)
    await exemptPcs(database, { pcIds: fleet.slice(5), exempt: false, who: 'test', at: NOW, mayTouch: anyUnit })
    const { total } = patches
    assert.equal(total.pcs, 6)
    assert.deepEqual({ ...total.support }, { supported: 3, extended: 1, ended: 1, unknown: 1 }, 'the last day of support still counts')
    assert.deepEqual({ ...total.age }, { none: 1, 'up-to-30': 2, 'up-to-90': 1, 'over-90': 1, unknown: 1 })
    assert.deepEqual(
      [total.pending, total.restart].map((one) => ({ ...one })),
      [
        { yes: 1, no: 1, unknown: 4 },
        { yes: 1, no: 1, unknown: 4 },
      ],
    )
    assert.deepEqual(
      patches.systems.map(({ name, version, numbers }) => [name, version, numbers.pcs]),
      [
        ['Windows 10 Pro', '22H2', 3],
        [undefined, undefined, 3],
      ],
    )
    assert.deepEqual({ ...total.windows11 }, { ready: 1, 'not-ready': 1, undetermined: 1, already: 2, 'not-asked': 1 })
    assert.deepEqual([patches.hindered['win11-processor'], patches.hindered['win11-tpm'], patches.hindered['win11-disk']], [1, 1, 0])
    const row = patches.rows.find(({ unitId }) => unitId === health)
    assert.deepEqual([row?.numbers.pcs, row?.numbers.support.unknown, row?.numbers.windows11['not-ready']], [4, 1, 1])

    const names = async (query: string) => (await get<PatchedPcs>(`patches/pcs?on=${ON}&${query}`)).rows.map(({ name }) => name)
    for (const kind of ['support', 'age', 'pending', 'restart', 'windows11'] as const)
      for (const [state, pcs] of Object.entries(total[kind]))
        assert.equal((await names(`${kind}=${state}`)).length, pcs, `${kind} ${state}`)
    assert.deepEqual(await names('system=Windows 10 Pro&version=22H2'), ['NV-1', 'NV-2', 'YT-1'])
    assert.deepEqual(await names('system='), ['YT-2', 'YT-3', 'YT-4'])
    assert.deepEqual(await names(`unit=${health}&age=up-to-90`), ['YT-2'])
    assert.deepEqual(await names('windows11=not-ready&hinder=win11-tpm'), ['YT-1'])
    assert.deepEqual(await names('hinder=win11-disk'), [])
    const readiness = (await get<PatchedPcs>(`patches/pcs?on=${ON}&unit=${health}`)).rows.map(({ windows11 }) => windows11)
    assert.deepEqual(readiness.slice(0, 2), [
      { state: 'not-ready', hinders: ['win11-processor', 'win11-tpm'], missing: [] },
      { state: 'undetermined', hinders: [], missing: ['tpm'] },
    ])
    assert.deepEqual(await names(`unit=${health}&age=up-to-30`), ['YT-1'])
    const [unread] = (await get<PatchedPcs>(`patches/pcs?on=${ON}&age=unknown`)).rows
    assert.deepEqual([unread?.missingSince, unread?.pendingUpdates], [{ unknown: 'not-supported' }, { unknown: 'no-report' }])
    assert.equal((await get<Patches>('patches?on=2028-01-01')).total.support.ended, 4, 'of another day, another answer')
    // A day later the table by which nothing was missing is older than the first class of age: nobody can tell any more.
    const aged = await get<Patches>('patches?on=2026-11-25')
    assert.deepEqual({ ...aged.total.age }, { none: 0, 'up-to-30': 1, 'up-to-90': 2, 'over-90': 1, unknown: 2 })
    const untold = await get<PatchedPcs>('patches/pcs?on=2026-11-25&age=unknown')
    assert.deepEqual(
      untold.rows.map(({ name, missingSince }) => [name, missingSince]),
      [
        ['NV-1', { unknown: 'table-old' }],
        ['YT-4', { unknown: 'not-supported' }],
      ],
    )
    const [fresh] = (await get<PatchedPcs>(`patches/pcs?on=${ON}&age=none`)).rows
    assert.deepEqual([fresh?.name, fresh?.missingSince], ['NV-1', 'none'])
    assert.equal((await get<Patches>('patches?on=2026-10-20')).total.age.none, 4, 'on a day before the update came out nothing was missing')
    const paged = await get<PatchedPcs>(`patches/pcs?on=${ON}&limit=4`)
    assert.deepEqual(await names(`limit=4&after=${paged.next}`), ['YT-3', 'YT-4'])

    const headers = await logIn('viewer')
    const file = await app.inject({ url: `/api/v1/patches/pcs/export?format=xlsx&on=${ON}&age=unknown`, headers })
    const [sheet] = (await readXlsx(file.rawPayload)).sheets
    const cells = (sheet?.rows ?? []) as unknown[][]
    assert.equal(cells.length, 2)
    assert.equal(cells[1]?.[(cells[0] as string[]).indexOf('Lên Windows 11')], 'đã dùng Windows 11')
    assert.ok(String(cells[1]?.[8]).startsWith('chưa rõ'), 'unknown is a sentence, never an empty cell')
    assert.equal((await app.inject({ url: '/api/v1/patches?unit=99', headers })).statusCode, 404)
    assert.equal((await get<Patches>('patches', await logIn('viewer', [health]))).total.pcs, 4)
    assert.equal((await get<Patches>('patches', await logIn('viewer', []))).total.pcs, 0)

    await add(health, 'YT-9', { ...WINDOWS_10, extendedEndsOn: unknown('not-supported') })
    assert.deepEqual(await names('support=unknown'), ['YT-3', 'YT-9'], 'nobody can tell whether its support for money goes on')
    assert.deepEqual(await names('support=ended'), ['YT-1'])
  })
}
