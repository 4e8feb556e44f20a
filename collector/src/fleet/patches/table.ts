/** The PCs of the patch page as a table for files. */
import type { PatchedPc, PatchedPcsQuery } from '@somay/shared/api/patches.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { KNOWN_DAYS, PATCH_AGES, SUPPORT_STATES, WAITING_STATES } from '@somay/shared/text/patches.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { type ReferenceDays, tablesText, tableWarnings } from '@somay/shared/text/reference-age.ts'
import { HINDRANCES, readinessText, WINDOWS_11_STATES } from '@somay/shared/text/windows-11.ts'
import { NOT_NAMED } from '@somay/shared/text/withheld.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableColumn } from '../../export/table.ts'

const choicesOf = (words: Readonly<Record<string, Words>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

export const PATCHED_COLUMNS: readonly TableColumn[] = [
  column('name', 'text', 'Tên máy', 'PC', 24),
  column('unit', 'text', 'Đơn vị', 'Unit', 34),
  column('os', 'text', 'Hệ điều hành', 'Operating system', 28),
  column('version', 'text', 'Phiên bản', 'Version', 12),
  column('build', 'text', 'Bản dựng', 'Build', 16),
  { ...column('support', 'choice', 'Hỗ trợ', 'Support', 24), choices: choicesOf(SUPPORT_STATES) },
  column('supportEndsOn', 'day', 'Hết hỗ trợ ngày', 'Support ends on', 16),
  { ...column('age', 'choice', 'Tuổi bản vá', 'Patch age', 22), choices: choicesOf(PATCH_AGES) },
  column('missingSince', 'day', 'Thiếu bản vá từ', 'Missing since', 16),
  column('pendingUpdates', 'count', 'Bản vá chờ cài', 'Pending updates', 12),
  column('restartPending', 'yes-no', 'Chờ khởi động lại', 'Restart pending', 14),
  column('lastPatchedAt', 'instant', 'Cài bản vá gần nhất', 'Last patched', 20),
  column('windows11', 'text', 'Lên Windows 11', 'To Windows 11', 30),
  column('inventoryAt', 'instant', 'Kiểm kê lúc', 'Inventory at', 20),
]

const NAME: Words = { vi: 'Bản vá', en: 'Patches' }
const TITLE: Words = { vi: 'Máy tính theo hỗ trợ và bản vá', en: 'PCs by support and patches' }
const NONE: Words = { vi: 'không', en: 'none' }
const LABELS = {
  on: { vi: 'Tính đến ngày', en: 'On' },
  selected: { vi: 'Điều kiện', en: 'Conditions' },
  everything: { vi: 'tất cả máy', en: 'every PC' },
  taken: { vi: 'Xuất lúc', en: 'Taken at' },
  who: { vi: 'Người xuất', en: 'Exported by' },
  reference: { vi: 'Bảng tra cứu', en: 'Reference tables' },
  old: { vi: 'Lưu ý', en: 'Note' },
} as const satisfies Record<string, Words>

type Circumstances = {
  readonly asked: Omit<PatchedPcsQuery, 'after' | 'limit'> & { readonly on: string }
  /** Whether some are in the figure and not named to whom the file is for. */
  readonly withheld: boolean
  readonly reference: ReferenceDays
  readonly at: number
  readonly who: string
  readonly language: Language
  readonly timeZone: string
}

export function patchedTable(pcs: AsyncIterable<readonly PatchedPc[]>, circumstances: Circumstances): Table {
  const { asked, withheld, reference, at, who, language, timeZone } = circumstances
  const say = (key: keyof typeof LABELS) => LABELS[key][language]
  return {
    name: NAME[language],
    title: TITLE[language],
    about: [
      [say('on'), formatDay(asked.on)],
      [say('selected'), conditionsOf(circumstances) || say('everything')],
      ...(withheld ? [[NOT_NAMED[0][language], NOT_NAMED[1][language]] as const] : []),
      [say('reference'), tablesText(reference, asked.on, language)],
      ...tableWarnings(reference, asked.on, KNOWN_DAYS).map((words) => [say('old'), words[language]] as const),
      [say('taken'), `${formatDateTime(at, timeZone)} (${timeZone})`],
      [say('who'), who],
    ],
    columns: PATCHED_COLUMNS,
    language,
    timeZone,
    rows: rowsOf(pcs, language),
  }
}

function conditionsOf({ asked, language }: Circumstances): string {
  const { block, system, version, support, age, pending, restart, windows11, hinder } = asked
  const headingOf = (key: keyof PatchedPc) => PATCHED_COLUMNS.find((one) => one.key === key)?.heading[language] ?? key
  const part = (key: keyof PatchedPc, value: string | undefined) =>
    value === undefined ? [] : [`${headingOf(key)}: ${value === '' ? UNKNOWN_WORD[language] : value}`]
  return [
    ...part('unit', block && `${block}. ${choiceText(BLOCKS, block, language)}`),
    ...part('os', system),
    ...part('version', version),
    ...part('support', support && SUPPORT_STATES[support][language]),
    ...part('age', age && PATCH_AGES[age][language]),
    ...part('pendingUpdates', pending && WAITING_STATES[pending][language]),
    ...part('restartPending', restart && WAITING_STATES[restart][language]),
    ...part('windows11', windows11 && WINDOWS_11_STATES[windows11][language]),
    ...part('windows11', hinder && `${WINDOWS_11_STATES['not-ready'][language]}, ${HINDRANCES[hinder][language]}`),
  ].join('; ')
}

async function* rowsOf(chunks: AsyncIterable<readonly PatchedPc[]>, language: Language): AsyncGenerator<{ cells: Record<string, Cell> }[]> {
  const day = (cell: Cell): Cell => (typeof cell !== 'string' ? cell : cell === 'none' ? NONE[language] : Date.parse(cell))
  for await (const chunk of chunks)
    yield chunk.map(({ pcId: _pcId, inventoryAt, ...pc }) => ({
      cells: {
        ...pc,
        supportEndsOn: day(pc.supportEndsOn),
        missingSince: day(pc.missingSince),
        windows11: readinessText(pc.windows11, language),
        ...(inventoryAt !== undefined && { inventoryAt }),
      },
    }))
}
