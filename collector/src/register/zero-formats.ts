/** Number formats that show leading zeros, such as 00000: under one the number 777 is the code 00777 to everybody who sees the sheet. Pure. */
import { attribute, tags } from './xml-tags.ts'

/** What stands before the digits, and how many of them are shown at least. */
export type ZeroFormat = { readonly before: string; readonly digits: number }

/** By the style of a cell, counted from 0 as cells refer to it, of the styles of a workbook. */
export function zeroFormats(styles: string): ReadonlyMap<number, ZeroFormat> {
  const byId = new Map<string, ZeroFormat>()
  for (const attributes of tags(styles, 'numFmt')) {
    const format = zeroFormat(attribute(attributes, 'formatCode'))
    if (format) byId.set(attribute(attributes, 'numFmtId'), format)
  }
  const cellStyles = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  const found = new Map<number, ZeroFormat>()
  for (const [style, attributes] of tags(cellStyles, 'xf').entries()) {
    const format = byId.get(attribute(attributes, 'numFmtId'))
    if (format) found.set(style, format)
  }
  return found
}

/** `"TS-"00000` too; undefined for every other format, such as dates and sums of money. */
function zeroFormat(code: string): ZeroFormat | undefined {
  // The first section is that of positive numbers.
  const [, before = '', zeros] = /^((?:"[^"]*"|\\.)*)(0{2,})(?:;|$)/.exec(code) ?? []
  return zeros === undefined ? undefined : { before: before.replace(/"([^"]*)"|\\(.)/g, '$1$2'), digits: zeros.length }
}

/** What Excel shows of a whole number under such a format; undefined for others, which it rounds. */
export function shownWith({ before, digits }: ZeroFormat, value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return undefined
  return before + String(value).padStart(digits, '0')
}
