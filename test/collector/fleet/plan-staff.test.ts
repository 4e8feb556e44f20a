/** What people miss by the staff norm, on both databases: told and untold, in the answer and in every file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { importList } from '#collector/store/register/import-list.ts'
import type { Plan } from '#shared/api/plans.ts'
import { unknown } from '#shared/unknown.ts'
import { bothEngines } from '../both-engines.ts'
import { itemOf, listing } from '../store/contract/register-lists.ts'
import { type PlanHouse, planHouse } from './plan-house.ts'

type Told = readonly [unitId: number, staff: number | null, leaders: number | null]

async function tell({ app, logIn }: PlanHouse, ...told: readonly Told[]): Promise<void> {
  const units = told.map(([unitId, staff, leaders]) => ({ unitId, staff, equipped: null, leaders, licensedAntivirus: null }))
  const headers = await logIn('administrator')
  const answer = await app.inject({ method: 'PUT', url: '/api/v1/staff-numbers', headers, payload: { day: '2026-01-01', units } })
  assert.equal(answer.statusCode, 204, answer.body)
}

/** An office of six people with two laptops, a desktop and one whose case was not read; the other has PCs to spare. */
async function furnished(t: Parameters<typeof planHouse>[0], address: string): Promise<PlanHouse> {
  const house = await planHouse(t, address)
  const { add, ledger, health } = house
  await add(ledger.unitId, 'NV-1', { portable: true })
  await add(ledger.unitId, 'NV-2', { portable: true })
  await add(ledger.unitId, 'NV-3')
  await add(ledger.unitId, 'NV-4', { portable: unknown('failed') })
  await add(ledger.unitId, 'NV-AO', { nature: 'virtual', portable: true })
  for (const name of ['YT-1', 'YT-2', 'YT-3']) await add(health, name)
  return house
}

const needsOf = ({ rows }: Plan) =>
  Object.fromEntries(
    rows.map(({ name, staff, leaders, needByStaff, laptopsMissing, laptopsUnsure, staffUntold, leadersUntold }) => [
      name,
      [staff, leaders, needByStaff, laptopsMissing, laptopsUnsure, staffUntold, leadersUntold],
    ]),
  )

for (const [engine, address] of Object.entries(bothEngines('plan_staff'))) {
  test(`${engine}: groups I-VI have two machines each, and one unit's surplus covers no other's need`, async (t) => {
    const house = await furnished(t, await address())
    const { get, ledger, health, database } = house
    await tell(house, [ledger.unitId, 6, 4], [health, 1, 1])
    const told = needsOf(await get<Plan>('plan'))
    assert.deepEqual(told['Sở Nội vụ'], [6, 4, 6, 1, 1, 0, 0], 'ten machines and four are there, two or three of them laptops')
    assert.deepEqual(told['Sở Y tế'], [1, 1, 0, 1, 0, 0, 0], 'three desktops are more than two machines, and none is a laptop')
    assert.deepEqual(told.I, [7, 5, 6, 2, 1, 0, 0])
    // In the books alone: a laptop, something nobody named the kind of, and a server.
    const kinds = ['laptop', null, 'server'] as const
    const assets = kinds.map((kind, place) => itemOf(`TS-${place}`, ledger.unitId, { kind }))
    await importList(database, listing('2026-01-01', assets))
    assert.deepEqual(needsOf(await get<Plan>('plan'))['Sở Nội vụ'], [6, 4, 4, 0, 1, 0, 0])
    assert.deepEqual(needsOf(await get<Plan>('plan?leaderPcs=1'))['Sở Nội vụ'], [6, 4, 0, 0, 0, 0, 0], 'another norm is asked for at once')
    assert.equal((await get<Plan>('plan?leaderPcs=1')).terms.policy.changed, true)
  })

  test(`${engine}: where nobody told how many are of groups I-VI the need is at least that of one PC a person, and every file says so`, async (t) => {
    const house = await furnished(t, await address())
    const { get, app, logIn, ledger, health } = house
    await tell(house, [ledger.unitId, 6, null], [health, 4, 1])
    const plan = await get<Plan>('plan')
    const told = needsOf(plan)
    assert.deepEqual(told['Sở Nội vụ'], [6, undefined, 2, undefined, undefined, 0, 1])
    assert.deepEqual(told.I, [10, 1, 4, 1, 0, 0, 1])
    const headers = await logIn('planner')
    const file = async (query: string) => (await app.inject({ url: `/api/v1/plan/export?${query}`, headers })).rawPayload
    const { sheets } = await readXlsx(await file('format=xlsx'))
    const [head = [], ...lines] = (sheets[1]?.rows ?? []) as unknown[][]
    const cells = (name: string) => {
      const line = lines.find((row) => row[1] === name) ?? []
      const of = (heading: string) => line[head.indexOf(heading)]
      return [
        'CBCCVC',
        'Trong đó nhóm I-VI',
        'Đơn vị chưa có số nhóm I-VI',
        'Thiếu máy theo định mức',
        'Số thiếu máy là',
        'Thiếu máy xách tay, ít nhất',
        'Thêm, nếu máy chưa rõ loại thân không là máy xách tay',
      ].map(of)
    }
    assert.deepEqual(cells('Tổng cộng'), [10, 1, 1, 4, 'ít nhất', 1, 0])
    assert.deepEqual(cells('Sở Nội vụ'), [6, 'chưa rõ', 1, 2, 'ít nhất', 'chưa rõ', 'chưa rõ'])
    assert.deepEqual(cells('Sở Y tế'), [4, 1, 0, 2, 'theo số đã kê', 1, 0])
    const words = async (language: string) =>
      strFromU8(unzipSync(await file(`format=docx&language=${language}`))['word/document.xml'] as Uint8Array)
    const [vi, en] = [await words('vi'), await words('en')]
    for (const said of [
      '≥ 4',
      'mỗi người nhóm I-VI 2 máy, trong đó một máy xách tay; người khác một máy',
      '1 đơn vị chưa có số người nhóm I-VI',
      'Dấu ≥ nghĩa là ít nhất.',
      'còn thiếu ít nhất 1.',
    ])
      assert.ok(vi.includes(said), said)
    for (const said of ['≥ 4', 'The mark ≥ means at least.', 'Laptops missing for people of groups I-VI: at least 1.'])
      assert.ok(en.includes(said), said)
    await tell(house, [ledger.unitId, 6, 0])
    assert.ok(!(await words('vi')).includes('≥ 4'), 'nothing is at least where all is told')
  })

  test(`${engine}: a policy kept before there was a norm in it plans by the norm`, async (t) => {
    const house = await furnished(t, await address())
    const { get, ledger, database } = house
    await tell(house, [ledger.unitId, 6, 4])
    const { leaderPcs: _, ...content } = (await get<Plan>('plan')).terms.policy.policy
    const kept = {
      kind: 'policy' as const,
      name: 'Cũ',
      name_key: 'cu',
      version: 1,
      from_day: '',
      content: JSON.stringify(content),
      who: 'van',
      at: 1,
    }
    await database.write((db) => db.insertInto('plan_version').values(kept).execute())
    const { id } = await database.read.selectFrom('plan_version').select('id').executeTakeFirstOrThrow()
    assert.deepEqual(needsOf(await get<Plan>(`plan?policy=${id}`))['Sở Nội vụ']?.[2], 6)
  })
}
