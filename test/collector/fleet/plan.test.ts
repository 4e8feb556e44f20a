/** Plans over HTTP, on both databases: sums that add up by hand, lists behind every figure, files that say the same, versions that are kept, and nobody who sees more than their units. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { anyUnit } from '#collector/store/any-unit.ts'
import { exemptPcs } from '#collector/store/exemptions.ts'
import type { PlannedPcs } from '#shared/api/planned-pcs.ts'
import type { Plan } from '#shared/api/plans.ts'
import type { Policies } from '#shared/api/policies.ts'
import { unknown } from '#shared/unknown.ts'
import { bothEngines } from '../both-engines.ts'
import { NOW, OLD, type PlanHouse, planHouse, SMALL, SPINNING } from './plan-house.ts'

async function furnished(t: Parameters<typeof planHouse>[0], address: string): Promise<PlanHouse> {
  const house = await planHouse(t, address)
  const { add, ledger, health } = house
  await add(ledger.unitId, 'NV-1')
  await add(ledger.unitId, 'NV-2', SMALL)
  await add(ledger.unitId, 'NV-3', { ...SMALL, ...SPINNING, ...LTSC, tpm: '1.2' })
  await add(ledger.unitId, 'NV-4', OLD)
  await add(health, 'YT-1', { ...OLD, portable: true })
  await add(health, 'YT-2', { systemDiskKind: unknown('failed') })
  await add(health, 'YT-3', { ...OLD, yearInUse: 2025 })
  return house
}

const MILLION = 1_000_000
/** In support for long, so that no rule of the plan asks about Windows 11. */
const LTSC = { mayGoToWindows11: true, onWindows11: false, supportEndsOn: '2032-01-13', extendedEndsOn: '2032-01-13' } as const

/** The place of a column of a sheet. */
const column = ([head = []]: unknown[][] = [], heading = '') => head.findIndex((cell) => String(cell).startsWith(heading))

for (const [engine, address] of Object.entries(bothEngines('plans'))) {
  test(`${engine}: what a plan says is what a calculation by hand comes to, and each figure has its list`, async (t) => {
    const { get, health, ledger } = await furnished(t, await address())
    const asked = `budget=${25.5 * MILLION},${27.5 * MILLION}&years=2`
    const plan = await get<Plan>(`plan?${asked}`)
    const { total } = plan
    assert.deepEqual([total.pcs, total.keep, total.mend, total.replace, total.move, total.unknown], [7, 1, 2, 2, 1, 1])
    // 0,7 + (0,7 + 1,0) + 20 + 25 million, and a licence of 3,5 for each new one.
    assert.equal(total.costDong, 54.4 * MILLION)
    // Most in need is NV-3 (memory and disk), then the replacements, the cheaper first, then NV-2: 1,7 + 23,5 in the first year, with
    // 0,3 left; in the second the laptop does not fit, and NV-2 does.
    assert.deepEqual(total.fundedDong, [25.2 * MILLION, 0.7 * MILLION])
    assert.deepEqual([total.fundedPcs, total.unfundedPcs, total.unfundedDong], [[2, 1], 1, 28.5 * MILLION])
    assert.deepEqual(
      plan.items.map(({ item, funded, unfunded, unitDong }) => [item, funded, unfunded, unitDong]),
      [
        ['desktop', [1, 0], 0, 20 * MILLION],
        ['laptop', [0, 0], 1, 25 * MILLION],
        ['memory-added-ddr4', [1, 1], 0, 0.7 * MILLION],
        ['ssd', [1, 0], 0, 1 * MILLION],
        ['os-licence-new', [1, 0], 1, 3.5 * MILLION],
      ],
    )
    assert.deepEqual(plan.terms.years, [
      { year: 2027, budgetDong: 25.5 * MILLION },
      { year: 2028, budgetDong: 27.5 * MILLION },
    ])
    for (const row of plan.rows.filter(({ kind }) => kind === 'unit')) {
      for (const verdict of ['keep', 'mend', 'replace', 'move', 'unknown'] as const) {
        const list = await get<PlannedPcs>(`plan/pcs?${asked}&unit=${row.unitId}&verdict=${verdict}`)
        assert.equal(list.rows.length, row.numbers[verdict], `${row.name} ${verdict}`)
      }
    }
    // A list keeps the budget of its plan: within one unit that is all that unit's.
    const names = async (query: string) => (await get<PlannedPcs>(`plan/pcs?${asked}&${query}`)).rows.map(({ name }) => name)
    assert.deepEqual(await names('year=0'), ['NV-3', 'NV-4'])
    assert.deepEqual(await names('year=1'), ['NV-2'])
    assert.deepEqual(await names('year=-1'), ['YT-1'])
    assert.deepEqual(await names('remedy=add-memory'), ['NV-2', 'NV-3'])
    const [unread] = (await get<PlannedPcs>(`plan/pcs?${asked}&verdict=unknown`)).rows
    assert.deepEqual([unread?.name, unread?.missing, unread?.costDong], ['YT-2', ['systemDiskKind'], 0])
    // Page by page as in one go.
    const paged: string[] = []
    let after = ''
    for (;;) {
      const page = await get<PlannedPcs>(`plan/pcs?${asked}&limit=2${after}`)
      paged.push(...page.rows.map(({ name }) => name))
      if (page.next === undefined) break
      after = `&after=${page.next}`
    }
    assert.deepEqual(paged, ['NV-1', 'NV-2', 'NV-3', 'NV-4', 'YT-1', 'YT-2', 'YT-3'])
    const own = await get<Plan>(`plan?${asked}&unit=${health}`)
    assert.deepEqual([own.total.pcs, own.rows.filter(({ kind }) => kind === 'unit').length], [3, 1])
    assert.notEqual(ledger.unitId, health)
  })

  test(`${engine}: the workbook's sums are formulas that come to what the page says, and the document says it in words`, async (t) => {
    const { app, logIn, get } = await furnished(t, await address())
    const headers = await logIn('planner')
    const asked = `budget=${22 * MILLION}&years=2`
    const plan = await get<Plan>(`plan?${asked}`)
    const file = await app.inject({ url: `/api/v1/plan/export?format=xlsx&${asked}`, headers })
    const { sheets } = await readXlsx(file.rawPayload)
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Tổng hợp', 'Theo đơn vị', 'Nhu cầu', 'Chưa kết luận', 'Về danh sách'],
    )
    const [items, , needs, undecided] = sheets.map(({ rows }) => rows as unknown[][])
    assert.equal(items?.at(-1)?.[column(items, 'Kinh phí')], plan.total.costDong)
    assert.equal(needs?.at(-1)?.[column(needs, 'Thành tiền')], plan.total.costDong)
    const amounts = (needs ?? []).slice(1, -1).map((row) => Number(row[column(needs, 'Thành tiền')]))
    assert.equal(
      amounts.reduce((sum, one) => sum + one, 0),
      plan.total.costDong,
    )
    const readiness = (needs ?? []).slice(1, -1).map((row) => row[column(needs ?? [], 'Lên Windows 11')])
    assert.deepEqual([...new Set(readiness)].sort(), ['không: TPM 2.0', 'đã dùng Windows 11'])
    // NV-3 has a line for its memory and one for its disk, a new PC one for its licence; who is moved costs nothing.
    assert.equal(amounts.length, 8)
    assert.deepEqual(
      (undecided ?? []).slice(1).map((row) => row[column(undecided, 'Cần đọc')]),
      ['loại ổ hệ thống'],
    )
    // Blocks add up their units, the total its blocks, and money its years.
    const units = strFromU8(unzipSync(file.rawPayload)['xl/worksheets/sheet2.xml'] as Uint8Array)
    assert.match(units, /<c r="L2" s="3"><f>SUM\(L3\)<\/f>/)
    assert.match(units, /<c r="L3" s="3"><f>SUM\(L4,L5\)<\/f>/)
    assert.match(units, /<f>R2\+S2\+T2<\/f>/)
    const sheet = strFromU8(unzipSync(file.rawPayload)['xl/worksheets/sheet3.xml'] as Uint8Array)
    assert.match(sheet, /<f>O2\*P2<\/f><v>20000000<\/v>|<f>[A-Z]+2\*[A-Z]+2<\/f>/)
    assert.match(sheet, /<f>SUBTOTAL\(109,[A-Z]+2:[A-Z]+9\)<\/f><v>54400000<\/v>/)
    const csv = await app.inject({ url: `/api/v1/plan/export?format=csv&${asked}`, headers })
    assert.equal(csv.body.split('\r\n').filter((line) => line !== '').length, 9)
    const letter = await app.inject({ url: `/api/v1/plan/export?format=docx&${asked}`, headers })
    const text = strFromU8(unzipSync(letter.rawPayload)['word/document.xml'] as Uint8Array)
    assert.ok(text.includes('54,4 triệu đồng') && text.includes('Còn 1 máy chưa đủ thông tin'), text.slice(0, 300))
    // The PCs are those of the day it was made, whatever day they are judged by.
    const later = await app.inject({ url: '/api/v1/plan/export?format=docx&on=2027-12-30', headers })
    const judged = strFromU8(unzipSync(later.rawPayload)['word/document.xml'] as Uint8Array)
    assert.match(judged, /Trong \d+ máy tính ghi nhận đến ngày 24\/11\/2026, xét theo ngày 30\/12\/2027, có/)
    // The tables of the product are of August, and the plan is of November.
    const about = sheets.find(({ name }) => name === 'Về danh sách')?.rows as unknown[][]
    const told = (label: string) => String(about.find(([first]) => first === label)?.[1])
    assert.match(told('Bảng tra cứu'), /bản vá Windows: bản 12\/08\/2026, cũ 104 ngày/)
    assert.match(told('Lưu ý'), /bản 12\/08\/2026\) đã cũ quá 30 ngày/)
    assert.ok(text.includes('(bản 12/08/2026) đã cũ quá 30 ngày'))
  })

  test(`${engine}: what must not be named is in the workbook by its number, so that list and sums agree`, async (t) => {
    const { app, logIn, get, database, add, ledger } = await furnished(t, await address())
    const secret = await add(ledger.unitId, 'MAT-1', SMALL)
    await add(ledger.unitId, 'MAT-2', { systemDiskKind: unknown('access-denied') })
    const marked = await database.read.selectFrom('pc').select('id').where('name', 'in', ['MAT-1', 'MAT-2']).execute()
    await exemptPcs(database, { pcIds: marked.map(({ id }) => id), exempt: true, who: 'test', at: NOW, mayTouch: anyUnit })
    assert.ok(marked.some(({ id }) => id === secret))
    const workbook = async (role: 'planner' | 'administrator') => {
      const file = await app.inject({ url: '/api/v1/plan/export?format=xlsx', headers: await logIn(role) })
      const { sheets } = await readXlsx(file.rawPayload)
      return sheets.map(({ rows }) => rows as unknown[][])
    }
    const plan = await get<Plan>('plan')
    const [items, , needs, undecided, about] = await workbook('planner')
    assert.equal(items?.at(-1)?.[column(items, 'Kinh phí')], plan.total.costDong)
    assert.equal(needs?.at(-1)?.[column(needs, 'Thành tiền')], plan.total.costDong)
    // Moving a PC orders nothing: as many pieces in the list as in the summary.
    const pieces = (sheet: unknown[][] = []) =>
      sheet.slice(1, -1).reduce((sum, row) => sum + Number(row[column(sheet, 'Số lượng')] ?? 0), 0)
    assert.equal(pieces(needs), pieces(items))
    assert.equal(plan.total.move, 1)
    const withheld = needs?.find((row) => row.includes('(1 máy không nêu tên)'))
    assert.deepEqual([withheld?.[column(needs, 'Đơn vị')], withheld?.[column(needs, 'Số lượng')]], ['Sở Nội vụ', 1])
    assert.ok(undecided?.some((row) => row.includes('(1 máy không nêu tên)')))
    assert.doesNotMatch(JSON.stringify([items, needs, undecided, about]), /MAT-/)
    const [, , all] = await workbook('administrator')
    assert.equal(all?.at(-1)?.[column(all, 'Thành tiền')], plan.total.costDong)
  })

  test(`${engine}: a list behind a figure is taken away as it is shown, with what it was narrowed to`, async (t) => {
    const { app, logIn } = await furnished(t, await address())
    const headers = await logIn('planner')
    const file = (query: string) => app.inject({ url: `/api/v1/plan/pcs/export?language=vi&${query}`, headers })
    const lines = async (query: string) => (await file(`format=csv&${query}`)).body.split('\r\n').filter((line) => line !== '')
    const names = async (query: string) => (await lines(query)).slice(1).map((line) => line.split(';')[3])
    assert.deepEqual(await names('verdict=mend'), ['NV-2', 'NV-3'])
    assert.deepEqual((await names('')).length, 7)
    assert.match((await lines('verdict=keep'))[1] ?? '', /;giữ lại;;0;;$/)
    assert.match((await lines('verdict=unknown'))[1] ?? '', /loại ổ hệ thống/)
    const { sheets } = await readXlsx((await file('format=xlsx&verdict=replace')).rawPayload)
    const [list, about] = sheets.map(({ rows }) => rows as unknown[][])
    assert.equal(list?.at(-1)?.[column(list, 'Kinh phí')], 52 * MILLION)
    assert.equal(about?.find(([label]) => label === 'Danh sách')?.[1], 'thay mới')
    assert.equal((await file('format=csv&inUnit=999')).statusCode, 200)
  })

  test(`${engine}: a policy is changed by a version of its own, plans say which they used, and the log has both`, async (t) => {
    const { app, get, logIn, database } = await furnished(t, await address())
    const headers = await logIn('planner')
    const first = (await get<Policies>('policies')).policies[0]
    assert.ok(first && first.id === 0 && first.latest)
    const save = (policy: object, name = 'Tỉnh 2027') =>
      app.inject({ method: 'POST', url: '/api/v1/policies', headers, payload: { name, policy } })
    const { id, version } = (await save({ ...first.policy, memoryBytes: 4 * 1024 ** 3 })).json()
    assert.equal(version, 1)
    const lower = await get<Plan>(`plan?policy=${id}`)
    assert.deepEqual([lower.terms.policy.id, lower.terms.policy.name, lower.terms.policy.changed], [id, 'Tỉnh 2027', false])
    assert.equal(lower.total.mend, 1, 'four gigabytes are enough now: only the disk is left')
    const moved = await get<Plan>(`plan?policy=${id}&systemDiskSsd=false`)
    assert.deepEqual([moved.terms.policy.changed, moved.total.mend], [true, 0])
    assert.equal((await save({ ...first.policy, memoryBytes: 16 * 1024 ** 3 }, 'TỈNH 2027')).json().version, 2)
    assert.equal((await get<Plan>(`plan?policy=${id}`)).total.mend, 1, 'the earlier version says what it said')
    assert.deepEqual(
      (await get<Policies>('policies')).policies.map(({ version: one, latest }) => [one, latest]),
      [
        [2, true],
        [1, false],
        [0, true],
      ],
    )
    const deeds = await database.read.selectFrom('event').select('detail').where('kind', '=', 'policy-saved').orderBy('id').execute()
    assert.ok(JSON.parse(deeds[1]?.detail ?? '{}').old.memoryBytes === 4 * 1024 ** 3)
    for (const wrong of [{ ...first.policy, memoryBytes: 1 }, { ...first.policy, colour: 'red' }, { memoryBytes: 8 }])
      assert.equal((await save(wrong)).statusCode, 400)
    assert.equal(
      (await app.inject({ method: 'POST', url: '/api/v1/policies', headers: await logIn('viewer'), payload: {} })).statusCode,
      403,
    )
  })

  test(`${engine}: what makes no plan is refused in words, and nobody plans for units out of sight`, async (t) => {
    const { app, get, logIn, health } = await furnished(t, await address())
    const headers = await logIn('planner')
    for (const [query, word] of [
      ['policy=99', 'không có chính sách số 99'],
      ['priceBook=99', 'không có bảng giá số 99'],
      ['budget=1,2,3&years=2', 'nhiều số tiền hơn số năm'],
      ['on=2026-02-30', ''],
      ['budget=hai-ty', ''],
      ['memoryBytes=0', ''],
    ] as const) {
      const answer = await app.inject({ url: `/api/v1/plan?${query}`, headers })
      assert.equal(answer.statusCode, 400, query)
      assert.ok(answer.body.includes(word), answer.body)
    }
    const own = await logIn('planner', [health])
    assert.equal((await get<Plan>('plan', own)).total.pcs, 3)
    assert.deepEqual(
      (await get<PlannedPcs>('plan/pcs', own)).rows.map(({ name }) => name),
      ['YT-1', 'YT-2', 'YT-3'],
    )
    assert.equal((await app.inject({ url: '/api/v1/plan?unit=1', headers: own })).statusCode, 404)
    assert.equal((await get<Plan>('plan', await logIn('planner', []))).total.pcs, 0)
  })
}
