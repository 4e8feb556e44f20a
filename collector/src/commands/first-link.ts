/** `first-link`: a new one-time link for the first administrator, when there is none yet. */
import { firstLinkCode } from '../access/first-administrator.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, withLedger } from './settings-flags.ts'

export const firstLinkCommand: Command = {
  summary: 'print a new one-time code for the first administrator',
  flags: STORE_FLAGS,
  async run(values) {
    const code = await withLedger(values, firstLinkCode)
    console.log(code === undefined ? 'There is an administrator already; log in with that account.' : `/first?code=${code}`)
  },
}
