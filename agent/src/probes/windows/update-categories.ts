/** Categories of Windows Update by their ids, which are the same in every language (learn.microsoft.com, "Classification GUIDs"). */
import { listOf, type Row } from './inventory.ts'
import { textOf } from './properties.ts'

export const SECURITY_UPDATES = '0fa1201d-4330-4fa8-8ae9-b877473b6441'
export const CRITICAL_UPDATES = 'e6cf1350-c01b-414d-a61f-263d14d133b4'
/** Those and rollups, service packs, plain updates and new versions of Windows; drivers, tools and languages are none. */
const MENDING = new Set([
  SECURITY_UPDATES,
  CRITICAL_UPDATES,
  '28bc880e-0592-4cbf-8f95-c79b17911d5f',
  '68c5b0a3-d1a6-4553-ae49-01d3a7827828',
  'cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83',
  '3689bdc8-b205-4af4-8d4a-a63924c5e9d5',
])
const DEFINITION_UPDATES = 'e0789628-ce08-4437-be74-2495b842f43b'
/** Signatures and platforms of Microsoft's virus scanners, and the tool that removes malware: they come by themselves, some every day. */
const SCANNER_ARTICLES = new Set(['2267602', '915597', '2461484', '4052623', '5007651', '890830'])

/** Fresh signatures are no patch level: they would make a PC look mended, and news of every day. */
export function isDefinition(row: Row): boolean {
  if (categoriesOf(row).includes(DEFINITION_UPDATES)) return true
  const articles = [...listOf(row.articles).map(String), ...(textOf(row, 'title', 1_000)?.match(/KB\s?\d+/gi) ?? [])]
  return articles.some((article) => SCANNER_ARTICLES.has(article.replace(/\D/g, '')))
}

/** Drivers and apps of the Store pass through Windows Update too. Old entries have no categories; an update of Windows then has its article in the title, in every language. */
export function mendsWindows(row: Row): boolean {
  return categoriesOf(row).some((one) => MENDING.has(one)) || /\bKB\s?\d{6,}/i.test(textOf(row, 'title', 1_000) ?? '')
}

export function categoriesOf(row: Row): string[] {
  return listOf(row.categories).map((one) => String(one).toLowerCase())
}
