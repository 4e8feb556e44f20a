/** The fixed words of an official document, in both languages. */
import type { Language } from '@somay/shared/text/words.ts'

const WORDS = {
  nation: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
  number: { vi: 'Số:          /', en: 'No.:          /' },
  date: { vi: ', ngày      tháng      năm', en: ', day      month      year' },
  annex: { vi: 'PHỤ LỤC', en: 'ANNEX' },
  recipients: { vi: 'Nơi nhận:', en: 'Recipients:' },
  archive: { vi: 'Lưu: VT.', en: 'File.' },
  signer: { vi: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', en: 'HEAD OF THE AGENCY' },
} as const

export function letterWords(language: Language): Readonly<Record<keyof typeof WORDS, string>> {
  return Object.fromEntries(Object.entries(WORDS).map(([key, words]) => [key, words[language]])) as Record<keyof typeof WORDS, string>
}
