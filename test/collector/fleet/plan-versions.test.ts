/** By which policy and prices a plan is made, on both databases: the version asked for, else that of the default which holds on the day; ceilings as of the day; and who may say what the default is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Audit } from '#shared/api/audit.ts'
import type { Plan } from '#shared/api/plans.ts'
import type { Policies, PriceBooks } from '#shared/api/policies.ts'
import { bothEngines } from '../both-engines.ts'
import { OLD, planHouse } from './plan-house.ts'

const MILLION = 1_000_000

for (const [engine, address] of Object.entries(bothEngines('plan_versions'))) {
  test(`${engine}: what somebody saved last changes nobody's plans; what is made the default does, for everybody, and the log says so`, async (t) => {
    const { app, get, logIn, health } = await planHouse(t, await address())
    const [planner, administrator] = [await logIn('planner'), await logIn('administrator')]
    const [built] = (await get<Policies>('policies')).policies
    assert.ok(built)
    const send = (method: 'POST' | 'PUT', path: string, payload: object, headers = planner) =>
      app.inject({ method, url: `/api/v1/${path}`, headers, payload })
    const policy = { ...built.policy, memoryBytes: 16 * 1024 ** 3 }
    const { id } = (await send('POST', 'policies', { name: 'Tỉnh', policy })).json()
    const used = async () => (await get<Plan>('plan')).terms.policy
    assert.equal((await used()).id, 0)
    assert.equal((await send('PUT', 'policies/default', { name: 'tỈNH' })).statusCode, 204)
    assert.equal((await used()).id, id)
    // The next version of the default is used as soon as it is made.
    const next = (await send('POST', 'policies', { name: 'Tỉnh', policy: { ...policy, cores: 4 } })).json()
    assert.equal((await used()).id, next.id)
    assert.deepEqual(
      (await get<Policies>('policies')).policies.map(({ version, isDefault, latest }) => [version, isDefault, latest]),
      [
        [2, true, true],
        [1, true, false],
        [0, false, true],
      ],
    )
    assert.equal((await send('PUT', 'policies/default', { name: 'Không có' })).statusCode, 404)
    assert.equal((await send('PUT', 'policies/default', { name: null }, administrator)).statusCode, 204)
    assert.equal((await used()).id, 0)
    for (const headers of [await logIn('planner', [health]), await logIn('it-staff'), await logIn('viewer')])
      assert.equal((await send('PUT', 'policies/default', { name: 'Tỉnh' }, headers)).statusCode, 403)
    assert.equal((await send('POST', 'policies', { name: ' co SAN', policy })).statusCode, 400, 'the name of what is built in')
    const audit = await app.inject({ url: '/api/v1/audit?kind=policy-default', headers: administrator })
    assert.deepEqual(
      audit.json<Audit>().deeds.map(({ detail }) => [detail.old, detail.new]),
      [
        [{ defaultName: 'Tỉnh' }, { defaultName: null }],
        [{ defaultName: null }, { defaultName: 'Tỉnh' }],
      ],
    )
  })

  test(`${engine}: of the default price book the version whose prices hold on the day is used, a version by its number always`, async (t) => {
    const { app, get, logIn, add, ledger } = await planHouse(t, await address())
    await add(ledger.unitId, 'NV-1', OLD)
    const headers = await logIn('planner')
    const [built] = (await get<PriceBooks>('price-books')).priceBooks
    assert.ok(built)
    // Its new PCs come with their system.
    const { 'os-licence-new': _, ...prices } = built.prices
    const save = async (fromDay: string, desktop: number) => {
      const payload = { name: 'Giá tỉnh', fromDay, prices: { ...prices, desktop }, ceilings: built.ceilings }
      return (await app.inject({ method: 'POST', url: '/api/v1/price-books', headers, payload })).json<{ id: number }>().id
    }
    const first = await save('2026-01-01', 18 * MILLION)
    await save('2027-01-01', 21 * MILLION)
    await app.inject({ method: 'PUT', url: '/api/v1/price-books/default', headers, payload: { name: 'Giá tỉnh' } })
    const cost = async (query: string) => (await get<Plan>(`plan?${query}`)).total.costDong / MILLION
    assert.equal(await cost('on=2025-12-31'), 23.5, 'before its first day what is built in holds')
    assert.equal(await cost(''), 18)
    assert.equal(await cost('on=2026-12-31'), 18)
    assert.equal(await cost('on=2027-01-01'), 21)
    assert.equal(await cost(`on=2027-01-01&priceBook=${first}`), 18)
    // A mistake in the prices of 2026 is mended after those of 2027 were saved: each holds in its time.
    await save('2026-01-01', 19 * MILLION)
    assert.equal(await cost('on=2026-12-31'), 19)
    assert.equal(await cost('on=2027-06-01'), 21)
  })

  test(`${engine}: ceilings are those of the price book in force on the day; a later one is added without a new release`, async (t) => {
    const { app, get, logIn } = await planHouse(t, await address())
    const headers = await logIn('planner')
    const [built] = (await get<PriceBooks>('price-books')).priceBooks
    assert.ok(built)
    const ceilingOf = async (query: string) => {
      const found = (await get<Plan>(`plan?${query}`)).terms.ceilings.find(({ item }) => item === 'desktop')
      return found && [found.dong / MILLION, found.fromDay, found.exceeded]
    }
    assert.deepEqual(await ceilingOf('on=2016-09-30'), [13, '2015-11-17', true])
    assert.deepEqual(await ceilingOf(''), [20, '2025-07-01', false])
    assert.deepEqual(await ceilingOf('price-desktop=21000000'), [20, '2025-07-01', true])
    const later = { item: 'desktop', fromDay: '2026-06-01', dong: 22 * MILLION, source: 'QĐ 10/2026/QĐ-TTg' } as const
    const save = (ceilings: readonly object[]) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/price-books',
        headers,
        payload: { name: 'Giá tỉnh', fromDay: '2026-01-01', prices: built.prices, ceilings },
      })
    const { id } = (await save([...built.ceilings, later])).json()
    assert.deepEqual(await ceilingOf(`priceBook=${id}&price-desktop=21000000`), [22, '2026-06-01', false])
    assert.deepEqual(await ceilingOf(`priceBook=${id}&on=2026-05-31`), [20, '2025-07-01', false])
    // One for a thing that had none, and none at all.
    const { id: other } = (await save([{ item: 'ssd', fromDay: '2026-01-01', dong: 900_000, source: 'Sở Tài chính' }])).json()
    assert.deepEqual(
      (await get<Plan>(`plan?priceBook=${other}`)).terms.ceilings.map(({ item, exceeded }) => [item, exceeded]),
      [['ssd', true]],
    )
    for (const wrong of [
      [later, later],
      [{ ...later, fromDay: '2026-02-30' }],
      [{ ...later, item: 'chair' }],
      [{ ...later, source: '' }],
      [{ ...later, dong: -1 }],
    ])
      assert.equal((await save(wrong)).statusCode, 400, JSON.stringify(wrong))
  })
}
