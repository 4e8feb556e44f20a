/** `... list` and `... revoke` for both kinds of token: what there is, and the end of one. */
import { formatDate } from '@somay/shared/text/dates.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { type ListedToken, listApiTokens, revokeApiToken } from '../store/api-tokens.ts'
import type { Database } from '../store/database.ts'
import { listEnrolTokens, revokeEnrolToken } from '../store/enrol-tokens.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

function listOf(what: string, read: (database: Database) => Promise<ListedToken[]>): Command {
  return {
    summary: `list the ${what}`,
    flags: STORE_FLAGS,
    async run(values) {
      const { timeZone } = settingsOf(values)
      for (const { id, label, opens, ends, revoked } of await withLedger(values, read)) {
        const end = revoked ? 'đã thu hồi / revoked' : ends === null ? '–' : `đến / until ${formatDate(ends, timeZone)}`
        console.log([id, label, opens, end].join('  '))
      }
    },
  }
}

function revocationOf(what: string, revoke: (database: Database, id: number, at: number) => Promise<boolean>): Command {
  return {
    summary: `revoke one of the ${what} (--id N)`,
    flags: { ...STORE_FLAGS, id: { type: 'string' } },
    async run(values) {
      const id = wholeNumber('id', values.id ?? '')
      const done = await withLedger(values, (database) => revoke(database, id, Date.now()))
      if (!done)
        throw new SettingRefused({
          vi: `Không có mã số ${id} nào còn dùng được; xem danh sách bằng lệnh list.`,
          en: `There is no token ${id} that is still good; see them with list.`,
        })
      console.log(`Đã thu hồi / revoked: ${id}`)
    },
  }
}

export const tokenList = listOf('API tokens', listApiTokens)
export const tokenRevocation = revocationOf('API tokens', revokeApiToken)
export const enrolTokenList = listOf('enrolment tokens', listEnrolTokens)
export const enrolTokenRevocation = revocationOf('enrolment tokens', revokeEnrolToken)
