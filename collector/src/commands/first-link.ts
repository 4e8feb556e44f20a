/** `first-link`: a new one-time link for the first administrator, when there is none yet. */
import { hostname } from 'node:os'
import { firstLinkCode } from '../access/first-administrator.ts'
import type { Settings } from '../config/settings.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'

export const firstLinkCommand: Command = {
  summary: 'print a new one-time link for the first administrator',
  flags: STORE_FLAGS,
  async run(values) {
    const code = await withLedger(values, firstLinkCode)
    console.log(
      code === undefined
        ? 'There is an administrator already; log in with that account.'
        : `${addressOf(settingsOf(values))}/first?code=${code}`,
    )
  },
}

/** As the settings of this place tell it; a collector that was started with flags of its own may have another. */
function addressOf({ publicUrl, tlsCertificate, host, port }: Settings): string {
  if (publicUrl !== '') return publicUrl
  const name = host === '0.0.0.0' || host === '::' ? hostname() : host
  return `${tlsCertificate === '' ? 'http' : 'https'}://${name.includes(':') ? `[${name}]` : name}:${port}`
}
