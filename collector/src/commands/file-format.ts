/** Which file a command was asked to write: both its format and its name, or neither. */
import { SettingRefused } from '../config/read-settings.ts'

const FORMATS = ['csv', 'xlsx', 'docx'] as const
export type Format = (typeof FORMATS)[number]

export function formatOf(format: string | undefined, out: string | undefined): Format | undefined {
  if (format === undefined && out === undefined) return undefined
  const known = FORMATS.find((one) => one === format)
  if (known && out !== undefined) return known
  throw new SettingRefused({
    vi: 'Cần cả --format (csv, xlsx hoặc docx) và --out (tên tệp).',
    en: 'Give both --format (csv, xlsx or docx) and --out (a file).',
  })
}
