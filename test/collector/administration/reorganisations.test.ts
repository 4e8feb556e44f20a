/** Reorganising over HTTP, on both databases: the preview does nothing, the deed does what the preview said, and only those may who see everything. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { ErrorAnswer } from '#shared/api/error.ts'
import type { Reorganised, UnitTree } from '#shared/api/units.ts'
import { appOver, type TestApp } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const ENGINES = bothEngines('reorganisations')

const NOW = Date.UTC(2026, 8, 30, 2)

const ask = async ({ app }: TestApp, headers: Record<string, string>, payload: object) =>
  app.inject({ method: 'POST', url: '/api/v1/reorganisations', headers, payload })

const treeOn = async ({ app }: TestApp, headers: Record<string, string>, day: string) =>
  (await app.inject({ url: `/api/v1/units/tree?asOf=${day}`, headers })).json<UnitTree>().units

for (const [engine, address] of Object.entries(ENGINES)) {
  test(`${engine}: first what it would do, then the deed, and the tree of each date`, async (t: TestContext) => {
    const house = await appOver(t, await address(), {}, undefined, () => NOW)
    const headers = await house.logIn('administrator')
    const { ledger } = house
    const finance = await ledger.unit('Sở Tài chính')
    for (const unitId of [ledger.unitId, finance, finance]) await ledger.enrol({ unitId })
    await house.logIn('it-staff', [finance])
    const script = async (label: string, more: object) =>
      (await house.app.inject({ method: 'POST', url: '/api/v1/api-tokens', headers, payload: { label, role: 'viewer', ...more } })).json()
    const { id: losing } = await script('bảng giám sát', { unitIds: [finance, ledger.unitId] })
    const { id: revoked } = await script('cũ', { unitIds: [finance] })
    await script('toàn tỉnh', { unitIds: null })
    await house.app.inject({ method: 'DELETE', url: `/api/v1/api-tokens/${revoked}`, headers })
    const plan = {
      day: '2026-07-01',
      made: [{ key: 'new', name: 'Sở Tài chính và Nội vụ', block: 'I', orderNo: 1, code: 'G12.18' }],
      ended: [ledger.unitId, finance].map((unitId) => ({ unitId, into: [{ key: 'new' }] })),
    }
    const preview = (await ask(house, headers, plan)).json<Reorganised>()
    assert.deepEqual([preview.done, preview.problems, preview.made], [false, [], {}])
    assert.deepEqual(preview.moved, [
      { unitId: ledger.unitId, pcs: 1 },
      { unitId: finance, pcs: 2 },
    ])
    assert.match(preview.losingSight[0] ?? '', /^person-/)
    assert.deepEqual(preview.losingSight.slice(1), [`API: bảng giám sát (#${losing})`])
    assert.deepEqual(preview.gainingSight, [])
    const swallowed = { day: '2026-07-01', made: [], ended: [{ unitId: finance, into: [{ unitId: ledger.unitId }] }] }
    await house.logIn('viewer', [ledger.unitId])
    const wider = (await ask(house, headers, swallowed)).json<Reorganised>().gainingSight
    assert.deepEqual(
      wider.map(({ units }) => units),
      [['Sở Tài chính']],
    )
    assert.match(wider[0]?.who ?? '', /^person-/)
    const twice = { ...plan, ended: [{ unitId: finance, into: [{ key: 'new' }, { key: 'new' }] }], confirm: true }
    const refused = await ask(house, headers, twice)
    assert.deepEqual([refused.statusCode, refused.json<Reorganised>().done], [200, false])
    assert.match(refused.json<Reorganised>().problems[0]?.vi ?? '', /được chọn hai lần/)
    assert.equal((await treeOn(house, headers, '2026-09-30')).length, 2, 'nothing was done')
    const done = (await ask(house, headers, { ...plan, confirm: true })).json<Reorganised>()
    assert.equal(done.done, true)
    const before = await treeOn(house, headers, '2026-06-30')
    assert.deepEqual(
      before.map(({ name, validTo, into }) => [name, validTo, into]),
      [
        ['Sở Nội vụ', '2026-07-01', ['Sở Tài chính và Nội vụ']],
        ['Sở Tài chính', '2026-07-01', ['Sở Tài chính và Nội vụ']],
      ],
    )
    const [unit, ...others] = await treeOn(house, headers, '2026-07-01')
    assert.deepEqual(
      [unit?.id, unit?.code, unit?.pcs, unit?.from, others.length],
      [done.made.new, 'G12.18', 3, ['Sở Nội vụ', 'Sở Tài chính'], 0],
    )
    const again = (await ask(house, headers, { ...plan, confirm: true })).json<Reorganised>()
    assert.equal(again.done, false)
    assert.match(again.problems[0]?.en ?? '', /no unit that stands/)
  })

  test(`${engine}: who sees a part of the tree may not change it, and nobody below an administrator may`, async (t: TestContext) => {
    const house = await appOver(t, await address(), {}, undefined, () => NOW)
    const plan = { day: '2026-07-01', made: [{ key: 'a', name: 'A', block: 'I', orderNo: 1 }], ended: [], confirm: true }
    for (const headers of [await house.logIn('administrator', [house.ledger.unitId]), await house.logIn('it-staff')]) {
      const refused = await ask(house, headers, plan)
      assert.equal(refused.statusCode, 403)
      assert.equal(refused.json<ErrorAnswer>().error.code, 'not-permitted')
    }
    const admin = await house.logIn('administrator')
    for (const wrong of [
      { ...plan, day: '2026-02-30' },
      { ...plan, day: 'today' },
      { ...plan, made: [{ key: 'a', name: 'x\u0000', block: 'I', orderNo: 1 }] },
      { ...plan, more: 1 },
    ])
      assert.equal((await ask(house, admin, wrong)).statusCode, 400)
    assert.equal((await treeOn(house, admin, '2026-09-30')).length, 1)
    const scoped = await house.logIn('viewer', [])
    assert.deepEqual(await treeOn(house, scoped, '2026-09-30'), [])
  })
}
