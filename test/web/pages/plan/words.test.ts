/** What fields, items and versions of a plan say: sizes as people know them, sums by group, and the version something is saved as. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLeastNeed, staffOf } from '#shared/text/plan-staff.ts'
import { staffNotes } from '#shared/text/staff-notes.ts'
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

test('people that nobody counted are not counted as none, and what rests on them is at least', () => {
  const row = { name: 'I', block: 'I', depth: 0, numbers: {} as never }
  const untold = { ...row, kind: 'block', staffUntold: 2, leadersUntold: 2 } as const
  assert.deepEqual(staffOf([untold]), { staffUntold: 2, leadersUntold: 2 })
  const told = {
    ...row,
    kind: 'block',
    staff: 10,
    needByStaff: 3,
    leaders: 2,
    laptopsMissing: 1,
    laptopsUnsure: 0,
    staffUntold: 0,
    leadersUntold: 0,
  } as const
  assert.deepEqual(
    [isLeastNeed(told), isLeastNeed({ ...told, leadersUntold: 1 }), isLeastNeed({ ...told, staffUntold: 1 })],
    [false, true, true],
  )
  assert.deepEqual(staffOf([told, { ...told, kind: 'unit' }, { ...untold, staffUntold: 1 }]), {
    staff: 10,
    needByStaff: 3,
    leaders: 2,
    laptopsMissing: 1,
    laptopsUnsure: 0,
    staffUntold: 1,
    leadersUntold: 2,
  })
})

test('the norm is said with what it rests on, and at least only where it is', () => {
  const need = { staff: 10, needByStaff: 3, leaders: 2, laptopsMissing: 1, laptopsUnsure: 0, staffUntold: 0, leadersUntold: 0 }
  const notes = (changes: Partial<typeof need>, leaderPcs = 2) => staffNotes({ ...need, ...changes }, { leaderPcs, language: 'vi' })
  assert.deepEqual(notes({}), [
    'Định mức: mỗi người nhóm I-VI 2 máy, trong đó một máy xách tay; người khác một máy.',
    'Máy xách tay cho người nhóm I-VI còn thiếu 1.',
  ])
  assert.deepEqual(notes({ leadersUntold: 4, laptopsUnsure: 2 }).slice(1), [
    '4 đơn vị chưa có số người nhóm I-VI; phần máy thêm của nhóm này ở đó không tính ở đây.',
    'Dấu ≥ nghĩa là ít nhất.',
    'Máy xách tay cho người nhóm I-VI còn thiếu ít nhất 1, thêm 2 nếu các máy chưa rõ loại thân không phải máy xách tay.',
  ])
  assert.deepEqual(notes({}, 1), ['Định mức: mỗi người một máy.'])
})
