/** What fields, items and versions of a plan say: sizes as people know them, sums by group, and the version something is saved as. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staffOf } from '#shared/text/plan-staff.ts'
import { dongOfItems, itemGroups } from '#web/pages/plan/item-sums.ts'
import { nextVersion } from '#web/pages/plan/next-version.ts'
import { THRESHOLDS } from '#web/pages/plan/thresholds.ts'
import { readNumber, valueWords } from '#web/pages/plan/value-words.ts'

const GIB = 1024 ** 3

test('a value as it is read and as it is typed', () => {
  assert.equal(valueWords('memoryBytes', 8 * GIB, 'vi'), '8 GB')
  assert.equal(valueWords('memoryBytes', 8.5 * GIB, 'vi'), '8,5 GB')
  assert.equal(valueWords('replaceSharePercent', 50, 'en'), '50%')
  assert.equal(valueWords('patchDays', 30, 'vi'), '30 ngày')
  assert.equal(valueWords('encryption', false, 'vi'), 'không')
  assert.equal(valueWords('centralDong', 1_000_000_000, 'vi'), '1.000.000.000 đ')
  const { memoryBytes, maxMhz, cores, centralDong } = THRESHOLDS
  assert.ok(memoryBytes.kind === 'number' && maxMhz.kind === 'number' && cores.kind === 'number' && centralDong.kind === 'dong')
  assert.equal(readNumber(memoryBytes, '16'), 16 * GIB)
  assert.equal(readNumber(memoryBytes, '8,5'), 8.5 * GIB)
  assert.equal(readNumber(memoryBytes, '0'), undefined)
  assert.equal(readNumber(memoryBytes, '1025'), undefined)
  assert.equal(readNumber(maxMhz, '1.200'), 1_200)
  assert.equal(readNumber(cores, '2,5'), undefined)
  assert.equal(readNumber(centralDong, '1 tỷ'), 1_000_000_000)
})

test('licences stand apart from hardware, and sums of groups come to the sum of all', () => {
  const items = [
    { item: 'desktop', unitDong: 20, funded: [2, 1], unfunded: 4, central: false },
    { item: 'ssd', unitDong: 1, funded: [5, 0], unfunded: 0, central: false },
    { item: 'os-licence', unitDong: 3, funded: [1, 0], unfunded: 0, central: false },
  ] as const
  const groups = itemGroups(items.map((line) => ({ ...line, funded: [...line.funded] })))
  assert.deepEqual(
    groups.map(({ group, items: own }) => [group, dongOfItems(own)]),
    [
      ['hardware', 145],
      ['licence', 3],
    ],
  )
  assert.equal(dongOfItems(groups.flatMap((group) => group.items)), 148)
})

test('a name is one whatever its marks and capitals', () => {
  const versions = [
    { id: 3, name: 'Năm 2027', version: 2 },
    { id: 2, name: 'Năm 2027', version: 1 },
    { id: 0, name: 'Có sẵn', version: 0 },
  ]
  assert.deepEqual(nextVersion(versions, 'nam 2027'), { name: 'nam 2027', version: 3, isNew: false })
  assert.deepEqual(nextVersion(versions, 'Tiết kiệm'), { name: 'Tiết kiệm', version: 1, isNew: true })
})

test('people that nobody counted are not counted as none', () => {
  const row = { name: 'I', block: 'I', depth: 0, numbers: {} as never }
  assert.deepEqual(staffOf([{ ...row, kind: 'block', staffUntold: 2 }]), { staffUntold: 2 })
  const told = { ...row, kind: 'block', staff: 10, needByStaff: 3, staffUntold: 0 } as const
  assert.deepEqual(staffOf([told, { ...told, kind: 'unit' }, { ...row, kind: 'block', staffUntold: 1 }]), {
    staff: 10,
    needByStaff: 3,
    staffUntold: 1,
  })
})
