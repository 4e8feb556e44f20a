/** `plan`: what a policy would do to the fleet, as a sentence and as a file. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import { apartWords } from '@somay/shared/text/apart.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText, formatDay } from '@somay/shared/text/days.ts'
import { fold } from '@somay/shared/text/fold.ts'
import { notMeasuredWords } from '@somay/shared/text/not-measured.ts'
import { formatMillionDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { BUILT_IN_NAME } from '@somay/shared/text/plan.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { docxOf } from '../export/docx.ts'
import { planLetterOf, planTableOf } from '../fleet/plan/files.ts'
import { makePlan } from '../fleet/plan/make-plan.ts'
import { termsAsked } from '../fleet/plan/terms.ts'
import { versionOn } from '../fleet/plan/versions.ts'
import { measurePcs } from '../measuring/measure-pcs.ts'
import { currentReference } from '../reference/current.ts'
import type { Database } from '../store/database.ts'
import { caller } from './caller.ts'
import { formatOf } from './file-format.ts'
import type { Command } from './index.ts'
import { namingFile } from './named-file.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'
import { unitOfFlag } from './unit-flag.ts'

export const planCommand: Command = {
  summary:
    'plan upgrades (--policy NAME --prices NAME --budget 2000000000 --years 3 --unit ID --on 2026-09-30; --format xlsx|docx|csv --out FILE)',
  flags: {
    ...STORE_FLAGS,
    policy: { type: 'string' },
    prices: { type: 'string' },
    budget: { type: 'string' },
    years: { type: 'string' },
    unit: { type: 'string' },
    on: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  async run(values) {
    const { policy, prices, budget, years, unit, on, out } = values
    const format = formatOf(values.format, out)
    const language = values.language === 'en' ? 'en' : 'vi'
    const { timeZone, issuer } = settingsOf(values)
    await withLedger(values, async (database) => {
      const now = Date.now
      const day = on ?? dayText(dayOf(now(), timeZone))
      const query: PlanQuery = {
        ...(policy !== undefined && { policy: await versionNamed(database, 'policy', { name: policy, on: day }) }),
        ...(prices !== undefined && { priceBook: await versionNamed(database, 'price-book', { name: prices, on: day }) }),
        ...(budget !== undefined && { budget: amounts(budget) }),
        ...(years !== undefined && { years: wholeNumber('years', years) }),
        ...(on !== undefined && { on }),
      }
      // A ledger whose collector stands still may hold PCs that nobody measured yet.
      const reference = await currentReference(database)
      await measurePcs(database, async () => reference, { takesFrom: 'unless-newer' })
      const terms = await termsAsked({ database, now, timeZone, reference: async () => reference }, query)
      // A file goes from hand to hand: PCs that must not be connected are counted in it and not named.
      const scope = 'all-open' as const
      const asked = { terms, scope, unit: unit === undefined ? undefined : await unitOfFlag(database, unit), at: now(), timeZone }
      const file = { ...asked, language, who: caller(), issuer } as const
      if (format && out) {
        const content =
          format === 'docx' ? Readable.from([await docxOf(await planLetterOf(database, file))]) : await planTableOf(database, file, format)
        await namingFile(out, () => pipeline(content, createWriteStream(out)))
      }
      const { total, apart, notMeasured } = await makePlan(database, asked)
      const number = (value: number) => formatNumber(value, language)
      const [cost, left] = [formatMillionDong(total.costDong, language), formatMillionDong(total.unfundedDong, language)]
      const said =
        language === 'vi'
          ? [
              `${number(total.pcs)} máy: giữ lại ${number(total.keep)}, nâng cấp ${number(total.mend)}, thay mới ${number(total.replace)}, điều chuyển ${number(total.move)}, chưa rõ ${number(total.unknown)}, ngoài kế hoạch ${number(total.apart)}`,
              `cần ${cost} triệu đồng, chưa bố trí ${left} triệu đồng (${number(total.unfundedPcs)} máy)`,
              ...(total.unpriced > 0 ? [`chưa tính tiền ${number(total.unpriced)} máy chưa rõ phải mua loại nào`] : []),
              ...(apart.length > 0 ? [`ngoài kế hoạch: ${apartWords(apart, language)}`] : []),
            ]
          : [
              `${number(total.pcs)} PCs: keep ${number(total.keep)}, upgrade ${number(total.mend)}, replace ${number(total.replace)}, move ${number(total.move)}, unknown ${number(total.unknown)}, not of this plan ${number(total.apart)}`,
              `${cost} million dong needed, ${left} million not funded (${number(total.unfundedPcs)} PCs)`,
              ...(total.unpriced > 0 ? [`${number(total.unpriced)} PCs not priced: it is not known what to buy`] : []),
              ...(apart.length > 0 ? [`not of this plan: ${apartWords(apart, language)}`] : []),
            ]
      console.log(said.join('; '))
      if (notMeasured > 0) console.log(notMeasuredWords(notMeasured)[language])
    })
  },
}

type Named = { readonly name: string; readonly on: string }

async function versionNamed(database: Database, kind: 'policy' | 'price-book', named: Named): Promise<number> {
  if (fold(named.name) === fold(BUILT_IN_NAME)) return 0
  const found = await versionOn(database, kind, named)
  if (found) return found.id
  const day = formatDay(named.on)
  throw new SettingRefused(
    kind === 'policy'
      ? { vi: `Không có chính sách tên "${named.name}".`, en: `There is no policy named "${named.name}".` }
      : {
          vi: `Không có bảng giá tên "${named.name}" áp dụng vào ngày ${day}.`,
          en: `There is no price book named "${named.name}" whose prices hold on ${day}.`,
        },
  )
}

/** One amount for every year, or one for each with commas between. */
function amounts(text: string): string {
  if (/^[0-9]{1,15}(,[0-9]{1,15}){0,9}$/.test(text)) return text
  throw new SettingRefused({
    vi: '--budget là số đồng mỗi năm, chỉ gồm chữ số; nhiều năm khác nhau thì ngăn bằng dấu phẩy.',
    en: '--budget is dong a year, digits only; different years with commas between.',
  })
}
