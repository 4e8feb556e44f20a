/** What the store promises of a PC that is two: from the moment on everything is the other's, before it nothing is, and merging takes it back. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { splitPc } from '#collector/store/merging/split-pc.ts'
import { undoMerge } from '#collector/store/merging/undo-merge.ts'
import { known, makeReport } from '../../../make-report.ts'
import { ENROLLED_AT, evidenceOf, type Ledger } from './ledger.ts'
import { AT, DAY_MS, everywhere, ZONE } from './register-lists.ts'

const day = (number: number) => ENROLLED_AT + number * DAY_MS
const seen = (number: number) => ({ at: new Date(day(number)).toISOString(), state: 'internet' as const })
const SECOND_AT = day(20)

/** The evidence comes with enrolment alone, so that both machines may report what they like. */
const QUIET = { board: undefined, chassis: undefined, disks: undefined, 'network-adapters': undefined, placement: undefined } as const

const factsOf = (hostName: string, version: string) => ({
  ...QUIET,
  system: known('system', { hostName, serial: { placeholder: 'Default string' }, uuid: { placeholder: 'Default string' } }),
  os: known('os', { version }),
})

/** Two machines taken for one: the second joined on day 20, with another name and Windows. */
async function mistaken(ledger: Ledger): Promise<number> {
  const pc = (await ledger.enrol({ evidence: evidenceOf(80), hostName: 'MOT', at: ENROLLED_AT })) as number
  await ledger.report(pc, makeReport({ facts: factsOf('MOT', '22H2'), takenAt: day(10), samples: [seen(3), seen(10)] }))
  assert.equal(await ledger.enrol({ evidence: evidenceOf(80, { diskSerials: ['HAI'] }), hostName: 'HAI', at: SECOND_AT }), pc)
  // The second machine's clock is two hours slow.
  await ledger.report(pc, makeReport({ facts: factsOf('HAI', '23H2'), takenAt: SECOND_AT - 2 * 3_600_000 }), SECOND_AT + 1000)
  await ledger.report(pc, makeReport({ facts: factsOf('HAI', '23H2'), takenAt: day(35), samples: [seen(21), seen(35)] }))
  return pc
}

const split = ({ database }: Ledger, pcId: number, since: number, mayTouch = everywhere) =>
  splitPc(database, { pcId, since, sinceDay: { month: 202601, day: 25 }, who: 'van', at: AT, mayTouch })

async function shown({ database }: Ledger, pcId: number) {
  const pc = await database.read
    .selectFrom('pc')
    .select(['name', 'os_version', 'enrolled_at'])
    .where('id', '=', pcId)
    .executeTakeFirstOrThrow()
  const days = await database.read.selectFrom('presence').select(['month', 'internet']).where('pc_id', '=', pcId).orderBy('month').execute()
  const disks = await database.read
    .selectFrom('evidence')
    .select('value')
    .where('pc_id', '=', pcId)
    .where('kind', '=', 'disk-serial')
    .execute()
  const credentials = await database.read
    .selectFrom('credential')
    .select('pc_id')
    .where('pc_id', '=', pcId)
    .where('revoked_at', 'is', null)
    .execute()
  const facts = await database.read.selectFrom('pc_fact').select('fact').where('pc_id', '=', pcId).where('until', 'is', null).execute()
  return {
    name: pc.name,
    version: pc.os_version,
    enrolledAt: Number(pc.enrolled_at),
    days: days.map(({ month, internet }) => [month, internet]),
    disks: disks.map(({ value }) => value),
    agents: credentials.length,
    facts: facts.length,
  }
}

export const splitPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'facts, days, evidence and agent from the moment on are the other PC, and the first is what it was'(ledger) {
    const pc = await mistaken(ledger)
    const { facts } = await shown(ledger, pc)
    const other = (await split(ledger, pc, SECOND_AT)) as number
    assert.ok(other > pc)
    assert.deepEqual(await shown(ledger, pc), {
      name: 'MOT',
      version: '22H2',
      enrolledAt: ENROLLED_AT,
      days: [[202601, (1 << 7) | (1 << 14)]],
      disks: ['disk80'],
      agents: 0,
      facts,
    })
    assert.deepEqual(await shown(ledger, other), {
      name: 'HAI',
      version: '23H2',
      enrolledAt: SECOND_AT,
      days: [
        [202601, 1 << 25],
        [202602, 1 << 8],
      ],
      disks: ['hai'],
      agents: 1,
      facts,
    })
    const { rows } = await sql<{ pc_id: number; since: number; until: number | null }>`
      select pc_id, since, until from pc_stay order by pc_id`.execute(ledger.database.read)
    assert.deepEqual(
      rows.map(({ pc_id, since, until }) => [pc_id, Number(since), until]),
      [
        [pc, ENROLLED_AT, null],
        [other, SECOND_AT, null],
      ],
    )
  },

  async 'nobody is asked about the two again, and each is known again as itself'(ledger) {
    const pc = await mistaken(ledger)
    const other = await split(ledger, pc, SECOND_AT)
    await ledger.report(other as number, makeReport({ facts: factsOf('HAI', '24H2'), takenAt: day(40) }))
    const answers = await ledger.database.read.selectFrom('identity_question').select('answer').execute()
    assert.deepEqual(answers, [{ answer: 'different' }])
    assert.equal(await ledger.enrol({ evidence: evidenceOf(80), at: day(50) }), pc)
    assert.equal((await shown(ledger, pc)).version, '22H2')
    assert.equal((await shown(ledger, other as number)).version, '24H2')
  },

  async 'only at a moment when an agent joined, by those who may'(ledger) {
    const pc = await mistaken(ledger)
    assert.equal(await split(ledger, pc, SECOND_AT + 1), undefined)
    assert.equal(await split(ledger, pc, SECOND_AT, () => sql<boolean>`1 = 0`), undefined)
    assert.equal((await ledger.database.read.selectFrom('pc').select('id').execute()).length, 1)
  },

  async 'merged again they are one PC with all its days'(ledger) {
    const pc = await mistaken(ledger)
    const before = await shown(ledger, pc)
    const other = (await split(ledger, pc, SECOND_AT)) as number
    const merged = await mergePcs(ledger.database, { pcIds: [pc, other], who: 'van', at: AT, mayTouch: everywhere })
    assert.equal(merged?.into, pc)
    const after = await shown(ledger, pc)
    assert.deepEqual([after.days, after.enrolledAt, after.disks.sort()], [before.days, before.enrolledAt, before.disks.sort()])
  },

  async 'once: a second click makes no third PC'(ledger) {
    const pc = await mistaken(ledger)
    assert.ok(await split(ledger, pc, SECOND_AT))
    assert.equal(await split(ledger, pc, SECOND_AT), undefined)
    assert.equal((await ledger.database.read.selectFrom('pc').select('id').execute()).length, 2)
  },

  async 'an earlier merge is not undone over a split'(ledger) {
    const pc = await mistaken(ledger)
    const alike = (await ledger.enrol({ evidence: evidenceOf(81), at: ENROLLED_AT })) as number
    const merged = await mergePcs(ledger.database, { pcIds: [pc, alike], who: 'van', at: AT - DAY_MS, mayTouch: everywhere })
    assert.equal(merged?.into, pc)
    await split(ledger, pc, SECOND_AT)
    const undone = await undoMerge(ledger.database, {
      mergeId: merged?.mergeId as number,
      who: 'van',
      at: AT + DAY_MS,
      timeZone: ZONE,
      mayTouch: everywhere,
    })
    assert.equal(undone, 'later')
  },

  async "a split that was taken back stands in nobody's way: the merge before it can be undone"(ledger) {
    const { database } = ledger
    const pc = await mistaken(ledger)
    const alike = (await ledger.enrol({ evidence: evidenceOf(81), at: ENROLLED_AT })) as number
    const merge = async (ids: readonly [number, number], at: number) =>
      (await mergePcs(database, { pcIds: ids, who: 'van', at, mayTouch: everywhere })) as NonNullable<Awaited<ReturnType<typeof mergePcs>>>
    const undo = (mergeId: number, at: number) => undoMerge(database, { mergeId, who: 'van', at, timeZone: ZONE, mayTouch: everywhere })
    const merged = await merge([pc, alike], AT - DAY_MS)
    const made = (await split(ledger, pc, SECOND_AT)) as number
    // The one that was made was heard of last; the one that was there before goes on all the same.
    const again = await merge([made, pc], AT + DAY_MS)
    assert.equal(again.into, pc)
    assert.equal(await undo(merged.mergeId, AT + 2 * DAY_MS), 'done')
    const rows = await database.read.selectFrom('pc').select(['id', 'merged_into']).orderBy('id').execute()
    assert.deepEqual(
      rows.map(({ id, merged_into }) => [id, merged_into]),
      [
        [pc, null],
        [alike, null],
        [made, pc],
      ],
    )
    assert.equal(await undo(again.mergeId, AT + 3 * DAY_MS), 'later', 'what it would lay back is no more')
  },
}
