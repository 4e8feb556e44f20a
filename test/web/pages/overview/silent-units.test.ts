/** Units that fell silent: by their agents alone, and only the topmost of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CountRow, Figures } from '#shared/api/counts.ts'
import { noFigures } from '#shared/text/figures.ts'
import { silentUnits } from '#web/pages/overview/silent-units.ts'

const row = (name: string, depth: number, figures: Partial<Figures>): CountRow => ({
  kind: depth === 0 ? 'block' : 'unit',
  ...(depth > 0 && { unitId: 1 }),
  name,
  block: 'I',
  depth,
  figures: { ...noFigures(), ...figures },
})
const names = (rows: CountRow[]) => silentUnits(rows).shown.map(({ name }) => name)

test('an exempt PC or an asset without an agent does not hide that all agents of a unit are silent', () => {
  assert.deepEqual(
    names([
      row('A', 1, { silent: 3, exempt: 1 }),
      row('B', 1, { silent: 3, 'register-only': 2 }),
      row('C', 1, { silent: 3, unknown: 1 }),
      row('D', 1, { silent: 3, internet: 1 }),
      row('E', 1, { silent: 3 }),
    ]),
    ['A', 'B', 'E'],
  )
})

test('a unit without any agent is not silent', () => {
  assert.deepEqual(names([row('A', 1, { exempt: 1, 'register-only': 4 }), row('B', 1, {})]), [])
})

test('of a silent unit and those below it the topmost is told; of a block its units', () => {
  assert.deepEqual(
    names([
      row('I', 0, { silent: 6 }),
      row('A', 1, { silent: 5 }),
      row('A.1', 2, { silent: 3 }),
      row('A.1.a', 3, { silent: 3 }),
      row('A.2', 2, { silent: 2 }),
      row('B', 1, { silent: 1 }),
      row('II', 0, { silent: 2, internet: 1 }),
      row('C', 1, { silent: 2, internet: 1 }),
      row('C.1', 2, { silent: 2 }),
      row('C.2', 2, { internet: 1 }),
    ]),
    ['A', 'B', 'C.1'],
  )
})

test('of many the first are named and the others counted', () => {
  const rows = Array.from({ length: 30 }, (_, place) => row(`unit ${place}`, 1, { silent: 2 }))
  const { shown, more } = silentUnits(rows)
  assert.deepEqual([shown.map(({ name }) => name), more], [['unit 0', 'unit 1', 'unit 2', 'unit 3', 'unit 4'], 25])
  assert.equal(silentUnits(rows.slice(0, 5)).more, 0)
})
