/** How assets and their PCs end: whichever is told first, every day holds each machine once. */
import assert from 'node:assert/strict'
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
}
