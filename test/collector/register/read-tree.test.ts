/** Lists of units: read back as exported, parents in any order, what cannot be placed told by row. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTree, type UnitStanding } from '#collector/register/read-tree.ts'

const STANDING: readonly UnitStanding[] = [
  { id: 1, path: ['Sở Tài chính'], block: 'I', orderNo: 2, code: '000.00.02.H34' },
  { id: 2, path: ['Sở Nội vụ'], block: 'I', orderNo: 3, code: null },
  { id: 3, path: ['Sở Nội vụ', 'Phòng Kế hoạch'], block: 'I', orderNo: 1, code: null },
]
const read = (text: string, standing = STANDING) => readTree(Buffer.from(text), standing)

test('new units come with their parents, in whatever order, and what stands is passed over', async () => {
  const { made, same, problems, rows } = await read(
    [
      'CÂY ĐƠN VỊ',
      'Cơ quan, đơn vị;Khối;Thứ tự;Mã định danh;Đơn vị cấp trên',
      "Tổ Máy tính;;1;'12.18;Phòng Công nghệ",
      'Phòng Công nghệ;;2;;Sở Tài chính',
      'sở nội vụ;I;3;;',
      'UBND xã Xốp;Cấp xã;;;',
      'Tổ Văn thư;;4;;Sở Nội vụ / Phòng Kế hoạch',
    ].join('\n'),
  )
  assert.deepEqual(problems, [])
  assert.deepEqual([rows, same], [5, 1])
  const byName = new Map(made.map(({ row: _row, ...unit }) => [unit.name, unit]))
  assert.deepEqual(byName.get('Phòng Công nghệ'), {
    name: 'Phòng Công nghệ',
    block: 'I',
    orderNo: 2,
    code: undefined,
    parent: { unitId: 1 },
  })
  assert.deepEqual(byName.get('Tổ Máy tính')?.parent, { row: 4 })
  assert.deepEqual([byName.get('Tổ Máy tính')?.code, byName.get('Tổ Máy tính')?.block], ['12.18', 'I'])
  assert.deepEqual([byName.get('UBND xã Xốp')?.block, byName.get('Tổ Văn thư')?.parent], ['III', { unitId: 3 }])
})

test('what stands and is otherwise in the list is told as that; what the list leaves empty, or does not have, is no difference', async () => {
  const { made, same, changed, problems } = await read(
    [
      'Cơ quan, đơn vị;Khối;Thứ tự;Mã định danh;Đơn vị cấp trên',
      'Sở Tài chính;I;2;G12.18;',
      'Sở Nội vụ;;;;',
      'Phòng Kế hoạch;Cấp huyện;7;;Sở Nội vụ',
    ].join('\n'),
  )
  assert.deepEqual([made, problems, same], [[], [], 1])
  assert.deepEqual(changed, [
    { row: 2, unitId: 1, name: 'Sở Tài chính', code: 'G12.18', block: 'I', orderNo: 2, differs: ['code'] },
    { row: 4, unitId: 3, name: 'Phòng Kế hoạch', code: undefined, block: 'II', orderNo: 7, differs: ['block', 'orderNo'] },
  ])
  const wrong = await read('Đơn vị,Khối,Thứ tự\nSở Tài chính,IX,1\nSở Nội vụ,I,ba\nSở Nội vụ,I,3\n')
  assert.deepEqual([wrong.changed, wrong.problems.map(({ row }) => row)], [[], [2, 3, 4]])
})

test('doubles, unknown parents, parents of two, missing blocks and circles are told by row, and cost the others nothing', async () => {
  const twin = [...STANDING, { id: 4, path: ['Sở Tài chính', 'Phòng Kế hoạch'], block: 'I', orderNo: 1, code: null }]
  const { made, problems } = await read(
    'Tên đơn vị,Khối,Thứ tự,Cấp trên\nA,I,1,\nA,I,1,\nB,I,1,Không có\nC,I,1,Phòng Kế hoạch\nD,,1,\nE,I,một,\nF,I,1,G\nG,I,1,F\n',
    twin,
  )
  assert.deepEqual(
    made.map(({ name }) => name),
    ['A'],
  )
  assert.deepEqual(
    problems.map(({ row }) => row),
    [3, 4, 5, 6, 7, 8, 9],
  )
  for (const { says } of problems) assert.match(`${says.vi} ${says.en}`, /^Dòng \d.*Row \d/)
})

test('a list without names, or an ended unit in it, makes nothing', async () => {
  assert.equal((await read('a;b\n1;2\n')).problems.length, 1)
  const ended = await read('Cơ quan, đơn vị;Khối;Đến hết ngày\nSở Cũ;I;30/06/2025\n')
  assert.deepEqual([ended.made, ended.problems, ended.rows], [[], [], 0])
  assert.deepEqual(ended.left, { ended: 1, unnamed: 0 })
  const mixed = await read('Cơ quan, đơn vị;Khối;Đến hết ngày\nSở Cũ;I;30/06/2025\n;I;\n;;\nSở Mới;I;\n')
  assert.deepEqual([mixed.left, mixed.made.length], [{ ended: 1, unnamed: 1 }, 1])
})
