/** The chassis probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

for (const [situation, kind, typeCode] of [
  ['desktop', 'desktop', 3],
  ['laptop-locked', 'laptop', 10],
  ['all-in-one', 'all-in-one', 13],
  ['mini', 'mini', 35],
  ['virtual', 'virtual', 1],
] as const) {
  test(`tells ${situation} from its type code`, async () => {
    const chassis = await knownOf('chassis', situation)
    assert.equal(chassis.kind, kind)
    assert.equal(chassis.typeCode, typeCode)
  })
}

test('leaves the kind unknown where the maker or the table makes no sense', async () => {
  assert.equal(why((await knownOf('chassis', 'unknown-type')).kind), 'not-supported')
  assert.equal(why((await knownOf('chassis', 'garbage')).kind), 'failed')
  assert.equal(why((await knownOf('chassis', 'outside-smbios')).kind), 'failed')
})

test('knows a guest without a table as virtual, and a real PC without one not at all', async () => {
  const guest = await knownOf('chassis', 'vm-without-table')
  assert.equal(guest.kind, 'virtual')
  assert.equal(why(guest.typeCode), 'not-supported')
  assert.equal(await reasonOf('chassis', 'no-table'), 'not-supported')
})

test('says that a plain user may not read the serial', async () => {
  assert.equal(why((await knownOf('chassis', 'plain-user')).serial), 'access-denied')
})
