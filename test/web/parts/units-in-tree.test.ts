/** Units of a choice: blocks in their order, what lies below a unit right below it, and none is lost. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitsInTree } from '#web/parts/units-in-tree.ts'

test('each below its parent, and one whose parent may not be seen by itself', () => {
  const units = [
    { id: 7, name: 'UBND huyện Đăk Hà', block: 'II' },
    { id: 1, name: 'Sở Y tế', block: 'I' },
    { id: 2, name: 'Sở Nội vụ', block: 'I' },
    { id: 3, name: 'Chi cục Dân số', block: 'I', parentId: 1 },
    { id: 4, name: 'Phòng Tổ chức', block: 'I', parentId: 3 },
    { id: 5, name: 'Trạm xa', block: 'I', parentId: 99 },
  ]
  assert.deepEqual(
    unitsInTree(units).map(({ block, units: lines }) => [block, lines.map(({ id, depth }) => [id, depth])]),
    [
      [
        'I',
        [
          [1, 0],
          [3, 1],
          [4, 2],
          [2, 0],
          [5, 0],
        ],
      ],
      ['II', [[7, 0]]],
    ],
  )
})
