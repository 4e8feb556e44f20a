/** `enrol-token create`: lets PCs of one unit join; it ends, and may be used so many times. */
import { createEnrolToken } from '../store/enrol-tokens.ts'
import { firstUnit } from '../store/units.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

const DAY_MS = 86_400_000

export const enrolTokenCommand: Command = {
  summary: 'make an enrolment token (--unit N, --uses N, --days N)',
  flags: { ...STORE_FLAGS, unit: { type: 'string' }, uses: { type: 'string' }, days: { type: 'string' }, label: { type: 'string' } },
  async run(values) {
    const { unit, uses = '1', days = '7', label = 'command line' } = values
    const at = Date.now()
    const token = await withLedger(values, async (database) =>
      createEnrolToken(database, {
        unitId: unit === undefined ? await firstUnit(database, new Date(at).toISOString().slice(0, 10)) : wholeNumber('unit', unit),
        label,
        at,
        validMs: wholeNumber('days', days) * DAY_MS,
        useLimit: wholeNumber('uses', uses),
      }),
    )
    console.log(token)
  },
}
