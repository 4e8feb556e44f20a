/** How far a PC that arrived has come: what it has not told is not taken for a report. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrivalsAddress, arrivalsOf } from '#web/pages/deployment/arrived.ts'

const NEVER = { unknown: 'no-report' } as const

test('joined, in contact and reported are told apart', () => {
  const cells = (lastSeenAt: number | typeof NEVER, inventoryAt: number | typeof NEVER) => ({
    name: 'KT-1',
    enrolledAt: 5,
    lastSeenAt,
    inventoryAt,
  })
  const rows = [cells(NEVER, NEVER), cells(6, NEVER), cells(7, 7)].map((one, id) => ({ id, cells: one }))
  const { rows: shown, reported, waiting } = arrivalsOf({ rows, total: 30, totalInScope: 90, at: 10 }, 12)
  assert.deepEqual(
    shown.map(({ state }) => state),
    ['enrolled', 'contacted', 'reported'],
  )
  assert.deepEqual({ reported, waiting }, { reported: 12, waiting: 18 })
})

test('the list behind them is that of the same unit and time', () => {
  const { searchParams } = new URL(arrivalsAddress(4, 123), 'http://somay')
  assert.deepEqual(searchParams.getAll('where'), ['enrolledAt.ge.123', 'unit.is.4'])
})
