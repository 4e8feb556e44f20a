/** What the store promises about days of presence: set once, never lost, never moved by a wrong clock. */
import assert from 'node:assert/strict'
import { makeReport, unchangedAfter } from '../../../make-report.ts'
import type { Ledger } from './ledger.ts'

const DAY_MS = 86_400_000
const NOON = Date.UTC(2026, 8, 15, 5)

async function months(ledger: Ledger, pc: number) {
  return ledger.database.read
    .selectFrom('presence')
    .select(['month', 'reached', 'internet', 'sampled'])
    .where('pc_id', '=', pc)
    .orderBy('month')
    .execute()
}

export const presencePromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'marks the day of the receipt as reached, and days with internet from samples'(ledger) {
    const pc = (await ledger.enrol()) as number
    const samples = [
      { at: new Date(NOON - 2 * DAY_MS).toISOString(), state: 'internet' as const },
      { at: new Date(NOON - DAY_MS).toISOString(), state: 'lan-only' as const },
    ]
    await ledger.report(pc, makeReport({ takenAt: NOON, samples }))
    assert.deepEqual(await months(ledger, pc), [{ month: 202609, reached: 1 << 14, internet: 1 << 12, sampled: (1 << 12) | (1 << 13) }])
  },

  async 'adds days that arrive late, in any order'(ledger) {
    const pc = (await ledger.enrol()) as number
    const first = makeReport({ takenAt: NOON })
    await ledger.report(pc, first)
    for (const daysBack of [40, 3, 20]) {
      const at = new Date(NOON + DAY_MS - daysBack * DAY_MS).toISOString()
      await ledger.report(pc, unchangedAfter(first, NOON + DAY_MS, [{ at, state: 'internet' }]))
    }
    const rows = await months(ledger, pc)
    assert.deepEqual(
      rows.map((row) => row.month),
      [202608, 202609],
    )
    assert.equal(rows[0]?.internet, (1 << 6) | (1 << 26))
    assert.equal(rows[1]?.internet, 1 << 12)
    assert.equal(rows[1]?.reached, (1 << 14) | (1 << 15))
  },

  async 'counts days by its own clock when the PC is two years off'(ledger) {
    const pc = (await ledger.enrol()) as number
    const wrong = NOON - 730 * DAY_MS
    const sample = { at: new Date(wrong - DAY_MS).toISOString(), state: 'internet' as const }
    await ledger.report(pc, makeReport({ takenAt: wrong, sentAt: wrong, samples: [sample] }), NOON)
    assert.deepEqual(await months(ledger, pc), [{ month: 202609, reached: 1 << 14, internet: 1 << 13, sampled: 1 << 13 }])
    const { skew_ms } = await ledger.database.read
      .selectFrom('pc_contact')
      .select('skew_ms')
      .where('pc_id', '=', pc)
      .executeTakeFirstOrThrow()
    assert.equal(skew_ms, 730 * DAY_MS)
  },

  async 'puts the last minutes of a Vietnamese day on that day'(ledger) {
    const pc = (await ledger.enrol()) as number
    // 23:59 on 30/09 in Viet Nam is 16:59 UTC.
    await ledger.report(pc, makeReport({ takenAt: Date.UTC(2026, 8, 30, 16, 59) }))
    assert.deepEqual(await months(ledger, pc), [{ month: 202609, reached: 1 << 29, internet: 0, sampled: 0 }])
  },

  async 'tells days on which the PC was on from days on which somebody used it, and both from days it cannot tell'(ledger) {
    const pc = (await ledger.enrol()) as number
    const sampleOf = (daysBack: number, session?: boolean) => ({
      at: new Date(NOON - daysBack * DAY_MS).toISOString(),
      state: 'lan-only' as const,
      ...(session !== undefined && { session }),
    })
    await ledger.report(
      pc,
      makeReport({ takenAt: NOON, samples: [sampleOf(3), sampleOf(2, false), sampleOf(1, false), sampleOf(1, true)] }),
    )
    const { powered, used, use_told } = await ledger.database.read
      .selectFrom('presence')
      .select(['powered', 'used', 'use_told'])
      .where('pc_id', '=', pc)
      .executeTakeFirstOrThrow()
    const days = (...numbers: number[]) => numbers.reduce((bits, day) => bits | (1 << (day - 1)), 0)
    assert.deepEqual([powered, used, use_told], [days(12, 13, 14, 15), days(14), days(13, 14)])
  },

  async 'keeps an unknown sample from counting as internet or as offline'(ledger) {
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport({ takenAt: NOON, samples: [{ at: new Date(NOON).toISOString(), state: { unknown: 'timed-out' } }] }))
    const { state } = await ledger.database.read.selectFrom('pc_contact').select('state').where('pc_id', '=', pc).executeTakeFirstOrThrow()
    assert.equal(state, null)
    const [unknown] = await months(ledger, pc)
    assert.deepEqual([unknown?.internet, unknown?.sampled], [0, 0])
    const later = { at: new Date(NOON + 60_000).toISOString(), state: 'wan-only' as const }
    await ledger.report(pc, makeReport({ takenAt: NOON + 60_000, samples: [later] }))
    const [told] = await months(ledger, pc)
    assert.deepEqual([told?.internet, told?.sampled], [0, 1 << 14])
  },
}
