/** Refuses sheets whose cells stand so far to the right that their rows would be mostly emptiness: a workbook of 13 kB took a minute. */
import { ListRefused } from './list-refused.ts'

/** Columns beyond ZZ, the 702nd. */
const FAR_CELL = /\br\s*=\s*["']([A-Za-z]{3})(\d{1,7})["']/g
/** So many cells of rows that reach so far: formatted to the right edge, a hundred rows still pass. */
const MOST_CELLS = 2_000_000
const LONGEST_REFERENCE = 24

export class FarCells {
  #rest = ''
  #row = ''
  #cells = 0

  /** The next piece of the XML of an entry. */
  see(chunk: Buffer): void {
    const text = this.#rest + chunk.toString('latin1')
    let seen = 0
    for (const { 1: letters = '', 2: row = '', index, 0: whole } of text.matchAll(FAR_CELL)) {
      seen = index + whole.length
      if (row === this.#row) continue
      this.#row = row
      this.#cells += columnOf(letters)
      if (this.#cells > MOST_CELLS) throw new ListRefused('too-wide')
    }
    this.#rest = text.slice(Math.max(seen, text.length - LONGEST_REFERENCE))
  }
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
