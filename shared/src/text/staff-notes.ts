/** What must be said of people and of what they miss by the staff norm, wherever a plan's figures of it stand: page and document. Pure. */
import { formatNumber } from './numbers.ts'
import { isLeastNeed, isLeastOfLaptops, type StaffNeed } from './plan-staff.ts'
import type { Language, Words } from './words.ts'

const NORM = {
  one: { vi: () => 'mỗi người một máy', en: () => 'one PC for each person' },
  more: {
    vi: (n: string) => `mỗi người nhóm I-VI ${n} máy, trong đó một máy xách tay; người khác một máy`,
    en: (n: string) => `${n} PCs for each person of groups I-VI, one of them a laptop; one for everybody else`,
  },
} as const

const NORM_IS: Words = { vi: 'Định mức', en: 'Norm' }

const STAFF_UNTOLD = {
  vi: (n: string) => `${n} đơn vị chưa có số CBCCVC; định mức của các đơn vị này không tính ở đây.`,
  en: (n: string) => `Of ${n} units the number of staff is not told; what they miss by the norm is not in it.`,
}

const LEADERS_UNTOLD = {
  vi: (n: string) => `${n} đơn vị chưa có số người nhóm I-VI; phần máy thêm của nhóm này ở đó không tính ở đây.`,
  en: (n: string) => `Of ${n} units nobody told how many people are of groups I-VI; what they have beside one PC a person is not in it.`,
}

const LEAST: Words = { vi: 'Dấu ≥ nghĩa là ít nhất.', en: 'The mark ≥ means at least.' }

const LAPTOPS = {
  vi: (n: string) => `Máy xách tay cho người nhóm I-VI còn thiếu ${n}`,
  en: (n: string) => `Laptops missing for people of groups I-VI: ${n}`,
}
const AT_LEAST: Words = { vi: 'ít nhất ', en: 'at least ' }
const UNSURE = {
  vi: (n: string) => `, thêm ${n} nếu các máy chưa rõ loại thân không phải máy xách tay`,
  en: (n: string) => `, and ${n} more if the PCs whose case was not read are no laptops`,
}

export function normText(leaderPcs: number, language: Language): string {
  return NORM[leaderPcs > 1 ? 'more' : 'one'][language](formatNumber(leaderPcs, language))
}

/** Whole sentences; `need` is of everything that is shown. */
export function staffNotes(
  need: StaffNeed,
  { leaderPcs, language }: { readonly leaderPcs: number; readonly language: Language },
): string[] {
  const { staffUntold, leadersUntold, laptopsMissing, laptopsUnsure = 0 } = need
  const number = (value: number) => formatNumber(value, language)
  const least = isLeastOfLaptops(need) ? AT_LEAST[language] : ''
  const unsure = laptopsUnsure > 0 ? UNSURE[language](number(laptopsUnsure)) : ''
  return [
    `${NORM_IS[language]}: ${normText(leaderPcs, language)}.`,
    ...(staffUntold > 0 ? [STAFF_UNTOLD[language](number(staffUntold))] : []),
    ...(leadersUntold > 0 ? [LEADERS_UNTOLD[language](number(leadersUntold))] : []),
    ...(isLeastNeed(need) ? [LEAST[language]] : []),
    ...(leaderPcs > 1 && laptopsMissing !== undefined ? [`${LAPTOPS[language](`${least}${number(laptopsMissing)}`)}${unsure}.`] : []),
  ]
}
