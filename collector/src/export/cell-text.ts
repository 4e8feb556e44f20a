/** The one place where text from PCs is made safe for a spreadsheet: nothing may start a formula, nothing may break the file. */

// What Excel and LibreOffice take as the start of a formula, with the full-width forms; tab and return may hide one.
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

// XML 1.0 allows no other control characters, and bidirectional controls can show a name as another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

// What Excel reads as a number, a date, a time or yes/no when it opens a CSV, and then shows as something else: "19045.5740",
// "0012345", "12E5", "10.34.2.14" where the point groups thousands, "MAR12".
const ONLY_NUMBERS = /^[\d.,:/%\s-]*\d[.,:/%\s-]*$/
const OTHER_VALUE =
  /^\s?(\d+([.,]\d+)?e[+-]?\d+|(\d{1,4}[ ./-]?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ./-]?\d{0,4})\s?$/i
// No value that a spreadsheet would recognise is longer.
const LONGEST_VALUE = 60

/** Excel's limit for one cell. */
const MAX_CELL_LENGTH = 32_767

/** Text for a cell that says itself that it is text: as reported, without what no file may hold. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .slice(0, MAX_CELL_LENGTH - 1)
}

/** A CSV has no types: text that a spreadsheet would turn into a formula, a number or a date gets an apostrophe before it. */
export function csvText(text: string): string {
  const clean = cleanText(text)
  return FORMULA_START.test(clean) || isTaken(clean) ? `'${clean}` : clean
}

function isTaken(text: string): boolean {
  return (
    text.length <= LONGEST_VALUE &&
    (ONLY_NUMBERS.test(text) || (OTHER_VALUE.test(text) && !/^[a-z]+$/i.test(text)) || /^(true|false)$/i.test(text))
  )
}
