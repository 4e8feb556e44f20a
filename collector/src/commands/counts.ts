/** `counts`: the counts of a date as a sentence, or as a file. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { formatDay } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { csvOf } from '../export/csv.ts'
import { xlsxOf } from '../export/xlsx.ts'
import { asOfAsked } from '../fleet/counts/as-of.ts'
import { count } from '../fleet/counts/count.ts'
import { countTable } from '../fleet/counts/table.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

const FORMATS = { csv: csvOf, xlsx: xlsxOf } as const

export const countsCommand: Command = {
  summary: 'count PCs by unit on a date (--as-of 2026-09-30; --format csv|xlsx --out FILE; --language vi|en)',
  flags: {
    ...STORE_FLAGS,
    'as-of': { type: 'string' },
    unit: { type: 'string' },
    rule: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  async run(values) {
    const { 'as-of': asOf, unit, rule, out } = values
    const format = formatOf(values.format, out)
    const language = values.language === 'en' ? 'en' : 'vi'
    const { timeZone } = settingsOf(values)
    await withLedger(values, async (database) => {
      const now = Date.now
      const asked = { ...(asOf !== undefined && { asOf }), ...(rule !== undefined && { rule: wholeNumber('rule', rule) }) }
      const counts = await count(database, {
        asOf: await asOfAsked({ database, now, timeZone }, asked),
        scope: 'all',
        unit: unit === undefined ? undefined : wholeNumber('unit', unit),
        at: now(),
      })
      if (format && out) await pipeline(FORMATS[format](countTable(counts, { language, timeZone, who: caller() })), createWriteStream(out))
      const { connected, all, allowed } = sumsOf(counts.total)
      const [n, of] = [connected, all].map((one) => formatNumber(one, language)) as [string, string]
      const rates = `${formatRate(connected, all, language)} (A/B), ${formatRate(connected, allowed, language)} (A/(B-M))`
      const day = formatDay(counts.asOf)
      console.log(
        language === 'vi' ? `${n} trên ${of} máy kết nối, ${rates}, ngày ${day}` : `${n} of ${of} PCs connected, ${rates}, on ${day}`,
      )
    })
  },
}

function formatOf(format: string | undefined, out: string | undefined): keyof typeof FORMATS | undefined {
  if (format === undefined && out === undefined) return undefined
  if ((format === 'csv' || format === 'xlsx') && out !== undefined) return format
  throw new SettingRefused({
    vi: 'Cần cả --format (csv hoặc xlsx) và --out (tên tệp).',
    en: 'Give both --format (csv or xlsx) and --out (a file).',
  })
}
