/** PCs that plans price as nothing, on both databases: those whose case was not read, and virtual PCs and servers; each counted, listed and said in every file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { importList } from '#collector/store/register/import-list.ts'
import type { CommittedLines, CommittedPlan } from '#shared/api/committed-plans.ts'
import type { PcVerdict, PlannedPcs } from '#shared/api/planned-pcs.ts'
import type { Plan } from '#shared/api/plans.ts'
import { unknown } from '#shared/unknown.ts'
import { bothEngines } from '../both-engines.ts'
import { itemOf, listing } from '../store/contract/register-lists.ts'
import { NOW, OLD, type PlanHouse, planHouse, SMALL, SPINNING } from './plan-house.ts'

const MILLION = 1_000_000
const NO_CASE = { portable: unknown('failed') } as const

async function furnished(t: Parameters<typeof planHouse>[0], address: string): Promise<PlanHouse> {
  const house = await planHouse(t, address)
  const { add, ledger } = house
  await add(ledger.unitId, 'NV-1', OLD)
  await add(ledger.unitId, 'NV-2', { ...OLD, ...NO_CASE })
  await add(ledger.unitId, 'NV-3', { ...SMALL, ...NO_CASE })
  await add(ledger.unitId, 'NV-4', { ...SMALL, nature: unknown('failed') })
  await add(ledger.unitId, 'NV-AO', { ...OLD, nature: 'virtual' })
  await add(ledger.unitId, 'NV-CHU', { ...SMALL, nature: 'server' })
  return house
}

for (const [engine, address] of Object.entries(bothEngines('plans_apart'))) {
  test(`${engine}: a PC whose case was not read is replaced for sure and in no sum of money; virtual PCs and servers are counted apart`, async (t) => {
    const { get, app, logIn, ledger, database } = await furnished(t, await address())
    await app.inject({
      method: 'PUT',
      url: '/api/v1/staff-numbers',
      headers: await logIn('administrator'),
      payload: { day: '2026-01-01', units: [{ unitId: ledger.unitId, staff: 6, equipped: null, leaders: 0, licensedAntivirus: null }] },
    })
    const { total, unpriced, apart, items, rows } = await get<Plan>('plan')
    assert.deepEqual(
      [total.pcs, total.keep, total.mend, total.replace, total.move, total.unknown, total.apart, total.unpriced],
      [6, 0, 1, 2, 0, 1, 2, 1],
    )
    assert.equal(total.costDong, 24.2 * MILLION)
    assert.deepEqual([total.fundedPcs, total.unfundedPcs], [[2], 0], 'no year pays for what has no price')
    assert.deepEqual(unpriced, [{ measure: 'portable', pcs: 1 }])
    assert.deepEqual(apart, [
      { nature: 'virtual', pcs: 1 },
      { nature: 'server', pcs: 1 },
    ])
    assert.deepEqual(
      items.map(({ item, funded }) => [item, funded]),
      [
        ['desktop', [1]],
        ['memory-added-ddr4', [1]],
        ['os-licence-new', [1]],
      ],
    )
    const unit = rows.find(({ kind }) => kind === 'unit')
    assert.deepEqual(
      [unit?.staff, unit?.needByStaff, unit?.staffUntold],
      [6, 2, 0],
      'six people and four PCs to sit at: what may be virtual makes no need',
    )
    // In the books alone: a desktop that never reported, and a server.
    const assets = [itemOf('TS-1', ledger.unitId, { kind: 'desktop' }), itemOf('TS-2', ledger.unitId, { kind: 'server' })]
    await importList(database, listing('2026-01-01', assets))
    const after = (await get<Plan>('plan')).rows.find(({ kind }) => kind === 'unit')
    assert.deepEqual([after?.needByStaff, after?.numbers.pcs], [1, unit?.numbers.pcs])
    const list = async (query: string) => (await get<PlannedPcs>(`plan/pcs?${query}`)).rows
    await app.inject({
      method: 'PUT',
      url: '/api/v1/staff-numbers',
      headers: await logIn('administrator'),
      payload: {
        day: '2026-02-01',
        units: [{ unitId: ledger.unitId, staff: null, equipped: null, leaders: null, licensedAntivirus: null }],
      },
    })
    const untold = (await get<Plan>('plan')).rows.map(({ kind, staff, staffUntold }) => [kind, staff, staffUntold])
    assert.deepEqual(untold.slice(0, 2), [
      ['block', undefined, 1],
      ['unit', undefined, 1],
    ])
    const [bare, ...none] = await list('unpriced=true')
    assert.deepEqual([bare?.name, bare?.verdict, bare?.missing, none.length], ['NV-2', 'replace', ['portable'], 0])
    assert.ok(bare && !('costDong' in bare) && !('item' in bare) && !('year' in bare))
    assert.deepEqual(
      (await list('verdict=apart')).map(({ name, nature, costDong }) => [name, nature, costDong]),
      [
        ['NV-AO', 'virtual', 0],
        ['NV-CHU', 'server', 0],
      ],
    )
    assert.deepEqual(
      (await list('verdict=unknown')).map(({ name, missing }) => [name, missing]),
      [['NV-4', ['nature']]],
    )
    assert.deepEqual(
      (await list('year=0')).map(({ name }) => name),
      ['NV-1', 'NV-3'],
    )
  })

  test(`${engine}: the files say what is not priced and what is not of the plan, and their sums leave it out`, async (t) => {
    const { app, logIn } = await furnished(t, await address())
    const headers = await logIn('planner')
    const { sheets } = await readXlsx((await app.inject({ url: '/api/v1/plan/export?format=xlsx', headers })).rawPayload)
    const [items, units, needs] = sheets.map(({ rows }) => rows as unknown[][])
    const withoutPrice = items?.find((row) => row[1] === 'máy thay mới, chưa rõ loại thân máy')
    assert.deepEqual(withoutPrice?.slice(3, 8), [0, 1, 1, 'chưa rõ', 'chưa rõ'])
    assert.ok(items?.at(-1)?.includes(24.2 * MILLION))
    const headings = units?.[0] as string[]
    assert.equal(units?.[1]?.[headings.indexOf('Ngoài kế hoạch')], 2)
    const line = needs?.find((row) => row[3] === 'NV-2') ?? []
    assert.deepEqual(line.slice(line.indexOf('thay mới')).slice(0, 6), ['thay mới', 'chiếc', 1, 'chưa rõ', 'chưa rõ', 'chưa tính tiền'])
    assert.match(String(line.at(-1)), /Chưa tính tiền, cần đọc trước: loại thân máy\./)
    assert.ok(!needs?.some((row) => row[3] === 'NV-AO' || row[3] === 'NV-CHU'))
    const letter = await app.inject({ url: '/api/v1/plan/export?format=docx', headers })
    const text = strFromU8(unzipSync(letter.rawPayload)['word/document.xml'] as Uint8Array)
    for (const said of ['Có 1 máy chắc chắn cần thay mới', '1 máy ảo, 1 máy chủ không thuộc kế hoạch này', 'chưa rõ loại thân máy'])
      assert.ok(text.includes(said), said)
  })

  test(`${engine}: an asset in the books of a unit out of sight is said to be there, and nothing more of it`, async (t) => {
    const { get, app, logIn, add, ledger, health, database } = await planHouse(t, await address())
    const pc = await add(health, 'YT-1', SMALL)
    await add(health, 'YT-2', SMALL)
    await importList(database, listing('2026-01-01', [itemOf('TS-1', ledger.unitId, { kind: 'desktop', costDong: 9 * MILLION })]))
    const item = await database.read.selectFrom('register_item').select('id').executeTakeFirstOrThrow()
    await database.write((db) =>
      db
        .insertInto('register_match')
        .values({ item_id: item.id, pc_id: pc, score: 100, basis: 'serial', model_differs: 0, who: 'van', at: NOW })
        .execute(),
    )
    const told = async (headers: Record<string, string>) =>
      (await get<PlannedPcs>('plan/pcs', headers)).rows.map((row) => [row.assetCode, row.originalDong, row.listedElsewhere])
    assert.deepEqual(await told(await logIn('planner', [health])), [
      [undefined, undefined, true],
      [undefined, undefined, undefined],
    ])
    assert.deepEqual((await told(await logIn('planner')))[0], ['TS-1', 9 * MILLION, undefined])
    const file = await app.inject({ url: '/api/v1/plan/export?format=csv', headers: await logIn('planner', [health]) })
    assert.match(file.body, /trong sổ của đơn vị khác/)
    assert.match(file.body, /không có trong sổ tài sản/)
  })

  test(`${engine}: memory of a type that nobody read is needed for sure and priced as nothing, the disk beside it too`, async (t) => {
    const { get, add, ledger } = await planHouse(t, await address())
    const untold = { ...SMALL, ...SPINNING, memoryType: unknown('not-supported') }
    await add(ledger.unitId, 'NV-1', untold)
    await add(ledger.unitId, 'NV-2', { ...untold, memoryType: 'ddr5' })
    const { total, unpriced, items } = await get<Plan>('plan')
    assert.deepEqual([total.mend, total.unpriced, total.costDong], [2, 1, 2.1 * MILLION])
    assert.deepEqual(unpriced, [{ measure: 'memoryType', pcs: 1 }])
    assert.deepEqual(
      items.map(({ item, funded }) => [item, ...funded]),
      [
        ['memory-added-ddr5', 1],
        ['ssd', 1],
      ],
    )
    const [bare] = (await get<PlannedPcs>('plan/pcs?unpriced=true')).rows
    assert.deepEqual([bare?.name, bare?.remedies, bare?.items, bare?.missing], ['NV-1', ['add-memory', 'add-ssd'], [], ['memoryType']])
    // One price for all types: then its type need not be known.
    const same = ['ddr3', 'ddr4', 'ddr5'].map((type) => `price-memory-added-${type}=700000`).join('&')
    assert.deepEqual((await get<Plan>(`plan?${same}`)).total.unpriced, 0)
  })

  test(`${engine}: committed without a price, it is told later whether it was replaced`, async (t) => {
    const { app, logIn, get, measure, add, ledger } = await planHouse(t, await address())
    const pcId = await add(ledger.unitId, 'NV-1', { ...OLD, ...NO_CASE })
    const headers = await logIn('planner')
    const payload = { title: 'Kế hoạch 2027', asked: {} }
    const { id } = (await app.inject({ method: 'POST', url: '/api/v1/committed-plans', headers, payload })).json()
    await measure(pcId, OLD)
    const plan = await get<CommittedPlan>(`committed-plans/${id}`)
    assert.deepEqual([plan.total.lines, plan.total.unpriced, plan.total.costDong], [1, 1, 0])
    const [line] = (await get<CommittedLines>(`committed-plans/${id}/lines`)).rows
    assert.ok(line && !('costDong' in line))
    assert.deepEqual([line.verdict, line.outcome], ['replace', 'cannot-tell'])
  })

  test(`${engine}: the page of a PC says what must be read before it is priced`, async (t) => {
    const { get, add, ledger } = await planHouse(t, await address())
    const pcId = await add(ledger.unitId, 'NV-1')
    const verdict = await get<PcVerdict>(`pcs/${pcId}/verdict`)
    // Nothing was reported: the page asks the facts, not what was measured.
    assert.deepEqual([verdict.verdict, verdict.nature, verdict.costDong], ['unknown', 'unknown', 0])
    assert.deepEqual(verdict.missing.at(-1), { measure: 'nature', reason: 'no-report' })
  })
}
