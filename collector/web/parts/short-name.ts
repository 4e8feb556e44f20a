/** Names of processors and systems in a narrow column: what tells one from another, without what all of them have. */
import type { ColumnForm } from '@somay/shared/api/pcs.ts'

/** The page of a PC, the files and the title on hovering hold the whole name. */
export function shortName(text: string, form: ColumnForm | undefined): string {
  if (form === 'processor') return shortProcessor(text)
  if (form === 'system') return text.replace(/^Microsoft /, '').replace(/Enterprise (?=LTS[BC])/, '')
  return text.replace(/\((?:R|TM)\)/g, '')
}

/** "i3-4150" of "Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz"; a name of another form stays as it is but for marks and clock. */
function shortProcessor(text: string): string {
  const plain = text
    .replace(/\((?:R|TM|C)\)|[\u00ae\u2122]/gi, ' ')
    .replace(/\s@.*$|,.*$|\swith\s.*$|\sRadeon\s.*$/i, '')
    .replace(/\b\d+(?:st|nd|rd|th) Gen\b|\bCPU\b|\bProcessor\b|\b(?:\d+|Dual|Quad|Six|Eight|Twelve|Sixteen)-Core\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = plain.replace(/^(?:Intel|AMD) (?=\S+ \S|[A-Z]+\d)/, '').replace(/^Core (?=i\d)/, '')
  return short === '' ? text : short
}
