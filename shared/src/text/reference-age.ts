/** How old the dated tables of planning are on the day a page or a file stands for, and what that leaves unknown; the same on screens and in files. */
import { daysBack, daysBetween, formatDay } from './days.ts'
import { formatNumber } from './numbers.ts'
import type { Language, Words } from './words.ts'

/** The days the tables in use are of. */
export type ReferenceDays = { readonly lifecycle: string; readonly builds: string }

/** New versions of systems come out twice a year. */
const LIFECYCLE_DAYS = 180

/** "ngày hết hỗ trợ: bản 22/08/2026, cũ 94 ngày; bản vá Windows: bản 12/08/2026, cũ 104 ngày" */
export function tablesText({ lifecycle, builds }: ReferenceDays, on: string, language: Language): string {
  const of = (table: string) => [formatDay(table), ...ageOf(table, on, language)].join(', ')
  if (language === 'vi') return `ngày hết hỗ trợ: bản ${of(lifecycle)}; bản vá Windows: bản ${of(builds)}`
  return `end of support: as of ${of(lifecycle)}; updates of Windows: as of ${of(builds)}`
}

function ageOf(table: string, on: string, language: Language): string[] {
  const days = daysBetween(table, on)
  if (days <= 0) return []
  const number = formatNumber(days, language)
  return [language === 'vi' ? `cũ ${number} ngày` : `${number} ${days === 1 ? 'day' : 'days'} old`]
}

/** A table of updates older than the age that is asked about leaves it unknown what came out since. */
export function tableWarnings({ lifecycle, builds }: ReferenceDays, on: string, patchDays: number): Words[] {
  return [...(builds < daysBack(on, patchDays) ? [oldBuilds(builds, patchDays)] : []), ...oldLifecycle(lifecycle, on)]
}

function oldBuilds(builds: string, patchDays: number): Words {
  const day = formatDay(builds)
  return {
    vi: `Bảng bản vá Windows (bản ${day}) đã cũ quá ${formatNumber(patchDays, 'vi')} ngày: máy đã có bản vá mới nhất trong bảng được tính là chưa rõ, không phải đủ bản vá. Quản trị viên nạp bảng mới bằng lệnh "reference import".`,
    en: `The table of Windows updates (as of ${day}) is more than ${formatNumber(patchDays, 'en')} days old: PCs with the last update it holds are unknown, not complete. An administrator imports a newer one with "reference import".`,
  }
}

function oldLifecycle(lifecycle: string, on: string): Words[] {
  if (lifecycle >= daysBack(on, LIFECYCLE_DAYS)) return []
  const day = formatDay(lifecycle)
  return [
    {
      vi: `Bảng ngày hết hỗ trợ (bản ${day}) đã cũ quá ${LIFECYCLE_DAYS} ngày: hệ điều hành ra sau ngày đó là chưa rõ. Quản trị viên nạp bảng mới bằng lệnh "reference import".`,
      en: `The table of support dates (as of ${day}) is more than ${LIFECYCLE_DAYS} days old: systems that came out since are unknown. An administrator imports a newer one with "reference import".`,
    },
  ]
}
