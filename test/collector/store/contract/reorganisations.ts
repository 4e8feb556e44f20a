/** What the store promises about reorganisations: each date has its own tree, PCs go along from the day on, and nobody sees more than before. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { count } from '#collector/fleet/counts/count.ts'
import { readStaff } from '#collector/fleet/staff/query.ts'
import { anyUnit } from '#collector/store/any-unit.ts'
import { changeStaff } from '#collector/store/register/staff-numbers.ts'
import { type Reorganisation, ReorganisationRefused, reorganise } from '#collector/store/reorganise.ts'
import { takeSteps } from '#collector/store/stays.ts'
import { startOfDay } from '#shared/text/dates.ts'
import { sumsOf } from '#shared/text/figures.ts'
import type { Ledger } from './ledger.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const DAY = { year: 2025, month: 7, day: 1 }
export const DAY_AT = startOfDay(DAY, ZONE)
export const DAY_MS = 86_400_000

export const planOf = (plan: Partial<Reorganisation>): Reorganisation => ({
  day: '2025-07-01',
  dayAt: DAY_AT,
  made: [],
  ended: [],
  who: 'quan-tri',
  at: DAY_AT + 400 * DAY_MS,
  ...plan,
})

export const newUnit = (key: string, name: string) => ({ key, name, block: 'I', orderNo: 3, code: 'G12.18', parent: null })

async function namesOn({ database }: Ledger, day: typeof DAY): Promise<Record<string, number>> {
  const { rows } = await count(database, { asOf: { day, rule: FIRST_RULE, timeZone: ZONE }, scope: 'all', unit: undefined, at: 0 })
  return Object.fromEntries(rows.filter(({ kind }) => kind === 'unit').map(({ name, figures }) => [name, sumsOf(figures).all]))
}

const JUNE_30 = { year: 2025, month: 6, day: 30 }
const TODAY = { year: 2026, month: 8, day: 1 }

export const reorganisationPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'two merge into a new one, with the tree of each date kept'(ledger) {
    const { database, unitId: home } = ledger
    const finance = await ledger.unit('Sở Tài chính')
    const planning = await ledger.unit('Sở Kế hoạch và Đầu tư')
    const at = DAY_AT - 30 * DAY_MS
    const [early, moved, left, back, late] = (await ledger.enrolAll([
      { unitId: finance, at },
      { unitId: planning, at },
      { unitId: planning, at },
      { unitId: planning, at },
      { unitId: finance, at: DAY_AT + 5 * DAY_MS },
    ])) as number[]
    const step = (pcId: number | undefined, unitId: number | null, days: number) =>
      database.write((db) => takeSteps(db, database.dialect, [{ pcId: pcId as number, unitId, at: DAY_AT + days * DAY_MS }]))
    await step(moved, home, 10)
    await step(left, null, -5)
    await step(back, home, -5)
    await step(back, planning, 20)
    const ids = await reorganise(
      database,
      planOf({
        made: [newUnit('new', 'Sở Tài chính (mới)')],
        ended: [finance, planning].map((unitId) => ({ unitId, into: [{ key: 'new' }] as const })),
      }),
    )
    const merged = ids.get('new') as number
    assert.deepEqual(await namesOn(ledger, JUNE_30), { 'Sở Nội vụ': 1, 'Sở Tài chính': 1, 'Sở Kế hoạch và Đầu tư': 1 })
    assert.deepEqual(await namesOn(ledger, DAY), { 'Sở Nội vụ': 1, 'Sở Tài chính (mới)': 2 })
    assert.deepEqual(await namesOn(ledger, TODAY), { 'Sở Nội vụ': 1, 'Sở Tài chính (mới)': 3 })
    const today = await database.read.selectFrom('pc').select(['id', 'unit_id']).orderBy('id').execute()
    assert.deepEqual(
      today.map(({ id, unit_id }) => [id, unit_id]),
      [
        [early, merged],
        [moved, home],
        [left, merged],
        [back, merged],
        [late, merged],
      ],
    )
    const { rows: heirs } = await sql<{
      unit_id: number
    }>`select unit_id from unit_heir where heir_id = ${merged} order by unit_id`.execute(database.read)
    assert.deepEqual(
      heirs.map(({ unit_id }) => unit_id),
      [finance, planning],
    )
  },

  async 'people go along: into the only successor as told, summed where all told theirs, and else unknown'(ledger) {
    const { database } = ledger
    const unit = (name: string) => ledger.unit(name)
    const [renamed, one, other, silent, into, split] = [
      await unit('Sở Y tế'),
      await unit('Sở Xây dựng'),
      await unit('Sở Giao thông vận tải'),
      await unit('Sở Ngoại vụ'),
      await unit('Văn phòng UBND tỉnh'),
      await unit('Sở Kế hoạch và Tài chính'),
    ]
    const tell = (day: string, units: readonly (readonly [number, number | null, number | null, number | null])[]) =>
      changeStaff(database, {
        day,
        // Licences go the way the leaders go.
        units: units.map(([unitId, staff, equipped, leaders]) => ({ unitId, staff, equipped, leaders, licensedAntivirus: leaders })),
        who: 'van',
        at: 1,
        mayTouch: anyUnit,
      })
    await tell('2025-01-01', [
      [renamed, 30, 27, 4],
      [one, 20, 18, null],
      [other, 10, null, 2],
      [into, 70, 70, 9],
      [split, 40, 40, 5],
    ])
    // Told of the old unit after the day from which it is no more, because nobody had written that down yet.
    await tell('2025-09-01', [[renamed, 33, 30, 5]])
    const ids = await reorganise(
      database,
      planOf({
        made: ['health', 'building', 'a', 'b'].map((key) => newUnit(key, key)),
        ended: [
          { unitId: renamed, into: [{ key: 'health' }] },
          { unitId: one, into: [{ key: 'building' }] },
          { unitId: other, into: [{ key: 'building' }] },
          { unitId: silent, into: [{ unitId: into }] },
          { unitId: split, into: [{ key: 'a' }, { key: 'b' }] },
        ],
      }),
    )
    const staffOn = async (day: string) => {
      const { units } = await readStaff(database, day, anyUnit)
      return Object.fromEntries(
        units.map(({ unitId, staff, equipped, leaders, licensedAntivirus }) => {
          assert.equal(licensedAntivirus, leaders)
          return [unitId, [staff, equipped, leaders]]
        }),
      )
    }
    const of = (key: string) => ids.get(key) as number
    assert.deepEqual(await staffOn('2025-06-30'), {
      [ledger.unitId]: [null, null, null],
      [renamed]: [30, 27, 4],
      [one]: [20, 18, null],
      [other]: [10, null, 2],
      [silent]: [null, null, null],
      [into]: [70, 70, 9],
      [split]: [40, 40, 5],
    })
    const since = {
      [ledger.unitId]: [null, null, null],
      [of('health')]: [30, 27, 4],
      [of('building')]: [30, null, null],
      [into]: [null, null, null],
      [of('a')]: [null, null, null],
      [of('b')]: [null, null, null],
    }
    assert.deepEqual(await staffOn('2025-07-01'), since)
    assert.deepEqual(await staffOn('2026-01-01'), { ...since, [of('health')]: [33, 30, 5] })
  },

  async 'what was told of a unit that takes others in, from that day on, is its number'(ledger) {
    const { database, unitId: into } = ledger
    const old = await ledger.unit('Sở Ngoại vụ')
    const tell = (day: string, unitId: number, staff: number, leaders: number) =>
      changeStaff(database, {
        day,
        units: [{ unitId, staff, equipped: staff, leaders, licensedAntivirus: null }],
        who: 'van',
        at: 1,
        mayTouch: anyUnit,
      })
    await tell('2025-01-01', into, 70, 9)
    await tell('2025-01-01', old, 5, 1)
    await tell('2025-08-01', into, 74, 8)
    await reorganise(database, planOf({ ended: [{ unitId: old, into: [{ unitId: into }] }] }))
    const staffOn = async (day: string) => (await readStaff(database, day, anyUnit)).units.map(({ staff, leaders }) => [staff, leaders])
    assert.deepEqual(
      [await staffOn('2025-06-30'), await staffOn('2025-07-01'), await staffOn('2025-08-01')],
      [
        [
          [70, 9],
          [5, 1],
        ],
        [[75, 10]],
        [[74, 8]],
      ],
    )
  },

  async 'tokens let PCs into the successor, and units made below units made stand below them'(ledger) {
    const { database } = ledger
    const old = await ledger.unit('UBND huyện Đăk Glei')
    await ledger.enrol({ unitId: old, at: DAY_AT - DAY_MS })
    const ids = await reorganise(
      database,
      planOf({
        made: [{ ...newUnit('room', 'Phòng một cửa'), parent: { key: 'commune' } }, newUnit('commune', 'Xã Đăk Pék')],
        ended: [{ unitId: old, into: [{ key: 'commune' }, { unitId: ledger.unitId }] }],
      }),
    )
    const units = await database.read.selectFrom('unit').select(['id', 'parent_id', 'valid_from', 'valid_to']).orderBy('id').execute()
    assert.equal(units.find(({ id }) => id === ids.get('room'))?.parent_id, ids.get('commune'))
    assert.deepEqual([units.find(({ id }) => id === old)?.valid_to, units.at(-1)?.valid_from], ['2025-07-01', '2025-07-01'])
    const token = await database.read.selectFrom('enrol_token').select('unit_id').executeTakeFirstOrThrow()
    assert.equal(token.unit_id, ids.get('commune'))
  },

  async 'confirmed twice at the same moment it is done once, and the other is told why not'(ledger) {
    const { database } = ledger
    const old = await ledger.unit('Sở Y tế')
    const plan = planOf({ made: [newUnit('new', 'Sở Y tế mới')], ended: [{ unitId: old, into: [{ key: 'new' }] }] })
    const outcomes = await Promise.allSettled([reorganise(database, plan), reorganise(database, plan)])
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    assert.equal(refused.length, 1)
    assert.ok(refused[0] instanceof ReorganisationRefused && refused[0].problems.some(({ vi }) => vi.includes('không còn là đơn vị')))
    const made = await database.read.selectFrom('unit').select('id').where('name', '=', 'Sở Y tế mới').execute()
    assert.equal(made.length, 1)
  },
}
