/** What a plan is made under, in words: the versions used, the day, the scope, budgets, ceilings and tables of reference; the same on paper and in every file. */
import type { PlanTerms } from '../api/plans.ts'
import { formatDay } from './days.ts'
import { formatBytes, formatDong, formatNumber } from './numbers.ts'
import { BUILT_IN, ITEM_NAMES, ITEMS } from './plan.ts'
import { tablesText, tableWarnings } from './reference-age.ts'
import { normText } from './staff-notes.ts'
import type { Language, Words } from './words.ts'

const LABELS = {
  on: { vi: 'Xét theo ngày', en: 'Judged as of' },
  policy: { vi: 'Chính sách', en: 'Policy' },
  prices: { vi: 'Bảng giá', en: 'Price book' },
  budget: { vi: 'Ngân sách', en: 'Budget' },
  needs: { vi: 'Mức yêu cầu', en: 'What is asked of a PC' },
  scope: { vi: 'Phạm vi', en: 'Within' },
  reference: { vi: 'Bảng tra cứu', en: 'Reference tables' },
  old: { vi: 'Lưu ý', en: 'Note' },
  norm: { vi: 'Định mức máy tính', en: 'Staff norm' },
  central: { vi: 'Ngưỡng mua sắm tập trung', en: 'Threshold of central purchase' },
  ceilings: { vi: 'Mức giá tối đa', en: 'Price ceilings' },
  means: { vi: 'Cách hiểu', en: 'How to read it' },
} as const satisfies Record<string, Words>

const MEANS: Words = {
  vi: 'Máy cần nhất được bố trí trước; cùng mức cần thì việc rẻ hơn trước; máy không vừa ngân sách chờ năm sau. Thông tin chưa rõ không bao giờ thành một khoản mua.',
  en: 'PCs in most need are funded first, of the same need the cheaper; what does not fit the budget waits for the next year. What is unknown never becomes a purchase.',
}

const EVERYTHING: Words = { vi: 'Toàn bộ', en: 'Everything' }
const CHANGED: Words = { vi: 'có sửa riêng cho lần tính này', en: 'changed for this calculation' }
const NO_LIMIT: Words = { vi: 'không giới hạn', en: 'no limit' }
const EXCEEDED: Words = { vi: 'bảng giá đang vượt', en: 'the price book is above it' }

/** Each line with its label; `unitName` is of the unit it was narrowed to. */
export function termLines(
  terms: PlanTerms,
  { language, unitName }: { readonly language: Language; readonly unitName: string | undefined },
): (readonly [label: string, text: string])[] {
  const say = (key: keyof typeof LABELS) => LABELS[key][language]
  return [
    [say('on'), formatDay(terms.on)],
    [say('scope'), unitName ?? EVERYTHING[language]],
    [say('policy'), versionText(terms.policy, language)],
    [say('needs'), policySentence(terms)[language]],
    [say('prices'), `${versionText(terms.priceBook, language)}; ${priceText(terms, language)}`],
    [say('budget'), budgetText(terms, language)],
    [say('norm'), normText(terms.policy.policy.leaderPcs, language)],
    ...(terms.policy.policy.centralQuantity > 0 ? [[say('central'), centralText(terms, language)] as const] : []),
    ...(terms.ceilings.length > 0 ? [[say('ceilings'), ceilingText(terms, language)] as const] : []),
    [say('reference'), referenceText(terms, language)],
    ...attention(say('old'), termWarnings(terms), language),
    [say('means'), MEANS[language]],
  ]
}

/** None where there is nothing to say. */
function attention(label: string, warnings: readonly Words[], language: Language): (readonly [label: string, text: string])[] {
  return warnings.length === 0 ? [] : [[label, warnings.map((words) => words[language]).join(' ')]]
}

/** The thresholds in words. */
export function policySentence({ policy: { policy } }: PlanTerms): Words {
  const text = (language: Language) => {
    const vi = language === 'vi'
    const size = (bytes: number) => formatBytes(bytes, language)
    const number = (value: number) => formatNumber(value, language)
    return [
      `RAM ≥ ${size(policy.memoryBytes)}`,
      ...(policy.systemDiskSsd ? [vi ? 'ổ hệ thống SSD' : 'SSD as system disk'] : []),
      vi ? `còn trống ≥ ${size(policy.freeBytes)}` : `${size(policy.freeBytes)} free`,
      vi
        ? `HĐH còn hỗ trợ${policy.extendedSupport ? ' (tính cả hỗ trợ mở rộng trả phí)' : ''}`
        : `OS in support${policy.extendedSupport ? ' (extended, paid support counts)' : ''}`,
      ...(policy.windows11 ? [vi ? 'mọi máy Windows lên Windows 11' : 'every Windows becomes Windows 11'] : []),
      vi ? `không thiếu bản vá quá ${number(policy.patchDays)} ngày` : `no update missing for more than ${number(policy.patchDays)} days`,
      vi ? `≥ ${number(policy.cores)} nhân, ≥ ${number(policy.maxMhz)} MHz` : `${number(policy.cores)} cores, ${number(policy.maxMhz)} MHz`,
      ...(policy.encryption ? [vi ? 'ổ hệ thống mã hóa' : 'encrypted system volume'] : []),
      vi ? `pin chai dưới ${number(policy.batteryWornPercent)}%` : `battery worn less than ${number(policy.batteryWornPercent)}%`,
      vi ? `thời gian sử dụng ${number(policy.usefulLifeYears)} năm` : `a useful life of ${number(policy.usefulLifeYears)} years`,
      ...(policy.replaceAfterYears > 0
        ? [vi ? `thay máy quá ${number(policy.replaceAfterYears)} năm` : `replaced after ${number(policy.replaceAfterYears)} years`]
        : []),
      vi
        ? `thay mới khi nâng cấp quá ${number(policy.replaceSharePercent)}% giá máy mới`
        : `replaced when mending costs more than ${number(policy.replaceSharePercent)}% of a new PC`,
    ].join('; ')
  }
  return { vi: text('vi'), en: text('en') }
}

export function versionText({ name, version, changed }: PlanTerms['policy'] | PlanTerms['priceBook'], language: Language): string {
  const own = version === 0 ? BUILT_IN[language] : language === 'vi' ? `${name}, bản ${version}` : `${name}, version ${version}`
  return changed ? `${own} (${CHANGED[language]})` : own
}

function priceText({ priceBook: { prices } }: PlanTerms, language: Language): string {
  return ITEM_NAMES.flatMap((item) => {
    const dong = prices[item]
    return dong === undefined ? [] : [`${ITEMS[item][language]} ${formatDong(dong, language)}`]
  }).join(', ')
}

export function budgetText({ years }: Pick<PlanTerms, 'years'>, language: Language): string {
  return years
    .map(({ year, budgetDong }) => `${year}: ${budgetDong === undefined ? NO_LIMIT[language] : formatDong(budgetDong, language)}`)
    .join('; ')
}

function ceilingText({ ceilings }: PlanTerms, language: Language): string {
  return ceilings
    .map(
      ({ item, dong, source, fromDay, exceeded }) =>
        `${ITEMS[item][language]} ${formatDong(dong, language)} (${source}${sinceWords(fromDay, language)})${exceeded ? `: ${EXCEEDED[language]}` : ''}`,
    )
    .join('; ')
}

function sinceWords(fromDay: string | undefined, language: Language): string {
  if (fromDay === undefined) return ''
  return language === 'vi' ? `, từ ${formatDay(fromDay)}` : `, from ${formatDay(fromDay)}`
}

/** With its label, as a note; undefined where the policy has none. */
export function centralSentence(terms: PlanTerms, language: Language): string | undefined {
  if (terms.policy.policy.centralQuantity === 0) return undefined
  return `${LABELS.central[language]}: ${centralText(terms, language)}.`
}

function centralText({ policy: { policy } }: PlanTerms, language: Language): string {
  const [quantity, money] = [formatNumber(policy.centralQuantity, language), formatDong(policy.centralDong, language)]
  return language === 'vi'
    ? `từ ${quantity} chiếc và ${money} một hạng mục trong năm`
    : `from ${quantity} pieces and ${money} of one item in a year`
}

export function referenceText({ reference, on }: PlanTerms, language: Language): string {
  return tablesText(reference, on, language)
}

const PAID_SUPPORT: Words = {
  vi: 'Chính sách tính cả hỗ trợ mở rộng trả phí (ESU): tiền mua hỗ trợ này không có trong kế hoạch.',
  en: 'The policy counts extended support (ESU), which is paid for: its price is not in this plan.',
}

/** Of tables too old for what the policy asks, and of what it counts on without its price. */
export function termWarnings({ reference, on, policy: { policy } }: PlanTerms): Words[] {
  return [...tableWarnings(reference, on, policy.patchDays), ...(policy.extendedSupport ? [PAID_SUPPORT] : [])]
}
