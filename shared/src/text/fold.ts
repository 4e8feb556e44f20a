/** Folds text for search: case, tone marks, đ and apostrophe variants stop mattering. */

// Combining marks after NFD, that is every Vietnamese tone and vowel mark.
const COMBINING_MARKS = /[\u0300-\u036f]/g
const APOSTROPHES = /[\u2018\u2019\u02bc`\u00b4]/g

/**
 * The form in which texts are compared: NFD without marks, lower case, one kind of apostrophe, single spaces.
 * U+0111 (d with stroke) has no decomposition in Unicode, so it is replaced by hand.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd')
    .replace(APOSTROPHES, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
