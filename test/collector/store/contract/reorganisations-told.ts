/** What a reorganisation tells: what stands in its way before, what it did to PCs, people and scripts after, and that nobody sees more than before. */
import assert from 'node:assert/strict'
import { readAudit } from '#collector/fleet/audit/query.ts'
import { createApiToken } from '#collector/store/api-tokens.ts'
import { createPerson } from '#collector/store/people.ts'
import { reorganisationProblems, type StandingUnit } from '#collector/store/reorganisation-problems.ts'
import { type Reorganisation, reorganise } from '#collector/store/reorganise.ts'
import { takeSteps } from '#collector/store/stays.ts'
import type { Ledger } from './ledger.ts'
import { DAY_AT, DAY_MS, newUnit, planOf } from './reorganisations.ts'

export const reorganisationToldPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'who saw a renamed unit still sees it; who saw one of several merged sees no more until let in'(ledger) {
    const { database } = ledger
    const [renamed, one, other] = [await ledger.unit('Sở Y tế'), await ledger.unit('Phòng A'), await ledger.unit('Phòng B')]
    const seer = async (unit: number) => {
      await database.write((db) => db.insertInto('scope').values({ person_id: unit, token_id: null, unit_id: unit }).execute())
    }
    for (const unit of [renamed, one]) await seer(unit)
    const ids = await reorganise(
      database,
      planOf({
        made: [newUnit('health', 'Sở Y tế và Dân số'), newUnit('ab', 'Phòng AB')],
        ended: [
          { unitId: renamed, into: [{ key: 'health' }] },
          { unitId: one, into: [{ key: 'ab' }] },
          { unitId: other, into: [{ key: 'ab' }] },
        ],
      }),
    )
    const scopes = await database.read.selectFrom('scope').select(['person_id', 'unit_id']).orderBy('unit_id').execute()
    assert.deepEqual(
      scopes.map(({ person_id, unit_id }) => [person_id, unit_id]),
      [
        [renamed, renamed],
        [one, one],
        [renamed, ids.get('health')],
      ],
    )
  },

  async 'what it does to PCs, people and scripts stands in the log with them, and the names of units in its own line'(ledger) {
    const { database } = ledger
    const health = await ledger.unit('Sở Y tế')
    const [pc, gone] = (await ledger.enrolAll([
      { unitId: health, at: DAY_AT - DAY_MS },
      { unitId: health, at: DAY_AT - DAY_MS },
    ])) as [number, number]
    await database.write((db) => takeSteps(db, database.dialect, [{ pcId: gone, unitId: null, at: DAY_AT }]))
    const viewer = {
      userName: 'chi-lan',
      fullName: 'Lan',
      role: 'viewer',
      passwordHash: 'x',
      scope: [health],
      at: 1,
      who: 'quan-tri',
    } as const
    await createPerson(database, viewer)
    const script = { label: 'bảng', role: 'viewer', at: 1, expiresAt: null, scope: [health], who: 'quan-tri' } as const
    await createApiToken(database, script)
    const ids = await reorganise(
      database,
      planOf({ made: [newUnit('new', 'Sở Y tế và Dân số')], ended: [{ unitId: health, into: [{ key: 'new' }] }] }),
    )
    const told = async (kinds: readonly string[]) =>
      (await database.read.selectFrom('event').selectAll().where('kind', 'in', kinds).orderBy('id').execute()).map(
        ({ kind, pc_id, who, detail }) => [kind, pc_id, who, JSON.parse(detail)],
      )
    const scopes = { old: { units: ['Sở Y tế'] }, new: { units: ['Sở Y tế', 'Sở Y tế và Dân số'] }, day: '2025-07-01' }
    assert.deepEqual(await told(['went-along', 'person-changed', 'api-token-changed']), [
      ['went-along', pc, 'quan-tri', { from: health, to: ids.get('new'), day: '2025-07-01' }],
      ['person-changed', null, 'quan-tri', { person: 'chi-lan', ...scopes }],
      ['api-token-changed', null, 'quan-tri', { token: 1, label: 'bảng', ...scopes }],
    ])
    const { deeds } = await readAudit(database, {})
    assert.deepEqual(
      deeds.map(({ kind }) => kind).slice(0, 3),
      ['reorganised', 'api-token-changed', 'person-changed'],
      'the PCs are not in the log of people',
    )
    assert.deepEqual(deeds[0]?.detail.became, ['Sở Y tế → Sở Y tế và Dân số'])
    assert.deepEqual(deeds[0]?.detail.madeNames, ['Sở Y tế và Dân số'])
  },

  async 'who saw a unit does not see its successor where the plan puts another unit below it'(ledger) {
    const { database } = ledger
    const [health, justice] = [await ledger.unit('Sở Y tế'), await ledger.unit('Sở Tư pháp')]
    await database.write((db) => db.insertInto('scope').values({ person_id: 1, token_id: null, unit_id: health }).execute())
    await reorganise(
      database,
      planOf({
        made: [newUnit('k', 'K'), { ...newUnit('l', 'L'), parent: { key: 'k' } }],
        ended: [
          { unitId: health, into: [{ key: 'k' }] },
          { unitId: justice, into: [{ key: 'l' }] },
        ],
      }),
    )
    const scopes = await database.read.selectFrom('scope').select('unit_id').execute()
    assert.deepEqual(scopes, [{ unit_id: health }])
  },

  async 'what cannot be is told before anything is done'() {
    const unit = (id: number, more: Partial<StandingUnit> = {}): StandingUnit => ({
      id,
      name: `U${id}`,
      block: 'I',
      parentId: null,
      validFrom: '2016-01-01',
      validTo: null,
      ...more,
    })
    const units = [
      unit(1),
      unit(2, { parentId: 1 }),
      unit(3, { validTo: '2020-01-01' }),
      unit(4, { block: 'II' }),
      unit(5, { validFrom: '2025-07-01' }),
      unit(6),
      unit(7, { parentId: 6, validTo: '2025-09-01' }),
      unit(8, { validTo: '2025-08-01' }),
    ]
    const said = (plan: Partial<Reorganisation>) => reorganisationProblems(units, planOf(plan)).map(({ en }) => en)
    assert.deepEqual(said({ ended: [{ unitId: 2, into: [{ unitId: 1 }] }] }), [])
    for (const [plan, problem] of [
      [{}, /Nothing is changed/],
      [{ day: '2027-01-01', dayAt: Date.UTC(2026, 11, 31, 17), made: [newUnit('a', 'A')] }, /still to come/],
      [{ ended: [{ unitId: 1, into: [{ unitId: 4 }] }] }, /U2: lies below U1/],
      [{ ended: [{ unitId: 3, into: [{ unitId: 1 }] }] }, /U3: is no unit that stands/],
      [{ ended: [{ unitId: 5, into: [{ unitId: 1 }] }] }, /began on 01\/07\/2025/],
      [{ ended: [{ unitId: 4, into: [{ unitId: 3 }] }] }, /choose a successor/],
      [{ ended: [{ unitId: 4, into: [{ unitId: 4 }] }] }, /choose a successor/],
      [{ ended: [{ unitId: 4, into: [{ key: 'nobody' }] }] }, /choose a successor/],
      [{ made: [{ ...newUnit('a', 'A'), parent: { unitId: 4 } }] }, /block of its parent/],
      [
        {
          made: [
            { ...newUnit('a', 'A'), parent: { key: 'b' } },
            { ...newUnit('b', 'B'), parent: { key: 'a' } },
          ],
        },
        /below itself/,
      ],
      [{ made: [newUnit('a', ' ')] }, /no name/],
      [{ made: [newUnit('a', 'A'), newUnit('a', 'B')] }, /same key/],
      [{ made: [newUnit('a', 'u1')] }, /of this name stands there already/],
      [{ made: [newUnit('a', 'A'), newUnit('b', 'a')] }, /two new units have this name in one place/],
      [{ made: [newUnit('z', 'Z')], ended: [{ unitId: 4, into: [{ key: 'z' }, { key: 'z' }] }] }, /successor is chosen twice/],
      [{ ended: [{ unitId: 6, into: [{ unitId: 1 }] }] }, /U7: stood below U6 until 01\/09\/2025/],
      [{ made: [newUnit('a', 'u8')] }, /of this name stands there already/],
    ] as const)
      assert.ok(
        said(plan as Partial<Reorganisation>).some((one) => problem.test(one)),
        `${problem}: ${said(plan as Partial<Reorganisation>).join(' | ')}`,
      )
  },
}
