/** `counts`: the counts of a date as a sentence, or as a file. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Counts } from '@somay/shared/api/counts.ts'
import { COUNT_STATES } from '@somay/shared/text/choices.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { csvOf } from '../export/csv.ts'
import { docxOf } from '../export/docx.ts'
import type { Issuer } from '../export/letter.ts'
import { xlsxOf } from '../export/xlsx.ts'
import { aboutCounts, partWords, untilWords } from '../fleet/counts/about-counts.ts'
import { asOfAsked } from '../fleet/counts/as-of.ts'
import { count } from '../fleet/counts/count.ts'
import { countLetter } from '../fleet/counts/letter.ts'
import { countTable } from '../fleet/counts/table.ts'
import { caller } from './caller.ts'
import { type Format, formatOf } from './file-format.ts'
import type { Command } from './index.ts'
import { namingFile } from './named-file.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'
import { unitOfFlag } from './unit-flag.ts'

const UNTOLD = ['unknown', 'silent', 'register-only'] as const

export const countsCommand: Command = {
  summary: 'count PCs by unit on a date (--as-of 2026-09-30; --unit N; --format csv|xlsx|docx --out FILE; --language vi|en)',
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
    const language = languageOf(values.language)
    const { timeZone, issuer } = settingsOf(values)
    await withLedger(values, async (database) => {
      const now = Date.now
      const asked = { ...(asOf !== undefined && { asOf }), ...(rule !== undefined && { rule: wholeNumber('rule', rule) }) }
      const counts = await count(database, {
        asOf: await asOfAsked({ database, now, timeZone }, asked),
        scope: 'all',
        unit: unit === undefined ? undefined : await unitOfFlag(database, unit),
        at: now(),
      })
      if (format && out) {
        const file = await fileOf(format, counts, { language, timeZone, issuer })
        await namingFile(out, () => pipeline(file, createWriteStream(out)))
      }
      const { connected, all, allowed } = sumsOf(counts.total)
      const [n, of] = [connected, all].map((one) => formatNumber(one, language)) as [string, string]
      const rates = `${formatRate(connected, all, language)} (A/B), ${formatRate(connected, allowed, language)} (A/(B-M))`
      const until = untilWords(counts, timeZone)[language]
      const part = partWords(counts)?.[language]
      const where = part === undefined ? '' : `${part}: `
      if (all === 0 && sumsOf(counts.outside).all === 0) return console.log(`${where}${noneWords(counts, until)[language]}`)
      const said =
        where + (language === 'vi' ? `${n} trên ${of} máy kết nối, ${rates}, ${until}` : `${n} of ${of} PCs connected, ${rates}, ${until}`)
      // Not to be taken for "not connected": of these nobody knows, or not lately.
      const untold = UNTOLD.map((state) => `${COUNT_STATES[state][language]} ${formatNumber(counts.total[state], language)}`)
      console.log(`${said}; ${untold.join('; ')}`)
    })
  },
}

/** A ledger that knows nothing of a day does not say that there was none. */
function noneWords({ since }: Counts, until: string): Words {
  const from = since === undefined ? undefined : formatDay(since)
  return {
    vi: `${until} trong sổ không có máy nào${from === undefined ? '' : `; sổ ghi từ ngày ${from}, trước đó không có số liệu`}`,
    en: `${until} the ledger holds no PC${from === undefined ? '' : `; it begins on ${from} and knows nothing of before`}`,
  }
}

type Circumstances = { readonly language: Language; readonly timeZone: string; readonly issuer: Issuer }

async function fileOf(format: Format, counts: Counts, { language, timeZone, issuer }: Circumstances): Promise<Readable> {
  if (format === 'docx') return Readable.from([await docxOf(countLetter(counts, { language, timeZone, issuer }))])
  const table = countTable(counts, { about: aboutCounts(counts, { language, timeZone, who: caller() }), language, timeZone })
  return format === 'csv' ? csvOf(table) : xlsxOf(table)
}

function languageOf(language = 'vi'): Language {
  if (language === 'vi' || language === 'en') return language
  throw new SettingRefused({ vi: `--language: chỉ có vi và en, không có "${language}".`, en: `--language: vi or en, not "${language}".` })
}
