/** Finds, as the XML of a sheet passes by, the cells whose number format shows leading zeros: the reader of workbooks tells their numbers alone. */
import { attribute } from './xml-tags.ts'
import type { ZeroFormat } from './zero-formats.ts'

const TAG = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g
const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/
const LONGEST_TAG = 1_000

export class ZeroCells {
  readonly #formats: ReadonlyMap<number, ZeroFormat>
  readonly #found = new Map<number, Map<number, ZeroFormat>>()
  #rest = ''
  #row = -1
  #column = -1

  constructor(formats: ReadonlyMap<number, ZeroFormat>) {
    this.#formats = formats
  }

  /** The next piece of the XML of the sheet. */
  see(chunk: Buffer): void {
    const text = this.#rest + chunk.toString('latin1')
    let seen = 0
    for (const { 1: tag, 2: attributes = '', index, 0: whole } of text.matchAll(TAG)) {
      seen = index + whole.length
      if (tag === 'row') this.#beginRow(attribute(attributes, 'r'))
      else this.#meetCell(attribute(attributes, 'r'), attribute(attributes, 's'))
    }
    const open = text.lastIndexOf('<')
    this.#rest = open >= seen && text.length - open < LONGEST_TAG ? text.slice(open) : ''
  }

  #beginRow(reference: string): void {
    this.#row = reference === '' ? this.#row + 1 : Number(reference) - 1
    this.#column = -1
  }

  /** Rows and cells without a reference stand behind the one before. */
  #meetCell(reference: string, style: string): void {
    const [, letters, row] = REFERENCE.exec(reference) ?? []
    this.#column = letters === undefined ? this.#column + 1 : columnOf(letters)
    const format = style === '' ? undefined : this.#formats.get(Number(style))
    if (!format) return
    const place = row === undefined ? this.#row : Number(row) - 1
    const cells = this.#found.get(place) ?? new Map<number, ZeroFormat>()
    this.#found.set(place, cells.set(this.#column, format))
  }

  /** Of a row, counted from 0: formats by column, counted from 0. */
  of(row: number): ReadonlyMap<number, ZeroFormat> | undefined {
    return this.#found.get(row)
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
