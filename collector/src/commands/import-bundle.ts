/** `import-bundle`: takes in the file a person carried from a PC that cannot reach the collector. */
import { readFile } from 'node:fs/promises'
import { MAX_BUNDLE_BYTES } from '@somay/shared/bundle-file.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { isInScope } from '../access/scope.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { calendarOf } from '../ingest/calendar.ts'
import { importBundle } from '../ingest/import-bundle.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

export const importBundleCommand: Command = {
  summary: 'take in an offline bundle (--file FILE, --carried-by NAME; --unit N for a PC the ledger does not know)',
  flags: { ...STORE_FLAGS, file: { type: 'string' }, 'carried-by': { type: 'string' }, unit: { type: 'string' } },
  async run(values) {
    const { file, unit, 'carried-by': carriedBy } = values
    if (!file)
      throw new SettingRefused({ vi: 'Cần --file: tệp .somay do máy trạm ghi ra.', en: '--file takes the .somay file an agent wrote.' })
    const { timeZone } = settingsOf(values)
    const bytes = await readWhole(file)
    const who = caller()
    const imported = await withLedger(values, async (database) => {
      const asked = {
        file: bytes,
        who,
        carriedBy: carriedBy?.trim() || who,
        unitId: unit === undefined ? undefined : wholeNumber('unit', unit),
        mayTouch: (id: number) => isInScope(database, 'all', id),
      }
      return importBundle({ database, calendar: calendarOf(timeZone), now: Date.now }, asked)
    })
    const { pcId, hostName, madeAt, repeated, isNew, isOlder } = imported
    const what = repeated
      ? 'imported before, nothing changed'
      : isNew
        ? 'a new PC'
        : isOlder
          ? 'older than what the ledger holds'
          : 'stored'
    console.log(`PC ${pcId} (${hostName}), made ${formatDateTime(madeAt, timeZone)}: ${what}`)
  },
}

async function readWhole(file: string): Promise<Buffer> {
  try {
    const bytes = await readFile(file)
    if (bytes.length <= MAX_BUNDLE_BYTES) return bytes
    throw Object.assign(new Error(), { code: `${bytes.length} > ${MAX_BUNDLE_BYTES}` })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SettingRefused({ vi: `Không đọc được ${file} (${code}).`, en: `Cannot read ${file} (${code}).` })
  }
}
