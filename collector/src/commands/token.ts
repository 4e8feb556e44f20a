/** `token create`: an API token for scripts, shown once. */
import { ROLES, type Role } from '@somay/shared/api/session.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { createApiToken } from '../store/api-tokens.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, withLedger } from './settings-flags.ts'

const DAY_MS = 86_400_000

export const tokenCommand: Command = {
  summary: 'make an API token (--role viewer, --label NAME, --days N, --units 3,4; all units unless named)',
  flags: { ...STORE_FLAGS, role: { type: 'string' }, label: { type: 'string' }, days: { type: 'string' }, units: { type: 'string' } },
  async run(values) {
    const { role = 'viewer', label = 'command line', days, units } = values
    if (!ROLES.includes(role as Role))
      throw new SettingRefused({
        vi: `--role phải là một trong: ${ROLES.join(', ')}; không phải "${role}".`,
        en: `--role must be one of ${ROLES.join(', ')}, not "${role}".`,
      })
    const at = Date.now()
    const { token } = await withLedger(values, (database) =>
      createApiToken(database, {
        label,
        at,
        who: caller(),
        role: role as Role,
        expiresAt: days === undefined ? null : at + wholeNumber('days', days) * DAY_MS,
        scope: units === undefined ? 'all' : units.split(',').map((unit) => wholeNumber('units', unit)),
      }),
    )
    console.log(token)
  },
}

export function wholeNumber(flag: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new SettingRefused({
      vi: `--${flag} cần một số nguyên, không phải "${text}".`,
      en: `--${flag} takes a whole number, not "${text}".`,
    })
  return Number(text)
}
