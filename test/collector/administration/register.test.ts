/** The register from the accountant's file: preview with every problem by row, import, views, decisions; on both databases. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { ListImported, ListPreview, ListReading, Reconciliation, RegisterList, RegisterSummary } from '#shared/api/register.ts'
import { bothEngines } from '../both-engines.ts'
import { file, office } from './register-office.ts'

for (const [engine, address] of Object.entries(bothEngines('register'))) {
  test(`${engine}: a list is previewed with every problem by row, imported, remembered, and stands against what reported`, async (t) => {
    const { ask, logIn, ledger, pc, stray, finance } = await office(t, await address())
    const admin = await logIn('administrator')
    const first = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    assert.deepEqual([first.headerRow, first.costUnitDong, first.remembered], [3, 1_000, false])
    assert.deepEqual([first.rows, first.items, first.skipped, first.refused, first.added], [7, 3, 1, 3, 3])
    assert.deepEqual(first.units, [
      { text: 'Sở Nội vụ', rows: 4, unitId: ledger.unitId, by: 'name' },
      { text: 'Phòng Tổng hợp', rows: 1 },
      { text: 'Sở Tài chính', rows: 1, unitId: finance, by: 'name' },
    ])
    assert.deepEqual(
      first.problems.map(({ row, level, says }) => [row, level, says.length]),
      [
        [8, 'refused', 1],
        [9, 'refused', 1],
        [10, 'refused', 2],
      ],
    )
    const reading: ListReading = { day: '2026-09-01', units: [{ text: 'Phòng Tổng hợp', unitId: finance }] }
    const second = await ask<ListPreview>(admin, `register/uploads/${first.id}/preview`, reading)
    assert.deepEqual([second.items, second.units[1]?.by], [4, 'given'])
    const done = await ask<ListImported>(admin, `register/uploads/${first.id}/import`, reading)
    assert.deepEqual([done.added, done.refused, done.certain, done.doubtful], [4, 2, 1, 0])
    await ask(admin, `register/uploads/${first.id}/import`, reading, 404)
    // The next list with these headings is read as this one was, its texts of units too.
    const next = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    assert.deepEqual([next.remembered, next.same, next.added], [true, 4, 0])
    assert.deepEqual(next.units[1], { text: 'Phòng Tổng hợp', rows: 1, unitId: finance, by: 'remembered' })
    // What was remembered can be put right, and taken back.
    const other = await ask<ListPreview>(admin, `register/uploads/${next.id}/preview`, {
      units: [{ text: 'Phòng Tổng hợp', unitId: null }],
    })
    assert.deepEqual([other.units[1], other.refused], [{ text: 'Phòng Tổng hợp', rows: 1, by: 'given' }, 3])

    const summary = await ask<RegisterSummary>(admin, 'register/summary')
    assert.deepEqual(summary.views, { all: 4, 'register-only': 2, unregistered: 1, different: 0, doubtful: 0 })
    assert.equal(summary.lastImport?.day, '2026-09-01')
    const list = (view: string, more = '') => ask<RegisterList>(admin, `register?view=${view}${more}`)
    const all = await list('all')
    assert.deepEqual(
      all.rows.map(({ item, pc: of }) => [item?.assetCode, of?.id]),
      [
        ['TS-004', undefined],
        ['MAT-1', undefined],
        ['TS-001', pc],
        ['TS-002', undefined],
      ],
    )
    assert.deepEqual(all.rows[3]?.item?.costDong, 12_000_000)
    assert.deepEqual([all.rows[1]?.item?.yearInUse, all.rows[1]?.item?.exempt], [null, true])
    assert.deepEqual(
      (await list('unregistered')).rows.map(({ pc: of }) => of?.id),
      [stray],
    )
    assert.deepEqual((await list('all', '&q=optiplex%203050')).rows.length, 1)
    const paged = await list('all', '&limit=3')
    assert.equal((await list('all', `&limit=3&after=${paged.next}`)).rows.length, 1)
    const { rows } = await ask<Reconciliation>(admin, 'register/reconciliation')
    assert.deepEqual(
      rows.map(({ unitId, booked, costDong, costUnknown, found, matched, unregistered, missing, exempt }) => [
        unitId,
        booked,
        costDong,
        costUnknown,
        found,
        matched,
        unregistered,
        missing,
        exempt,
      ]),
      [
        [ledger.unitId, 3, 25_500_000, 1, 2, 1, 1, 2, 1],
        [finance, 1, 4_000_000, 0, 0, 0, 0, 1, 0],
      ],
    )
  })

  test(`${engine}: an asset whose row in a complete list holds a mistake is neither written off nor loses its PC`, async (t) => {
    const { ask, logIn } = await office(t, await address())
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    await ask(admin, `register/uploads/${id}/import`, { day: '2026-09-01' })
    const slipped = [
      ['TS-001', 'Máy tính để bàn Dell OptiPlex 3050', 'Sở Nội vụ', 'serial1', 'năm ngoái'],
      ['TS-002', 'Máy in FPT', 'Sở Nội vụ', '', 2016],
      ['ts - 009', 'Máy tính để bàn', 'Sở Nội vụ', '', 2016],
    ]
    const next = await file([['Mã tài sản', 'Tên tài sản', 'Đơn vị', 'Số serial', 'Năm sử dụng'], ...slipped])
    const upload = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, next)
    const reading: ListReading = { day: '2026-09-20', complete: true }
    const preview = await ask<ListPreview>(admin, `register/uploads/${upload.id}/preview`, reading)
    assert.deepEqual([preview.refused, preview.skipped, preview.items], [1, 1, 1])
    // Only what the list does not name at all is gone.
    assert.deepEqual(
      preview.goneItems.map(({ assetCode }) => assetCode),
      ['MAT-1'],
    )
    await ask(admin, `register/uploads/${upload.id}/import`, reading)
    const { rows } = await ask<RegisterList>(admin, 'register?q=TS-001')
    assert.ok(rows[0]?.pc)
  })

  test(`${engine}: the preview says on its row what a later complete list lacks, and whose serial number an asset has already`, async (t) => {
    const { ask, logIn } = await office(t, await address())
    const admin = await logIn('administrator')
    const list = (...rows: readonly string[][]) => file([['Mã tài sản', 'Tên tài sản', 'Đơn vị', 'Số serial'], ...rows])
    const [one, old] = [
      ['TS-1', 'Máy tính để bàn', 'Sở Nội vụ', 'ABC123'],
      ['TS-0', 'Máy tính để bàn', 'Sở Nội vụ', 'abc123'],
    ]
    const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', await list(one as string[]))
    await ask(admin, `register/uploads/${id}/import`, { day: '2026-09-01', complete: true })
    const upload = await ask<ListPreview>(admin, 'register/uploads?fileName=cu.xlsx', await list(old as string[]))
    const preview = await ask<ListPreview>(admin, `register/uploads/${upload.id}/preview`, { day: '2026-06-01' })
    assert.deepEqual([preview.added, preview.noted], [1, 2])
    assert.deepEqual(
      preview.problems.map(({ row, level, says }) => [row, level, says[0]?.vi]),
      [
        [
          2,
          'noted',
          'TS-0: chỉ có trong sổ đến trước ngày 01/09/2026, vì danh sách đầy đủ của đơn vị ngày đó không có mã này; nếu vẫn còn, hãy nhập một danh sách mới hơn',
        ],
        [2, 'noted', 'TS-0: số serial abc123 đã có trong sổ với mã TS-1; có thể là cùng một máy'],
      ],
    )
    await ask(admin, `register/uploads/${upload.id}/import`, { day: '2026-06-01' })
    const { rows } = await ask<RegisterList>(admin, 'register?view=all')
    assert.deepEqual(
      rows.map(({ item }) => item?.assetCode),
      ['TS-1'],
    )
  })

  test(`${engine}: what a text meant to one person, or in one list, means nothing in another's`, async (t) => {
    const { ask, logIn, finance, ledger } = await office(t, await address())
    const health = await ledger.unit('Sở Y tế')
    const sheet = (more: readonly string[]) =>
      file([
        ['Mã tài sản', 'Tên tài sản', 'Đơn vị', ...more],
        ['TS-1', 'Máy tính để bàn', 'Văn phòng', ...more],
      ])
    const unitOf = async (headers: Record<string, string>, of: Promise<Buffer>) =>
      (await ask<ListPreview>(headers, 'register/uploads?fileName=so.xlsx', await of)).units[0]
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', await sheet([]))
    await ask(admin, `register/uploads/${id}/import`, { units: [{ text: 'Văn phòng', unitId: finance }] })
    assert.deepEqual(await unitOf(admin, sheet([])), { text: 'Văn phòng', rows: 1, unitId: finance, by: 'remembered' })
    assert.deepEqual(await unitOf(admin, sheet(['Ghi chú'])), { text: 'Văn phòng', rows: 1 })
    assert.deepEqual(await unitOf(await logIn('it-staff', [health, finance]), sheet([])), { text: 'Văn phòng', rows: 1 })
  })

  test(`${engine}: what may be no PC is named, left out, and taken once a person said that it is one`, async (t) => {
    const { ask, logIn } = await office(t, await address())
    const admin = await logIn('administrator')
    const names = ['Thiết bị CNTT', 'THIẾT BỊ CNTT', 'Máy siêu âm', 'Tủ tài liệu', 'Máy tính để bàn']
    const book = await file([['Mã tài sản', 'Tên tài sản', 'Đơn vị'], ...names.map((name, index) => [`TS-${index}`, name, 'Sở Nội vụ'])])
    const first = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', book)
    assert.deepEqual([first.items, first.unclear, first.skipped, first.refused], [1, 3, 1, 0])
    assert.deepEqual(first.things, [
      { text: 'Thiết bị CNTT', rows: 2, outcome: 'unclear' },
      { text: 'Máy siêu âm', rows: 1, outcome: 'unclear' },
      { text: 'Tủ tài liệu', rows: 1, outcome: 'skipped' },
    ])
    const pcs = [
      { text: 'Thiết bị CNTT', isPc: true },
      { text: 'Máy siêu âm', isPc: false },
    ]
    const done = await ask<ListImported>(admin, `register/uploads/${first.id}/import`, { pcs })
    assert.equal(done.added, 3)
    const next = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', book)
    assert.deepEqual([next.items, next.unclear, next.skipped], [3, 0, 2])
    assert.deepEqual(
      next.things.map(({ outcome }) => outcome),
      ['pc', 'no-pc', 'skipped'],
    )
  })

  test(`${engine}: a matching that fails after the import takes nothing of the import back, and is told`, async (t) => {
    const { ask, logIn, database } = await office(t, await address())
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', await file())
    for (const statement of database.dialect.refusal('register_match', 'insert', '1 = 1'))
      await database.write((db) => sql.raw(statement).execute(db))
    const done = await ask<ListImported>(admin, `register/uploads/${id}/import`, { day: '2026-09-01' })
    assert.deepEqual([done.added, done.certain, done.doubtful], [3, undefined, undefined])
    assert.equal((await ask<RegisterSummary>(admin, 'register/summary')).views.all, 3)
    await ask(admin, `register/uploads/${id}/import`, {}, 404)
  })

  test(`${engine}: nobody reads, imports or decides beyond their units`, async (t) => {
    const { ask, logIn, finance, ledger, pc, app } = await office(t, await address())
    const admin = await logIn('administrator')
    const whole = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    await ask(admin, `register/uploads/${whole.id}/import`, {})
    const scoped = await logIn('it-staff', [finance])
    assert.equal((await ask<RegisterList>(scoped, 'register')).rows.length, 0)
    const own = await ask<ListPreview>(scoped, `register/uploads?fileName=so.xlsx`, await file())
    assert.deepEqual([own.items, own.units.map(({ unitId }) => unitId)], [0, [undefined, undefined, finance]])
    const forced = await ask<ListPreview>(scoped, `register/uploads/${own.id}/preview`, {
      units: [{ text: 'Sở Nội vụ', unitId: ledger.unitId }],
    })
    assert.equal(forced.items, 0)
    // Nobody takes an asset over by listing it in a unit of their own.
    const taken = await ask<ListPreview>(scoped, `register/uploads/${own.id}/preview`, { units: [{ text: 'Sở Nội vụ', unitId: finance }] })
    assert.deepEqual([taken.changed, taken.items], [0, 0])
    await ask(scoped, `register/uploads/${whole.id}/preview`, {}, 404)
    const item = (await ask<RegisterList>(admin, 'register?q=TS-001')).rows[0]?.item?.id
    await ask(scoped, 'register/decisions', { itemId: item, pcId: pc, same: false }, 404)
    assert.equal(
      (
        await app.inject({
          method: 'POST',
          url: '/api/v1/register/decisions',
          headers: await logIn('viewer'),
          payload: { itemId: item, pcId: pc, same: false },
        })
      ).statusCode,
      403,
    )
    await ask(admin, 'register/decisions', { itemId: item, pcId: pc, same: false }, 204)
    assert.equal((await ask<RegisterSummary>(admin, 'register/summary')).views['register-only'], 2)
  })

  test(`${engine}: what is no list is refused in words, and nothing is kept`, async (t) => {
    const { ask, logIn, database } = await office(t, await address())
    const admin = await logIn('administrator')
    const refused = await ask<{ error: { code: string; detail: { vi: string } } }>(
      admin,
      'register/uploads?fileName=a.xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      400,
    )
    assert.equal(refused.error.code, 'list-unreadable')
    assert.match(JSON.stringify(refused), /\.xls/)
    const unnamed = await ask<ListPreview>(admin, 'register/uploads?fileName=a.csv', Buffer.from('a;b\n1;2\n'))
    assert.equal(unnamed.items, 0)
    const wrong = await ask<{ error: { code: string } }>(admin, `register/uploads/${unnamed.id}/import`, {}, 400)
    assert.equal(wrong.error.code, 'list-incomplete')
    await ask(admin, `register/uploads/${unnamed.id}/preview`, { day: '2026-10-01' }, 400)
    assert.equal((await database.read.selectFrom('register_item').selectAll().execute()).length, 0)
  })

  test(`${engine}: a list that is too long or too large is told apart from what is no list, with what helps`, async (t) => {
    const { ask, logIn } = await office(t, await address())
    const admin = await logIn('administrator')
    type Refused = { error: { code: string; todo: string; detail: string } }
    const upload = (body: Buffer) => ask<Refused>({ ...admin, 'accept-language': 'vi' }, 'register/uploads?fileName=a.csv', body, 413)
    const long = await upload(Buffer.from('Mã tài sản;Tên tài sản\n'.repeat(100_041)))
    assert.deepEqual([long.error.code, long.error.detail], ['list-too-large', 'Tệp có hơn 100.000 dòng.'])
    assert.match(long.error.todo, /chia danh sách thành nhiều tệp theo đơn vị/)
    const large = await upload(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
    assert.deepEqual([large.error.code, large.error.todo], ['list-too-large', long.error.todo])
  })
}
