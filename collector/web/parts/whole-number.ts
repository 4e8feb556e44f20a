/** A whole number from 1 to `most` as typed, with or without points between thousands; undefined when it is none. Pure. */
export function wholeNumberIn(text: string, most: number): number | undefined {
  const digits = text.trim().replace(/(?<=\d)[.,](?=\d{3}(\D|$))/g, '')
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= most ? number : undefined
}
