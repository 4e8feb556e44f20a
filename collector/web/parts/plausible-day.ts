/** Which days a field of a page takes. Pure. */

/** Chrome asks for four digits of the year when it knows that there are no more. */
export const FIRST_DAY = '2000-01-01'
export const LAST_DAY = '2100-12-31'

/** False for "0002-09-30", which a browser gives while 2026 is being typed. */
export function isPlausibleDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && text >= FIRST_DAY && text <= LAST_DAY
}
