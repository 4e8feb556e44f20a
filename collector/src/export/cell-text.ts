/** The one place where text from PCs is made safe for a spreadsheet: nothing may start a formula, nothing may break the file. */

// What Excel and LibreOffice take as the start of a formula, with the full-width forms; tab and return may hide one.
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

// XML 1.0 allows no other control characters, and bidirectional controls can show a name as another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** Excel's limit for one cell. */
const MAX_CELL_LENGTH = 32_767

/** A text that would start a formula gets an apostrophe before it, as a person would type it. */
export function cellText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .slice(0, MAX_CELL_LENGTH - 1)
  return FORMULA_START.test(clean) ? `'${clean}` : clean
}
