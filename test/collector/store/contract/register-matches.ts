/** What the matching of the register promises: what is exact matches however popular a name is, and nothing that happens meanwhile is lost. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Database } from '#collector/store/dialect/dialect.ts'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { movePcs } from '#collector/store/moves.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { assetKeyOf, type ListedItem } from '#collector/store/register/listed-item.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import { evidenceFrom } from '#shared/evidence.ts'
import { known, makeReport } from '../../../make-report.ts'
import { evidenceOf, type Ledger } from './ledger.ts'
import { AT, counted, doubts, everywhere, itemId, itemOf, listing, matches, ZONE } from './register-lists.ts'

const WHEN = { at: AT, timeZone: ZONE }
const pairs = async ({ database }: Ledger) =>
  (
    await database.read
      .selectFrom('register_match')
      .innerJoin('register_item', 'id', 'item_id')
      .select(['asset_code', 'pc_id'])
      .orderBy('asset_code')
      .execute()
  ).map(({ asset_code, pc_id }) => [asset_code, pc_id])

export const registerMatchPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'serials, tags and addresses match for certain; names and what two PCs share are asked; placeholders match nobody'(ledger) {
    const { database, unitId } = ledger
    const [bySerial, byTag, byMac, byName, twinOne, twinTwo] = (await ledger.enrolAll([
      { evidence: evidenceOf(1) },
      {},
      { evidence: evidenceOf(3), hostName: 'SNV-PC-003' },
      { evidence: evidenceOf(4), hostName: 'SNV-PC-004' },
      { evidence: evidenceOf(5, { systemSerial: 'TWIN', chassisSerial: 'C5' }) },
      { evidence: evidenceOf(6, { systemSerial: 'TWIN', chassisSerial: 'C6' }) },
    ])) as [number, number, number, number, number, number]
    await ledger.report(byTag, makeReport({ facts: { placement: known('placement', { entered: true, assetTag: 'TS-B 02' }) } }))
    await importList(
      database,
      listing('2026-01-01', [
        itemOf('TS-A', unitId, { serial: 'SERIAL1' }),
        itemOf('TS-B02', unitId),
        itemOf('TS-C', unitId, { mac: 'b8:ca:3a:00:00:03' }),
        itemOf('TS-D', unitId, { hostName: 'snv-pc-004' }),
        itemOf('TS-E', unitId, { serial: 'TWIN' }),
        itemOf('TS-F', unitId, { serial: 'To be filled by O.E.M.' }),
      ]),
    )
    assert.deepEqual(await matchRegister(database, { at: AT, timeZone: ZONE }), { certain: 3, doubtful: 3 })
    const ids = await Promise.all(['TS-A', 'TS-B02', 'TS-C', 'TS-D', 'TS-E'].map((code) => itemId(ledger, code)))
    const [a, b, c, d, e] = ids as [number, number, number, number, number]
    assert.deepEqual(
      (await matches(ledger)).map(({ item_id, pc_id }) => [item_id, pc_id]),
      [
        [a, bySerial],
        [b, byTag],
        [c, byMac],
      ],
    )
    assert.deepEqual(
      (await doubts(ledger)).map(({ item_id, pc_id }) => [item_id, pc_id]),
      [
        [d, byName],
        [e, twinOne],
        [e, twinTwo],
      ],
    )
    const decide = (item: number, pc: number, same: boolean) =>
      decidePair(database, { itemId: item, pcId: pc, same, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere })
    assert.equal(await decide(d, bySerial, true), 'taken')
    assert.equal(await decide(d, byName, false), 'done')
    assert.equal(await decide(e, twinTwo, true), 'done')
    assert.equal(
      await decidePair(database, {
        itemId: a,
        pcId: bySerial,
        same: false,
        who: 'van',
        at: AT,
        timeZone: ZONE,
        mayTouch: () => sql<boolean>`1 = 0`,
      }),
      undefined,
    )
    assert.equal(await decide(a, bySerial, false), 'done')
    // What a person said is not asked again, nor matched again.
    assert.deepEqual(await matchRegister(database, { at: AT, timeZone: ZONE }), { certain: 0, doubtful: 0 })
    assert.deepEqual(
      (await matches(ledger)).map(({ item_id, who }) => [item_id, who]),
      [
        [b, ''],
        [c, ''],
        [e, 'van'],
      ],
    )
    assert.equal(await decide(a, bySerial, true), 'done')
    assert.equal((await matches(ledger)).length, 4)
  },

  async 'another kind beside the same serial is asked about, another maker is shown'(ledger) {
    const { database, unitId } = ledger
    const facts = {
      system: known('system', { manufacturer: 'Dell Inc.', model: 'Latitude 5420', serial: 'SERIAL9', hostName: 'L9' }),
      chassis: known('chassis', { kind: 'laptop' }),
      placement: known('placement', { entered: false, assetTag: undefined, room: undefined }),
    }
    const pc = (await ledger.enrol({ evidence: { ...evidenceFrom({}), systemSerial: 'SERIAL9' } })) as number
    await ledger.report(pc, makeReport({ facts }))
    await importList(database, listing('2026-01-01', [itemOf('TS-9', unitId, { serial: 'SERIAL9', kind: 'desktop' })]))
    assert.deepEqual(await matchRegister(database, { at: AT, timeZone: ZONE }), { certain: 0, doubtful: 1 })
    await importList(
      database,
      listing('2026-01-02', [itemOf('TS-9', unitId, { serial: 'SERIAL9', kind: 'laptop', name: 'Máy tính xách tay HP ProBook 450' })]),
    )
    assert.deepEqual(await matchRegister(database, { at: AT, timeZone: ZONE }), { certain: 1, doubtful: 0 })
    assert.equal((await matches(ledger))[0]?.model_differs, 1)
    await importList(
      database,
      listing('2026-01-03', [itemOf('TS-9', unitId, { serial: 'SERIAL9', kind: 'laptop', name: 'Máy tính xách tay Dell Latitude 5420' })]),
    )
    await matchRegister(database, { at: AT, timeZone: ZONE })
    assert.equal((await matches(ledger))[0]?.model_differs, 0)
  },

  async 'a name that a hall of PCs bears names none of them, and hides no serial, address or tag'(ledger) {
    const { database, unitId } = ledger
    const pcs = (await ledger.enrolAll(
      Array.from({ length: 12 }, (_, index) => ({ evidence: evidenceOf(index + 1), hostName: 'PHONGHOP' })),
    )) as number[]
    await importList(
      database,
      listing('2026-01-01', [
        itemOf('TS-1', unitId, { serial: 'serial3', hostName: 'PhongHop' }),
        itemOf('TS-2', unitId, { mac: 'b8:ca:3a:00:00:04', hostName: 'PhongHop' }),
        itemOf('TS-3', unitId, { hostName: 'PhongHop' }),
      ]),
    )
    assert.deepEqual(await matchRegister(database, WHEN), { certain: 2, doubtful: 0 })
    assert.deepEqual(await pairs(ledger), [
      ['TS-1', pcs[2]],
      ['TS-2', pcs[3]],
    ])
  },

  async 'a tag with Vietnamese letters is the asset code it was copied from'(ledger) {
    const { database, unitId } = ledger
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport({ facts: { placement: known('placement', { entered: true, assetTag: 'đđ - 001' }) } }))
    await importList(database, listing('2026-01-01', [itemOf('ĐĐ-001', unitId, { assetKey: assetKeyOf('ĐĐ-001') })]))
    assert.deepEqual(await matchRegister(database, WHEN), { certain: 1, doubtful: 0 })
    assert.deepEqual(await pairs(ledger), [['ĐĐ-001', pc]])
  },

  async 'what people and other collectors did while a matching read is minded when it writes'(ledger) {
    const { database, unitId } = ledger
    const [one, two, three] = (await ledger.enrolAll([1, 2, 3].map((n) => ({ evidence: evidenceOf(n) })))) as [number, number, number]
    await importList(
      database,
      listing(
        '2026-01-01',
        [1, 2, 3].map((n) => itemOf(`TS-${n}`, unitId, { serial: `serial${n}` })),
      ),
    )
    const asset = async (code: string) =>
      (await database.read.selectFrom('register_item').select('id').where('asset_code', '=', code).executeTakeFirstOrThrow()).id
    const said = { who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere }
    let isBetween = true
    const late: Database = {
      ...database,
      read: database.read,
      async write(work) {
        if (isBetween) {
          isBetween = false
          assert.equal(await decidePair(database, { ...said, itemId: await asset('TS-1'), pcId: one, same: false }), 'done')
          await movePcs(database, { pcIds: [two], unitId: null, who: 'van', at: AT, mayTouch: everywhere })
          assert.equal(await decidePair(database, { ...said, itemId: await asset('TS-2'), pcId: three, same: true }), 'done')
        }
        return database.write(work)
      },
    }
    assert.deepEqual(await matchRegister(late, WHEN), { certain: 0, doubtful: 0 })
    assert.deepEqual(await pairs(ledger), [['TS-2', three]])
  },

  async 'matchings, decisions and merges at the same moment wait for each other'(ledger) {
    const { database, unitId } = ledger
    const count = 30
    const pcs = (await ledger.enrolAll(Array.from({ length: count }, (_, n) => ({ evidence: evidenceOf(n + 1) })))) as number[]
    await importList(
      database,
      listing(
        '2026-01-01',
        Array.from({ length: count }, (_, n) => itemOf(`TS-${n}`, unitId, { serial: `serial${n + 1}` })),
      ),
    )
    const items = await database.read.selectFrom('register_item').select('id').orderBy('id').execute()
    const said = { who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere }
    await Promise.all([
      matchRegister(database, WHEN),
      ...items.slice(0, 5).map(({ id }, n) => decidePair(database, { ...said, itemId: id, pcId: pcs[n] as number, same: true })),
      matchRegister(database, WHEN),
      mergePcs(database, { pcIds: [pcs[10] as number, pcs[11] as number], who: 'van', at: AT, mayTouch: everywhere }),
      matchRegister(database, WHEN),
    ])
    // One of two assets whose PCs are one has none.
    assert.equal((await pairs(ledger)).length, count - 1)
  },

  async 'an asset written off by mistake is its PC again when it comes back, unless something else is, or they were told apart'(ledger) {
    const { database, unitId } = ledger
    const [one, two, three, other] = (await ledger.enrolAll([1, 2, 3, 4].map((n) => ({ evidence: evidenceOf(n) })))) as [
      number,
      number,
      number,
      number,
    ]
    const all = ['A', 'B', 'C', 'D'].map((code) => itemOf(code, unitId))
    await importList(database, listing('2026-01-01', all))
    const ids = new Map(
      (await database.read.selectFrom('register_item').selectAll().execute()).map(({ id, asset_code }) => [asset_code, id]),
    )
    const decide = (code: string, pcId: number, same: boolean) =>
      decidePair(database, { itemId: ids.get(code) as number, pcId, same, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere })
    await decide('A', one, true)
    await decide('B', two, true)
    await decide('C', three, true)
    const byHand = await pairs(ledger)
    await importList(database, listing('2026-02-01', [all[3] as ListedItem], { completeUnits: [unitId] }))
    assert.deepEqual(await pairs(ledger), [])
    // Meanwhile one of the PCs becomes another asset, and one goes into another PC.
    await decide('D', two, true)
    const merged = await mergePcs(database, { pcIds: [three, other], who: 'van', at: AT, mayTouch: everywhere })
    await importList(database, listing('2026-03-01', all))
    assert.deepEqual(await pairs(ledger), [byHand[0], ['C', merged?.into], ['D', two]])
    assert.equal((await database.read.selectFrom('register_match').select('who').where('pc_id', '=', one).executeTakeFirst())?.who, 'van')
    // Between, the asset was in the books and then it was not; the PC is the asset's on every day that it is.
    assert.deepEqual(
      [(await counted(ledger, '2026-02-10'))[`${unitId} register-only`], (await counted(ledger, '2026-03-10'))[`${unitId} register-only`]],
      [undefined, 1],
    )
    await importList(database, listing('2026-04-01', all.slice(1), { completeUnits: [unitId] }))
    await matchRegister(database, WHEN)
    await importList(database, listing('2026-05-01', [itemOf('A', unitId, { note: 'trở lại' })]))
    await decide('A', one, false)
    await importList(database, listing('2026-05-10', all.slice(1), { completeUnits: [unitId] }))
    await importList(database, listing('2026-05-20', all))
    assert.equal(
      (await pairs(ledger)).find(([code]) => code === 'A'),
      undefined,
    )
  },

  async 'of more PCs than a name may have, a serial that they share asks about those it names'(ledger) {
    const { database, unitId } = ledger
    await ledger.enrolAll(
      Array.from({ length: 12 }, (_, index) => ({ evidence: evidenceOf(index + 1, { systemSerial: 'TWIN', chassisSerial: `C${index}` }) })),
    )
    await importList(database, listing('2026-01-01', [itemOf('TS-1', unitId, { serial: 'TWIN' })]))
    const { certain, doubtful } = await matchRegister(database, WHEN)
    assert.equal(certain, 0)
    assert.ok(doubtful > 0)
  },
}
