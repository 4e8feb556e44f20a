/** What the register promises: lists make versions, what is in it and never reported is counted on every date, matches rest on evidence. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { readAlerts } from '#collector/fleet/alerts/query.ts'
import { readAllCounted, readCountedPcs } from '#collector/fleet/counted-pcs/query.ts'
import { exemptPcs } from '#collector/store/exemptions.ts'
import { movePcs } from '#collector/store/moves.ts'
import { importList, type RegisterImport } from '#collector/store/register/import-list.ts'
import type { ListedItem } from '#collector/store/register/listed-item.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import { reorganise } from '#collector/store/reorganise.ts'
import type { CountedPc } from '#shared/api/counts.ts'
import { startOfDay } from '#shared/text/dates.ts'
import { dayText } from '#shared/text/days.ts'
import { makeReport, unchangedAfter } from '../../../make-report.ts'
import { evidenceOf, type Ledger } from './ledger.ts'
import { AT, counted, DAY_MS, everywhere, itemId, itemOf, listing, matches, ZONE } from './register-lists.ts'

export const registerPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'a list again changes nothing, a later one makes versions, what a complete one leaves out is gone from its day on'(ledger) {
    const { database, unitId } = ledger
    const [one, two, three] = ['TS-1', 'TS-2', 'TS-3'].map((code) => itemOf(code, unitId)) as [ListedItem, ListedItem, ListedItem]
    const first = await importList(database, listing('2026-01-10', [one, two]))
    assert.deepEqual([first.comparison.added.length, first.comparison.same], [2, 0])
    const again = await importList(database, listing('2026-01-20', [one, two]))
    assert.deepEqual([again.comparison.added.length, again.comparison.changed.length, again.comparison.same], [0, 0, 2])
    const later = await importList(database, listing('2026-03-01', [{ ...one, costDong: 1 }, three], { completeUnits: [unitId] }))
    assert.deepEqual(
      [later.comparison.changed.length, later.comparison.added.length, later.comparison.gone.map(({ assetCode }) => assetCode)],
      [1, 1, ['TS-2']],
    )
    const of = (n: number) => (n === 0 ? {} : { [`${unitId} register-only`]: n })
    assert.deepEqual(await counted(ledger, '2026-01-09'), of(0))
    assert.deepEqual(await counted(ledger, '2026-01-10'), of(2))
    assert.deepEqual(await counted(ledger, '2026-02-28'), of(2))
    assert.deepEqual(await counted(ledger, '2026-03-01'), of(2))
    const older = await importList(database, listing('2026-02-01', [{ ...one, costDong: 2 }]))
    assert.deepEqual([older.comparison.older.length, older.comparison.changed.length], [1, 0])
    const back = await importList(database, listing('2026-04-01', [two]))
    assert.equal(back.comparison.changed.length, 1)
    assert.deepEqual(await counted(ledger, '2026-03-31'), of(2))
    assert.deepEqual(await counted(ledger, '2026-04-01'), of(3))
    const versions = await database.read
      .selectFrom('register_entry')
      .select(['from_day', 'until_day', 'cost_dong'])
      .orderBy('item_id')
      .orderBy('from_day')
      .execute()
    assert.deepEqual(
      versions.map((row) => Object.values(row)),
      [
        ['2026-01-10', '2026-03-01', 13_500_000],
        ['2026-03-01', null, 1],
        ['2026-01-10', '2026-03-01', 13_500_000],
        ['2026-04-01', null, 13_500_000],
        ['2026-03-01', null, 13_500_000],
      ],
    )
  },

  async 'what a complete list names in a row that cannot be taken is not gone, and keeps its match'(ledger) {
    const { database, unitId } = ledger
    const [one, two] = [itemOf('TS-1', unitId), itemOf('TS-2', unitId, { serial: 'serial2' })]
    await importList(database, listing('2026-01-10', [one, two]))
    await ledger.enrol({ evidence: evidenceOf(2) })
    assert.equal((await matchRegister(database, { at: AT, timeZone: ZONE })).certain, 1)
    const made = await importList(database, listing('2026-03-01', [one], { completeUnits: [unitId], keysBeside: [two.assetKey] }))
    assert.deepEqual(made.comparison.gone, [])
    assert.equal((await matches(ledger)).length, 1)
  },

  async 'a list of the same day replaces what an earlier one of that day said'(ledger) {
    const { database, unitId } = ledger
    await importList(database, listing('2026-01-10', [itemOf('TS-1', unitId)]))
    await importList(database, listing('2026-02-10', [itemOf('TS-1', unitId, { note: 'hỏng' })]))
    await importList(database, listing('2026-02-10', [itemOf('TS-1', unitId, { note: 'đã sửa' })]))
    const notes = await database.read.selectFrom('register_entry').select(['from_day', 'note']).orderBy('from_day').execute()
    assert.deepEqual(
      notes.map((row) => Object.values(row)),
      [
        ['2026-01-10', ''],
        ['2026-02-10', 'đã sửa'],
      ],
    )
  },

  async 'nobody writes into a unit that is not theirs, nor takes an asset out of one'(ledger) {
    const { database, unitId } = ledger
    const other = await ledger.unit('Sở Tài chính')
    await importList(database, listing('2026-01-10', [itemOf('TS-1', other)]))
    const mayTouch: RegisterImport['mayTouch'] = (column) => sql<boolean>`${column} = ${unitId}`
    const mine = await importList(database, listing('2026-02-10', [itemOf('TS-1', unitId)], { mayTouch, completeUnits: [unitId, other] }))
    assert.deepEqual([mine.comparison.elsewhere.length, mine.comparison.changed.length, mine.comparison.gone.length], [1, 0, 0])
    assert.deepEqual(await counted(ledger, '2026-02-10'), { [`${other} register-only`]: 1 })
  },

  async 'an asset counts until its PC joins the ledger, and as that PC from then on; marked ones count as not to be connected'(ledger) {
    const { database, unitId } = ledger
    const joined = startOfDay({ year: 2026, month: 2, day: 10 }, ZONE) + DAY_MS / 2
    await importList(
      database,
      listing('2026-01-01', [itemOf('TS-1', unitId, { serial: 'serial7' }), itemOf('MAT-1', unitId, { exempt: true })]),
    )
    const pc = (await ledger.enrol({ evidence: evidenceOf(7), at: joined })) as number
    assert.deepEqual(await matchRegister(database, { at: AT, timeZone: ZONE }), { certain: 1, doubtful: 0 })
    assert.deepEqual(await matchRegister(database, { at: AT, timeZone: ZONE }), { certain: 0, doubtful: 0 })
    assert.deepEqual(await matches(ledger), [{ item_id: await itemId(ledger, 'TS-1'), pc_id: pc, who: '', model_differs: 0 }])
    assert.deepEqual(await counted(ledger, '2026-02-09'), { [`${unitId} exempt`]: 1, [`${unitId} register-only`]: 1 })
    assert.deepEqual(await counted(ledger, '2026-02-10'), { [`${unitId} exempt`]: 1, [`${unitId} unknown`]: 1 })
  },

  async 'an asset whose PC was taken out of the ledger counts as in the books alone, for as long as it was out'(ledger) {
    const { database, unitId } = ledger
    const noonOf = (month: number, day: number) => startOfDay({ year: 2026, month, day }, ZONE) + DAY_MS / 2
    const other = await ledger.unit('Sở Y tế')
    const pc = (await ledger.enrol({ evidence: evidenceOf(7), at: noonOf(1, 5) })) as number
    await importList(database, listing('2026-01-01', [itemOf('TS-1', unitId, { serial: 'serial7' })]))
    await matchRegister(database, { at: AT, timeZone: ZONE })
    const step = (to: number | null, at: number) => movePcs(database, { pcIds: [pc], unitId: to, who: 'van', at, mayTouch: everywhere })
    await step(other, noonOf(2, 1))
    assert.deepEqual(await counted(ledger, '2026-02-10'), { [`${other} silent`]: 1 })
    await step(null, noonOf(3, 1))
    assert.deepEqual(await counted(ledger, '2026-02-28'), { [`${other} silent`]: 1 })
    assert.deepEqual(await counted(ledger, '2026-03-01'), { [`${unitId} register-only`]: 1 })
    // What a later list says of it is no other asset.
    await importList(database, listing('2026-03-10', [itemOf('TS-1', unitId, { serial: 'serial7', note: 'thanh lý' })]))
    assert.deepEqual(await counted(ledger, '2026-03-10'), { [`${unitId} register-only`]: 1 })
    await step(other, noonOf(4, 1))
    assert.deepEqual(await counted(ledger, '2026-03-20'), { [`${unitId} register-only`]: 1 })
    assert.deepEqual(await counted(ledger, '2026-04-01'), { [`${other} silent`]: 1 })
  },

  async 'a marked asset whose PC reported was not to be connected all along, and a mark a person took off stays off'(ledger) {
    const { database, unitId } = ledger
    const noonOf = (month: number, day: number) => startOfDay({ year: 2026, month, day }, ZONE) + DAY_MS / 2
    const pc = (await ledger.enrol({ evidence: evidenceOf(8), at: noonOf(2, 1) })) as number
    const heard = noonOf(2, 20)
    await ledger.report(
      pc,
      unchangedAfter(makeReport({ takenAt: heard }), heard, [{ at: new Date(heard).toISOString(), state: 'internet' }]),
    )
    await importList(database, listing('2026-01-01', [itemOf('TS-8', unitId, { serial: 'serial8' })]))
    await importList(database, listing('2026-02-10', [itemOf('TS-8', unitId, { serial: 'serial8', exempt: true })]))
    await matchRegister(database, { at: AT, timeZone: ZONE })
    assert.deepEqual(await counted(ledger, '2026-02-09'), { [`${unitId} unknown`]: 1 })
    assert.deepEqual(await counted(ledger, '2026-02-25'), { [`${unitId} exempt`]: 1 })
    // That it reported is told as an incident.
    assert.equal((await readAlerts(database, { scope: 'all', at: AT })).exemptReported.count, 1)
    await exemptPcs(database, { pcIds: [pc], exempt: false, who: 'van', at: AT + 1, mayTouch: everywhere })
    const marked = async () => (await database.read.selectFrom('pc_exemption').select('pc_id').where('until', 'is', null).execute()).length
    await importList(database, listing('2026-06-02', [itemOf('TS-9', unitId)], { at: AT + 2 }))
    await matchRegister(database, { at: AT + 3, timeZone: ZONE })
    assert.equal(await marked(), 0)
    // A list that says it anew is another matter.
    await importList(
      database,
      listing('2026-06-03', [itemOf('TS-8', unitId, { serial: 'serial8', exempt: true, note: 'mật' })], { at: AT + 4 }),
    )
    assert.equal(await marked(), 1)
  },

  async 'a PC whose asset is marked is marked too, once'(ledger) {
    const { database, unitId } = ledger
    const pc = (await ledger.enrol({ evidence: evidenceOf(8) })) as number
    await importList(database, listing('2026-01-01', [itemOf('TS-8', unitId, { serial: 'serial8', exempt: true })]))
    await matchRegister(database, { at: AT, timeZone: ZONE })
    await importList(database, listing('2026-01-02', [itemOf('TS-8', unitId, { serial: 'serial8', exempt: true, note: 'x' })]))
    const marks = await database.read.selectFrom('pc_exemption').select(['pc_id', 'until']).execute()
    assert.deepEqual(
      marks.map((row) => ({ ...row })),
      [{ pc_id: pc, until: null }],
    )
  },

  async 'the list behind a figure holds assets among PCs by name, page by page as a whole'(ledger) {
    const { database, unitId } = ledger
    for (const name of ['A-PC', 'C-PC', 'E-PC']) await ledger.enrol({ hostName: name, at: Date.UTC(2026, 0, 1) })
    const names = ['A-PC', 'B tài sản', 'C-PC', 'D tài sản', '\u{1f5a5} máy', '\uff21 máy']
    await importList(
      database,
      listing(
        '2026-01-01',
        names.map((name, index) => itemOf(`TS-${index}`, unitId, { name, exempt: index === 1 })),
      ),
    )
    const asOf = { day: { year: 2026, month: 1, day: 15 }, rule: FIRST_RULE, timeZone: ZONE }
    const asked = { asOf, within: everywhere, scope: 'all' as const, states: undefined, conditions: {}, blocks: undefined }
    const paged: CountedPc[] = []
    let after: string | undefined
    do {
      const page = await readCountedPcs(database, asked, { after, limit: 2 })
      paged.push(...page.rows)
      after = page.next
    } while (after !== undefined)
    const whole: CountedPc[] = []
    for await (const chunk of readAllCounted(database, asked)) whole.push(...chunk)
    assert.deepEqual(paged, whole)
    assert.deepEqual(
      paged.map(({ name }) => name),
      ['A-PC', 'A-PC', 'B tài sản', 'C-PC', 'C-PC', 'D tài sản', 'E-PC', '\uff21 máy', '\u{1f5a5} máy'],
    )
    assert.deepEqual(paged[0]?.assetCode, 'TS-0')
    const only = await readCountedPcs(database, { ...asked, states: ['exempt'] }, { after: undefined, limit: 9 })
    assert.deepEqual(
      only.rows.map(({ assetCode, state }) => [assetCode, state]),
      [['TS-1', 'exempt']],
    )
  },

  async 'assets go along when units are reorganised, and stay where they were before'(ledger) {
    const { database, unitId } = ledger
    const heir = await ledger.unit('Sở mới')
    await importList(database, listing('2026-01-01', [itemOf('TS-1', unitId), itemOf('TS-2', unitId)]))
    await importList(database, listing('2026-04-01', [itemOf('TS-2', unitId, { note: 'sau' })]))
    const day = { year: 2026, month: 3, day: 1 }
    await reorganise(database, {
      day: dayText(day),
      dayAt: startOfDay(day, ZONE),
      made: [],
      ended: [{ unitId, into: [{ unitId: heir }] }],
      who: 'test',
      at: AT,
    })
    assert.deepEqual(await counted(ledger, '2026-02-28'), { [`${unitId} register-only`]: 2 })
    assert.deepEqual(await counted(ledger, '2026-03-01'), { [`${heir} register-only`]: 2 })
    assert.deepEqual(await counted(ledger, '2026-05-01'), { [`${heir} register-only`]: 2 })
    const again = await importList(database, listing('2026-06-01', [itemOf('TS-1', heir)]))
    assert.equal(again.comparison.same, 1)
  },
}
