/** Counts over HTTP, on both databases: what the PCs were beside their connectivity, and what is told to who sees a part. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { readXlsx } from 'hucre'
import type { ConditionFigures, CountedPcs, Counts } from '#shared/api/counts.ts'
import type { ErrorAnswer } from '#shared/api/error.ts'
import { ASPECTS } from '#shared/text/conditions.ts'
import { sumsOf, unknownConditions } from '#shared/text/figures.ts'
import { bothEngines } from '../both-engines.ts'
import { get, houseOf } from './counts-house.ts'

const figuresOf = ({ total }: Counts) => sumsOf(total)

for (const [engine, address] of Object.entries(bothEngines('parts'))) {
  test(`${engine}: what the PCs were has its list too, as many rows as the figure says, and a value there is not is refused`, async (t: TestContext) => {
    const house = await houseOf(t, await address())
    const headers = await house.logIn('viewer')
    const { rows, total, conditions } = (await get(house, '/api/v1/counts', headers)).json<Counts>()
    assert.deepEqual(conditions?.casing, { desktop: 3, laptop: 0, other: 0 })
    const listed = async (query: string) => (await get(house, `/api/v1/counts/pcs?${query}`, headers)).json<CountedPcs>().rows
    for (const row of rows.filter(({ kind }) => kind === 'unit'))
      for (const aspect of ASPECTS) {
        for (const [value, pcs] of Object.entries(row.conditions?.[aspect] ?? {}))
          assert.equal((await listed(`unit=${row.unitId}&${aspect}=${value}`)).length, pcs, `${row.name} ${aspect} ${value}`)
        const unknown = unknownConditions(row.figures, row.conditions as ConditionFigures, aspect)
        assert.equal((await listed(`unit=${row.unitId}&${aspect}=unknown`)).length, unknown, `${row.name} ${aspect}`)
      }
    assert.equal(unknownConditions(total, conditions as ConditionFigures, 'support'), 1)
    const file = await get(house, '/api/v1/counts/pcs/export?format=csv&language=vi&casing=desktop&states=internet', headers)
    assert.match(file.body, /NV-1;Sở Nội vụ;kết nối internet;.*;để bàn;/)
    const wrong = await house.app.inject({ url: '/api/v1/counts/pcs?support=never', headers: { ...headers, 'accept-language': 'vi' } })
    assert.match(wrong.json<ErrorAnswer>().error.detail ?? '', /support: không có "never"/)
    // The day before it was measured nobody knew.
    const earlier = (await get(house, '/api/v1/counts?asOf=2026-09-28', headers)).json<Counts>()
    assert.deepEqual([earlier.conditions, earlier.conditionsFrom], [undefined, '2026-09-29'])
  })

  test(`${engine}: a part is told as a part: in words, and of the blocks it stands in`, async (t: TestContext) => {
    const house = await houseOf(t, await address())
    const [all, one, commune, blind] = [
      await house.logIn('viewer'),
      await house.logIn('viewer', [house.units.health]),
      await house.logIn('viewer', [house.units.commune]),
      await house.logIn('viewer', []),
    ]
    const counts = async (headers: Record<string, string>, query = '') =>
      (await get(house, `/api/v1/counts?${query}`, headers)).json<Counts>()
    assert.deepEqual([(await counts(all)).of, (await counts(all)).blocks], [undefined, ['I', 'II']])
    assert.deepEqual((await counts(all, `unit=${house.units.clinic}`)).of, ['Trung tâm Y tế'])
    assert.deepEqual([(await counts(one)).of, (await counts(one)).blocks], [['Sở Y tế'], ['I', 'II']])
    // None of its PCs stands in the blocks of the rule: it is not told that there is none.
    const outside = await counts(commune)
    assert.deepEqual(
      [outside.of, outside.blocks, figuresOf(outside)],
      [['Xã Đăk Long'], ['I', 'II', 'III', 'IV'], { connected: 1, all: 1, allowed: 1 }],
    )
    assert.deepEqual([(await counts(blind)).of, (await counts(blind)).since], [[], undefined])
    // Nor is a ledger that knows nothing of a day.
    assert.equal((await counts(all, 'asOf=1900-01-01')).since, '2026-07-02')
    const before = await get(house, '/api/v1/counts/export?format=csv&language=vi&asOf=1900-01-01', all)
    assert.equal(before.body.trim().split('\n').length, 1, 'no row of zeros')
    const file = await get(house, '/api/v1/counts/export?format=csv&language=vi', commune)
    assert.match(file.body, /;Tổng cộng;1;/)
    const { sheets } = await readXlsx((await get(house, '/api/v1/counts/export?format=xlsx&language=vi', one)).rawPayload)
    assert.ok(sheets.at(-1)?.rows.some((row) => row[0] === 'Phạm vi' && row[1] === 'Sở Y tế'))
  })
}
