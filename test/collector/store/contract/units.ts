/** What the store promises about units. */
import assert from 'node:assert/strict'
import { firstUnit } from '#collector/store/units.ts'
import type { Ledger } from './ledger.ts'

const TOGETHER = 6

export const unitPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'makes the first unit once, however many ask at the same moment'({ database }) {
    await database.write((db) => db.deleteFrom('unit').execute())
    const ids = await Promise.all(Array.from({ length: TOGETHER }, () => firstUnit(database, '2026-11-23')))
    assert.equal(new Set(ids).size, 1, ids.join(' '))
    assert.equal((await database.read.selectFrom('unit').select('id').execute()).length, 1)
  },

  async 'keeps the first unit of a ledger that has units already'({ database, unitId }) {
    assert.equal(await firstUnit(database, '2026-11-23'), unitId)
  },
}
