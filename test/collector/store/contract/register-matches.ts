/** What the matching of the register promises: what is exact matches however popular a name is, and nothing that happens meanwhile is lost. */
import assert from 'node:assert/strict'
import { importList } from '#collector/store/register/import-list.ts'
import { assetKeyOf } from '#collector/store/register/listed-item.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import { known, makeReport } from '../../../make-report.ts'
import { evidenceOf, type Ledger } from './ledger.ts'
import { AT, itemOf, listing, ZONE } from './register-lists.ts'

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
