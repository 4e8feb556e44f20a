/** People of units (CBCCVC), told from a day on; on both databases. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Audit } from '#shared/api/audit.ts'
import type { ListPreview, StaffNumbers } from '#shared/api/register.ts'
import { bothEngines } from '../both-engines.ts'
import { file, office } from './register-office.ts'

for (const [engine, address] of Object.entries(bothEngines('staff'))) {
  test(`${engine}: people of units are told from a day on, within one's scope, and earlier days keep theirs`, async (t) => {
    const { ask, logIn, app, ledger, finance } = await office(t, await address())
    const admin = await logIn('administrator')
    const put = (headers: Record<string, string>, payload: object) =>
      app.inject({ method: 'PUT', url: '/api/v1/staff-numbers', headers, payload })
    const units = [
      { unitId: ledger.unitId, staff: 55, equipped: 50, leaders: 7, licensedAntivirus: 41 },
      { unitId: finance, staff: 60, equipped: null, leaders: null, licensedAntivirus: null },
    ]
    assert.equal((await put(admin, { day: '2026-01-01', units })).statusCode, 204)
    assert.equal(
      (await put(await logIn('it-staff', [finance]), { day: '2026-06-01', units: units.map((one) => ({ ...one, staff: 70 })) })).statusCode,
      204,
    )
    const tooMany = { unitId: finance, staff: 1, equipped: 2, leaders: null, licensedAntivirus: null }
    assert.equal((await put(admin, { day: '2026-06-01', units: [tooMany] })).statusCode, 400)
    const refused = await put(admin, { day: '2026-06-01', units: [{ ...tooMany, equipped: null, leaders: 2 }] })
    assert.equal(refused.statusCode, 400)
    assert.match(refused.body, /Số người nhóm I-VI \(2\) lớn hơn tổng số người \(1\)/)
    const leadersLeftOut = { unitId: finance, staff: 1, equipped: 1, licensedAntivirus: 1 }
    assert.equal((await put(admin, { day: '2026-06-01', units: [leadersLeftOut] })).statusCode, 400, 'not known is said, never left out')
    assert.equal((await put(await logIn('viewer'), { day: '2026-06-01', units })).statusCode, 403)
    const on = async (asOf: string) =>
      (await ask<StaffNumbers>(admin, `staff-numbers?asOf=${asOf}`)).units.map(({ staff, equipped, leaders, licensedAntivirus }) => [
        staff,
        equipped,
        leaders,
        licensedAntivirus,
      ])
    assert.deepEqual(await on('2025-12-31'), [
      [null, null, null, null],
      [null, null, null, null],
    ])
    assert.deepEqual(await on('2026-05-31'), [
      [55, 50, 7, 41],
      [60, null, null, null],
    ])
    assert.deepEqual(await on('2026-06-01'), [
      [55, 50, 7, 41],
      [70, null, null, null],
    ])
    const { deeds } = await ask<Audit>(admin, 'audit?kind=staff-numbers')
    assert.deepEqual(
      deeds.map(({ detail }) => detail),
      [
        { day: '2026-06-01', old: { 'Sở Tài chính': '60 / ? / ? / ?' }, new: { 'Sở Tài chính': '70 / ? / ? / ?' } },
        {
          day: '2026-01-01',
          old: { 'Sở Nội vụ': null, 'Sở Tài chính': null },
          new: { 'Sở Nội vụ': '55 / 50 / 7 / 41', 'Sở Tài chính': '60 / ? / ? / ?' },
        },
      ],
    )
  })

  test(`${engine}: a unit has no more licences than PCs on that day, those in the register among them; without a PC any number is taken`, async (t) => {
    const { logIn, app, ledger, finance, ask } = await office(t, await address())
    const admin = await logIn('administrator')
    const tell = (licensedAntivirus: number, day = '2026-09-01', unitId = ledger.unitId, headers: Record<string, string> = admin) =>
      app.inject({
        method: 'PUT',
        url: '/api/v1/staff-numbers',
        headers,
        payload: { day, units: [{ unitId, staff: null, equipped: null, leaders: null, licensedAntivirus }] },
      })
    // Two PCs stand in it.
    assert.equal((await tell(2)).statusCode, 204)
    const vi = await tell(1_003)
    assert.equal(vi.statusCode, 400)
    assert.match(vi.body, /Sở Nội vụ: số máy có bản quyền chống mã độc \(1\.003\) lớn hơn số máy của đơn vị ngày 01\/09\/2026 \(2\)/)
    const en = await tell(3, '2026-12-01', ledger.unitId, { ...admin, 'accept-language': 'en' })
    assert.match(en.body, /Sở Nội vụ: more PCs have licensed antivirus \(3\) than the unit had on 30\/09\/2026 \(2\)/)
    const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', await file())
    await ask(admin, `register/uploads/${id}/import`, { day: '2026-09-10' })
    assert.equal((await tell(3)).statusCode, 400, 'the books came later')
    assert.equal((await tell(4, '2026-09-10')).statusCode, 204)
    assert.equal((await tell(5, '2026-09-10')).statusCode, 400)
    // Nothing is known of it, or by whom it may not be touched nothing is said of it.
    assert.equal((await tell(9_999, '2026-01-01')).statusCode, 204)
    assert.equal((await tell(9_999, '2026-09-01', finance)).statusCode, 204)
    assert.equal((await tell(9_999, '2026-09-01', ledger.unitId, await logIn('it-staff', [finance]))).statusCode, 204)
    const { units } = await ask<StaffNumbers>(admin, 'staff-numbers?asOf=2026-09-01')
    assert.equal(units.find(({ unitId }) => unitId === ledger.unitId)?.licensedAntivirus, 2)
  })
}
