/** Categories of Windows Update by their ids, which are the same in every language (learn.microsoft.com, "Classification GUIDs"). */
import { listOf, type Row } from './inventory.ts'
import { textOf } from './properties.ts'

export const SECURITY_UPDATES = '0fa1201d-4330-4fa8-8ae9-b877473b6441'
export const CRITICAL_UPDATES = 'e6cf1350-c01b-414d-a61f-263d14d133b4'
const DEFINITION_UPDATES = 'e0789628-ce08-4437-be74-2495b842f43b'
/** Signatures and platforms of Microsoft's virus scanners, and the tool that removes malware: they come by themselves, some every day. */
const SCANNER_ARTICLES = new Set(['2267602', '915597', '2461484', '4052623', '5007651', '890830'])

/** Fresh signatures are no patch level: they would make a PC look mended, and news of every day. */
export function isDefinition(row: Row): boolean {
  if (listOf(row.categories).some((one) => String(one).toLowerCase() === DEFINITION_UPDATES)) return true
  const articles = [...listOf(row.articles).map(String), ...(textOf(row, 'title', 1_000)?.match(/KB\s?\d+/gi) ?? [])]
  return articles.some((article) => SCANNER_ARTICLES.has(article.replace(/\D/g, '')))
}
