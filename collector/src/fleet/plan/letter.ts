/** A plan as an official document: what is needed and why, in money, and as its annexes the items and the units. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { Plan } from '@somay/shared/api/plans.ts'
import { apartWords } from '@somay/shared/text/apart.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText, formatDay } from '@somay/shared/text/days.ts'
import { YES_NO } from '@somay/shared/text/filters.ts'
import { notMeasuredWords } from '@somay/shared/text/not-measured.ts'
import { formatMillionDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { ITEMS, UNPRICED } from '@somay/shared/text/plan.ts'
import { isLeastNeed, staffOf } from '@somay/shared/text/plan-staff.ts'
import { budgetText, centralSentence, policySentence, termWarnings } from '@somay/shared/text/plan-terms.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { staffNotes } from '@somay/shared/text/staff-notes.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Annex, Issuer, Letter } from '../../export/letter.ts'
import { ITEMS_TITLE, type PlanCircumstances, planUnitColumns, planUnitLines } from './summary-tables.ts'

const UNDECIDED = {
  vi: (n: string) => `Còn ${n} máy chưa đủ thông tin để kết luận; các máy này chưa tính vào kinh phí và cần được kiểm tra trước.`,
  en: (n: string) => `Of ${n} PCs too little is known to decide; they are not in the sums and must be looked at first.`,
}

const WITHOUT_PRICE = {
  vi: (n: string) =>
    `Có ${n} máy chắc chắn cần thay mới hoặc nâng cấp nhưng chưa rõ phải mua loại nào; các máy này chưa tính vào kinh phí.`,
  en: (n: string) => `Of ${n} PCs that need something for sure it is not known what to buy; they are not in the sums.`,
}

const OUTSIDE = {
  vi: (list: string) => `Ngoài ra có ${list} không thuộc kế hoạch này.`,
  en: (list: string) => `Besides, ${list} are not of this plan.`,
}

/** Said once beneath: a page is not wide enough for a column of each. */
const BENEATH = new Set(['staffUntold', 'leaders', 'leadersUntold', 'needIs', 'laptopsMissing', 'laptopsUnsure'])

/** Parts of the page's width: enough that no word of a heading and no figure breaks. */
const SHARES: Readonly<Record<string, number>> = {
  ...{ number: 5, name: 20, staff: 11, pcs: 7.5, needByStaff: 9 },
  ...{ keep: 6.5, mend: 10, replace: 9.5, move: 11.5, unknown: 10.5, apart: 7, unfundedDong: 9.5, costDong: 9.5 },
}

type Circumstances = PlanCircumstances & { readonly issuer: Issuer; readonly unitName: string | undefined }

export function planLetter(plan: Plan, { language, timeZone, issuer, unitName }: Circumstances): Letter {
  const { terms, total } = plan
  const vi = language === 'vi'
  const number = (value: number) => formatNumber(value, language)
  const million = (dong: number) => `${formatMillionDong(dong, language)} ${vi ? 'triệu đồng' : 'million dong'}`
  const where = unitName === undefined ? '' : `, ${unitName}`
  return {
    language,
    issuer,
    at: plan.at,
    title: vi ? 'Báo cáo' : 'Report',
    subtitle: vi ? `Nhu cầu nâng cấp, thay mới máy tính${where}` : `Needs of upgrading and replacing PCs${where}`,
    paragraphs: [
      vi
        ? `${ofPcs(plan, timeZone).vi} có ${number(total.keep)} máy giữ lại, ${number(total.mend)} máy cần nâng cấp, ${number(total.replace)} máy cần thay mới, ${number(total.move)} máy điều chuyển.`
        : `${ofPcs(plan, timeZone).en} ${number(total.keep)} are kept, ${number(total.mend)} need to be upgraded, ${number(total.replace)} to be replaced, ${number(total.move)} go elsewhere.`,
      vi
        ? `Tổng nhu cầu kinh phí là ${million(total.costDong)}; theo ngân sách (${budgetText(terms, language)}), bố trí được cho ${number(sum(total.fundedPcs))} máy với ${million(sum(total.fundedDong))}, còn ${number(total.unfundedPcs)} máy với ${million(total.unfundedDong)} chưa bố trí.`
        : `All needs together cost ${million(total.costDong)}; the budget (${budgetText(terms, language)}) pays for ${number(sum(total.fundedPcs))} PCs with ${million(sum(total.fundedDong))}, and ${number(total.unfundedPcs)} PCs with ${million(total.unfundedDong)} are not funded.`,
      ...(total.unknown > 0 ? [UNDECIDED[language](number(total.unknown))] : []),
      ...(total.unpriced > 0 ? [WITHOUT_PRICE[language](number(total.unpriced))] : []),
      ...(plan.apart.length > 0 ? [OUTSIDE[language](apartWords(plan.apart, language))] : []),
      ...(plan.replaceYearUnknown > 0
        ? [
            vi
              ? `Trong số máy cần thay mới, ${number(plan.replaceYearUnknown)} máy chưa rõ năm đưa vào sử dụng; cần xem điều kiện thanh lý trước khi thay.`
              : `Of the PCs to be replaced the year in use of ${number(plan.replaceYearUnknown)} is unknown; whether they may be liquidated must be seen first.`,
          ]
        : []),
      ...(plan.notMeasured > 0 ? [notMeasuredWords(plan.notMeasured)[language]] : []),
      ...termWarnings(terms).map((words) => words[language]),
      vi ? `Mức yêu cầu: ${policySentence(terms).vi}.` : `What is asked of a PC: ${policySentence(terms).en}.`,
    ],
    annexes: [itemAnnex(plan, language), unitAnnex(plan, language)],
  }
}

/** The PCs are those known when the plan was made, whatever day they are judged by. */
function ofPcs({ terms: { on }, total: { pcs }, at }: Plan, timeZone: string): Words {
  const known = dayText(dayOf(at, timeZone))
  const [vi, en] = [formatNumber(pcs, 'vi'), formatNumber(pcs, 'en')]
  if (known === on) return { vi: `Tính đến ngày ${formatDay(on)}, trong ${vi} máy tính`, en: `As of ${formatDay(on)}, of ${en} PCs` }
  return {
    vi: `Trong ${vi} máy tính ghi nhận đến ngày ${formatDay(known)}, xét theo ngày ${formatDay(on)},`,
    en: `Of ${en} PCs known on ${formatDay(known)}, judged as of ${formatDay(on)},`,
  }
}

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0)

/** Hạng mục, số lượng, kinh phí dự kiến (triệu đồng), with a total. */
function itemAnnex({ items, unpriced, terms }: Plan, language: Language): Annex {
  const vi = language === 'vi'
  const lines = items.map(({ unitDong, funded, unfunded, item, central }, place) => ({
    place,
    item,
    quantity: sum(funded) + unfunded,
    unitDong,
    central,
  }))
  const untold = UNKNOWN_WORD[language]
  const central = centralSentence(terms, language)
  const total = lines.reduce((all, { quantity, unitDong }) => all + quantity * unitDong, 0)
  return {
    title: ITEMS_TITLE[language],
    columns: [
      { heading: 'STT', isNumber: false, share: 6 },
      { heading: vi ? 'Hạng mục' : 'Item', isNumber: false, share: 40 },
      { heading: vi ? 'Số lượng' : 'Quantity', isNumber: true, share: 14 },
      { heading: vi ? 'Đơn giá (triệu đồng)' : 'Unit price (million dong)', isNumber: true, share: 18 },
      { heading: vi ? 'Kinh phí dự kiến (triệu đồng)' : 'Cost (million dong)', isNumber: true, share: 22 },
      { heading: vi ? 'Mua sắm tập trung' : 'Central purchase', isNumber: false, share: 14 },
    ],
    rows: [
      ...lines.map(({ place, item, quantity, unitDong, central }) => ({
        isBold: false,
        cells: [
          String(place + 1),
          ITEMS[item][language],
          formatNumber(quantity, language),
          formatMillionDong(unitDong, language),
          formatMillionDong(quantity * unitDong, language),
          YES_NO[central ? 'yes' : 'no'][language],
        ],
      })),
      ...unpriced.map(({ measure, pcs }, place) => ({
        isBold: false,
        cells: [String(lines.length + place + 1), UNPRICED[measure][language], formatNumber(pcs, language), untold, untold, ''],
      })),
      { isBold: true, cells: ['', vi ? 'Tổng cộng' : 'Total', '', '', formatMillionDong(total, language), ''] },
    ],
    notes: central === undefined ? [] : [central],
  }
}

function unitAnnex(plan: Plan, language: Language): Annex {
  const columns = planUnitColumns(plan.terms).filter(({ key }) => !BENEATH.has(key))
  const all = staffOf(plan.rows)
  const { leaderPcs } = plan.terms.policy.policy
  const isMoney = (key: string) => key.startsWith('money') || key.endsWith('Dong')
  return {
    title: language === 'vi' ? 'Nhu cầu theo đơn vị (tiền tính bằng triệu đồng)' : 'Needs by unit (money in million dong)',
    columns: columns.map(({ key, heading, kind }) => ({
      heading: heading[language].replace(/ \((đồng|dong)\)$/, ''),
      isNumber: kind !== 'text',
      share: SHARES[key] ?? 8,
    })),
    rows: planUnitLines(plan, language).map(({ cells }, place) => ({
      // The total stands first.
      isBold: place === 0 || plan.rows[place - 1]?.kind === 'block',
      cells: columns.map(({ key }) => {
        const text = cellText(cells[key], isMoney(key), language)
        const isLeast = key === 'needByStaff' && typeof cells[key] === 'number' && isLeastNeed(plan.rows[place - 1] ?? all)
        return isLeast ? `≥ ${text}` : text
      }),
    })),
    notes: staffNotes(all, { leaderPcs, language }),
  }
}

function cellText(cell: Cell | undefined, isMoney: boolean, language: Language): string {
  if (typeof cell !== 'number') return String(cell ?? '')
  return isMoney ? formatMillionDong(cell, language) : formatNumber(cell, language)
}
