/** Labels of PCs in the list: two of one name are never one label. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PcList } from '#shared/api/pcs.ts'
import { labelled } from '#web/pages/pc-list/pc-labels.ts'

type Cells = PcList['rows'][number]['cells']
const labels = (...rows: readonly Cells[]) => labelled(rows.map((cells, place) => ({ id: place + 1, cells }))).map(({ label }) => label)

test('PCs of one name are told apart by what the columns show of unit, model and serial, else by their number', () => {
  const name = 'KETOAN'
  assert.deepEqual(labels({ name, unit: 'Sở Y tế', model: 'OptiPlex', serial: 'S1' }, { name, unit: 'Sở Y tế', serial: 'S2' }), [
    'KETOAN · Sở Y tế · OptiPlex · S1',
    'KETOAN · Sở Y tế · S2',
  ])
  assert.deepEqual(
    labels({ name, unit: 'Sở Y tế', serial: { unknown: 'no-report' } }, { name, unit: 'Sở Y tế' }, { name, unit: 'Sở Nội vụ' }),
    ['KETOAN · Sở Y tế · #1', 'KETOAN · Sở Y tế · #2', 'KETOAN · Sở Nội vụ'],
  )
  assert.deepEqual(labels({ name }, { name: { unknown: 'no-report' } }), ['KETOAN · #1', '? · #2'])
})
