/** `... list` and `... revoke` for both kinds of token: what there is, and the end of one. */
import type { Standing } from '@somay/shared/api/tokens.ts'
import { formatDate } from '@somay/shared/text/dates.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { listApiTokens, revokeApiToken } from '../store/api-tokens.ts'
import type { Database } from '../store/database.ts'
import { listEnrolTokens, revokeEnrolToken } from '../store/enrol-tokens.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

type Line = {
  readonly id: number
  readonly label: string
  readonly opens: string
  readonly expiresAt: number | undefined
  readonly standing: Standing
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  good: '',
  expired: 'đã hết hạn / expired',
  'used-up': 'đã dùng hết lượt / used up',
  revoked: 'đã thu hồi / revoked',
  'unit-ended': 'đơn vị không còn / its unit has ended',
}

function listOf(what: string, read: (database: Database) => Promise<readonly Line[]>): Command {
  return {
    summary: `list the ${what}`,
    flags: STORE_FLAGS,
    async run(values) {
      const { timeZone } = settingsOf(values)
      for (const { id, label, opens, expiresAt, standing } of await withLedger(values, read)) {
        const end = expiresAt === undefined ? '–' : `đến / until ${formatDate(expiresAt, timeZone)}`
        console.log([id, label, opens, standing === 'good' ? end : STANDINGS[standing]].join('  '))
      }
    },
  }
}

function revocationOf(
  what: string,
  revoke: (database: Database, id: number, by: { who: string; at: number }) => Promise<boolean>,
): Command {
  return {
    summary: `revoke one of the ${what} (--id N)`,
    flags: { ...STORE_FLAGS, id: { type: 'string' } },
    async run(values) {
      const id = wholeNumber('id', values.id ?? '')
      const done = await withLedger(values, (database) => revoke(database, id, { who: caller(), at: Date.now() }))
      if (!done)
        throw new SettingRefused({
          vi: `Không có mã số ${id} nào còn dùng được; xem danh sách bằng lệnh list.`,
          en: `There is no token ${id} that is still good; see them with list.`,
        })
      console.log(`Đã thu hồi / revoked: ${id}`)
    },
  }
}

export const tokenList = listOf('API tokens', async (database) =>
  (await listApiTokens(database, Date.now())).map(({ role, ...token }) => ({ ...token, opens: role })),
)
export const tokenRevocation = revocationOf('API tokens', revokeApiToken)
export const enrolTokenList = listOf('enrolment tokens', async (database) =>
  (await listEnrolTokens(database, Date.now())).map(({ unit, usedCount, useLimit, ...token }) => ({
    ...token,
    opens: `${unit}, ${usedCount}/${useLimit}`,
  })),
)
export const enrolTokenRevocation = revocationOf('enrolment tokens', revokeEnrolToken)
