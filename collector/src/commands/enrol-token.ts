/** `enrol-token create`: lets PCs of one unit join; it ends, and may be used so many times. */
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { SettingRefused } from '../config/read-settings.ts'
import type { Database } from '../store/database.ts'
import { createEnrolToken } from '../store/enrol-tokens.ts'
import { defaultUnit, firstUnit, readUnits } from '../store/units.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

const DAY_MS = 86_400_000

export const enrolTokenCommand: Command = {
  summary: 'make an enrolment token (--unit N, --uses N, --days N)',
  flags: { ...STORE_FLAGS, unit: { type: 'string' }, uses: { type: 'string' }, days: { type: 'string' }, label: { type: 'string' } },
  async run(values) {
    const { unit, uses = '1', days = '7', label = 'command line' } = values
    const at = Date.now()
    const { token } = await withLedger(values, async (database) => {
      await firstUnit(database, dayText(dayOf(at, settingsOf(values).timeZone)))
      return createEnrolToken(database, {
        unitId: await unitOf(database, unit),
        label,
        at,
        who: caller(),
        validMs: wholeNumber('days', days) * DAY_MS,
        useLimit: wholeNumber('uses', uses),
      })
    })
    console.log(token)
  },
}

async function unitOf(database: Database, given: string | undefined): Promise<number> {
  const units = await readUnits(database)
  const wanted = given === undefined ? await defaultUnit(database) : units.find(({ id }) => id === wholeNumber('unit', given))?.id
  if (wanted !== undefined) return wanted
  const list = units.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  throw new SettingRefused({
    vi: `--unit cần số của một đơn vị có trong sổ:\n${list}`,
    en: '--unit takes the number of a unit of the ledger, listed above.',
  })
}
