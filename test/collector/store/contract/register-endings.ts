/** How assets and their PCs end: whichever is told first, every day holds each machine once. */
import assert from 'node:assert/strict'
import { type RawBuilder, sql } from 'kysely'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { undoMerge } from '#collector/store/merging/undo-merge.ts'
import { movePcs } from '#collector/store/moves.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import { type CalendarDay, startOfDay } from '#shared/text/dates.ts'
import { dayFrom } from '#shared/text/days.ts'
import { ENROLLED_AT, evidenceOf, type Ledger } from './ledger.ts'
import { AT, counted, DAY_MS, everywhere, itemId, itemOf, listing, matches, ZONE } from './register-lists.ts'

const startOf = (day: string) => startOfDay(dayFrom(day) as CalendarDay, ZONE)

/** A PC of January whose asset TS-1 stands beside TS-2, of which nobody told. */
async function matched({ database, enrol, unitId }: Ledger): Promise<number> {
  const pc = (await enrol({ evidence: evidenceOf(7), at: ENROLLED_AT })) as number
  await importList(database, listing('2026-01-01', [itemOf('TS-1', unitId, { serial: 'serial7' }), itemOf('TS-2', unitId)]))
  await matchRegister(database, { at: AT, timeZone: ZONE })
  return pc
}

const DAYS = ['2026-01-02', '2026-03-10', '2026-03-20', '2026-05-10']
/** How many machines each of DAYS holds, and as what. */
async function told(ledger: Ledger): Promise<string[]> {
  const days = await Promise.all(DAYS.map((day) => counted(ledger, day)))
  return days.map((states) =>
    Object.entries(states)
      .map(([key, pcs]) => `${key.split(' ')[1]} ${pcs}`)
      .join(', '),
  )
}

const writeOff = ({ database, unitId }: Ledger) =>
  importList(database, listing('2026-04-01', [itemOf('TS-2', unitId)], { completeUnits: [unitId] }))

const retire = ({ database }: Ledger, pc: number) => {
  const from = { day: '2026-03-15', startsAt: startOf('2026-03-15'), endsAt: startOf('2026-03-16') }
  return movePcs(database, { pcIds: [pc], unitId: null, who: 'van', at: AT, from, mayTouch: everywhere })
}

export const registerEndingPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'a PC that was taken out and its asset that was written off later were one machine on every earlier day'(ledger) {
    const pc = await matched(ledger)
    await retire(ledger, pc)
    await writeOff(ledger)
    assert.deepEqual(await told(ledger), ['register-only 2', 'register-only 1, silent 1', 'register-only 2', 'register-only 1'])
  },

  async 'what was written off before its PC was taken out, from an earlier day on, is in the books alone between'(ledger) {
    const pc = await matched(ledger)
    await writeOff(ledger)
    assert.deepEqual(await told(ledger), [
      'register-only 2',
      'register-only 1, silent 1',
      'register-only 1, silent 1',
      'register-only 1, silent 1',
    ])
    await retire(ledger, pc)
    assert.deepEqual(await told(ledger), ['register-only 2', 'register-only 1, silent 1', 'register-only 2', 'register-only 1'])
  },

  async 'what was written off is the machine that its PC was merged into, and is given back when that is undone'(ledger) {
    const { database } = ledger
    const pc = await matched(ledger)
    const other = (await ledger.enrol({ evidence: evidenceOf(8), at: ENROLLED_AT + DAY_MS })) as number
    await writeOff(ledger)
    const before = await told(ledger)
    const done = await mergePcs(database, { pcIds: [pc, other], who: 'van', at: AT, mayTouch: everywhere })
    assert.equal(done?.into, other)
    const one = ['register-only 2', 'register-only 1, silent 1', 'register-only 1, silent 1', 'register-only 1, silent 1']
    assert.deepEqual(await told(ledger), one)
    await retire(ledger, other)
    assert.deepEqual(await told(ledger), ['register-only 2', 'register-only 1, silent 1', 'register-only 2', 'register-only 1'])
    const undoing = { mergeId: done?.mergeId as number, who: 'van', at: AT + 1, timeZone: ZONE, mayTouch: everywhere }
    assert.equal(await undoMerge(database, undoing), 'done')
    assert.deepEqual(await told(ledger), before)
  },

  async 'what comes back when its PC is another asset meanwhile was that PC before, and is none since'(ledger) {
    const { database, unitId } = ledger
    const pc = await matched(ledger)
    await writeOff(ledger)
    const again = { itemId: await itemId(ledger, 'TS-2'), pcId: pc, same: true, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere }
    assert.equal(await decidePair(database, again), 'done')
    await importList(database, listing('2026-05-01', [itemOf('TS-1', unitId, { serial: 'serial7' })]))
    assert.deepEqual(
      (await matches(ledger)).map(({ pc_id }) => pc_id),
      [pc],
    )
    assert.deepEqual(await told(ledger), ['register-only 2', 'silent 1', 'silent 1', 'register-only 1, silent 1'])
    // A person who tells them apart says so of every day.
    await decidePair(database, { ...again, itemId: await itemId(ledger, 'TS-1'), same: false })
    assert.deepEqual(await told(ledger), [
      'register-only 2',
      'register-only 1, silent 1',
      'register-only 1, silent 1',
      'register-only 1, silent 1',
    ])
  },

  async 'an older list that comes after a complete one adds nothing beyond the day of that one'(ledger) {
    const { database, unitId } = ledger
    const other = await ledger.unit('Sở Tài chính')
    const complete = (day: string, codes: readonly string[], keysBeside: readonly string[] = []) =>
      importList(
        database,
        listing(
          day,
          codes.map((code) => itemOf(code, unitId)),
          { completeUnits: [unitId], keysBeside },
        ),
      )
    await complete('2026-03-15', ['TS-1'], ['mistaken'])
    await complete('2026-04-01', ['TS-1'])
    const old = ['OLD', 'MISTAKEN'].map((code) => itemOf(code, unitId))
    const { comparison } = await importList(database, listing('2026-03-01', [...old, itemOf('OTHER', other)]))
    assert.deepEqual(
      comparison.added.map(({ assetCode, untilDay }) => [assetCode, untilDay]),
      [
        ['OLD', '2026-03-15'],
        // That list named it, in a row nobody could take.
        ['MISTAKEN', '2026-04-01'],
        ['OTHER', undefined],
      ],
    )
    const days = ['2026-02-28', '2026-03-14', '2026-03-31', '2026-04-01'].map((day) => counted(ledger, day))
    const of = async (unit: number) => (await Promise.all(days)).map((states) => states[`${unit} register-only`] ?? 0)
    assert.deepEqual(
      [await of(unitId), await of(other)],
      [
        [0, 2, 2, 1],
        [0, 1, 1, 1],
      ],
    )
    assert.deepEqual(await matchRegister(database, { at: AT, timeZone: ZONE }), { certain: 0, doubtful: 0 })
    // A newer list brings it back.
    await importList(database, listing('2026-05-01', [itemOf('OLD', unitId)]))
    assert.deepEqual(await counted(ledger, '2026-05-01'), { [`${unitId} register-only`]: 2, [`${other} register-only`]: 1 })
  },

  async 'what a complete list wrote off comes back by an older list up to the day of the next complete one, as the PC it was'(ledger) {
    const { database, unitId } = ledger
    await matched(ledger)
    await writeOff(ledger)
    await importList(database, listing('2026-05-20', [itemOf('TS-2', unitId)], { completeUnits: [unitId] }))
    const { comparison } = await importList(database, listing('2026-05-01', [itemOf('TS-1', unitId, { serial: 'serial7' })]))
    assert.deepEqual(
      comparison.changed.map(({ untilDay }) => untilDay),
      ['2026-05-20'],
    )
    assert.deepEqual(await told(ledger), [
      'register-only 2',
      'register-only 1, silent 1',
      'register-only 1, silent 1',
      'register-only 1, silent 1',
    ])
    assert.deepEqual(await matches(ledger), [])
  },

  async 'an older list changes nothing that a later one said again, nor writes it off'(ledger) {
    const { database, unitId } = ledger
    const [one, two] = [itemOf('TS-1', unitId), itemOf('TS-2', unitId)]
    await importList(database, listing('2026-01-01', [one, two]))
    await importList(database, listing('2026-04-01', [one, two]))
    const older = await importList(database, listing('2026-03-01', [{ ...one, costDong: 1 }], { completeUnits: [unitId] }))
    assert.deepEqual([older.comparison.older.length, older.comparison.changed.length, older.comparison.gone.length], [1, 0, 0])
    assert.deepEqual(await counted(ledger, '2026-04-01'), { [`${unitId} register-only`]: 2 })
  },

  async 'a list of somebody else does not say when an asset of another unit was named last'(ledger) {
    const { database, unitId } = ledger
    const other = await ledger.unit('Sở Tài chính')
    await importList(database, listing('2026-01-01', [itemOf('TS-1', other)]))
    const mayTouch = (column: RawBuilder<unknown>) => sql<boolean>`${column} = ${unitId}`
    await importList(database, listing('2026-04-01', [itemOf('TS-1', unitId)], { mayTouch }))
    const { comparison } = await importList(database, listing('2026-03-01', [itemOf('TS-1', other, { costDong: 1 })]))
    assert.equal(comparison.changed.length, 1)
  },

  async 'a new asset with the serial number of another one is told, by its code to whoever may see it'(ledger) {
    const { database, unitId } = ledger
    const other = await ledger.unit('Sở Tài chính')
    const serial = (code: string, unit: number) => itemOf(code, unit, { serial: 'ABC123' })
    await importList(database, listing('2026-01-01', [serial('TS-1', other)]))
    const twins = async (rest: Parameters<typeof listing>[2] = {}) => {
      const { comparison } = await importList(database, listing('2026-02-01', [itemOf('TS-9', unitId, { serial: 'abc123' })], rest))
      return comparison.twins.map(({ item, other: code }) => [item.assetCode, code])
    }
    assert.deepEqual(await twins({ mayTouch: (column) => sql<boolean>`${column} = ${unitId}` }), [['TS-9', undefined]])
    // It is there now, and told once.
    assert.deepEqual(await twins(), [])
    const next = await importList(database, listing('2026-03-01', [serial('TS-10', other)], { completeUnits: [other, unitId] }))
    assert.deepEqual(next.comparison.twins, [], 'both that bore it are written off by the same list')
    const last = await importList(database, listing('2026-03-02', [serial('TS-11', unitId)]))
    assert.deepEqual(
      last.comparison.twins.map(({ other: code }) => code),
      ['TS-10'],
    )
  },
}
