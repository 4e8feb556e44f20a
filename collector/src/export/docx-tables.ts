/** The tables of an official document: the head without lines, and the annex with them. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { run, SIZE } from './docx-text.ts'
import type { Annex, Letter, LetterColumn, LetterRow } from './letter.ts'
import { letterWords } from './letter-words.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }
const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 }
const DOTS = '........................'
/** Of the paper between the margins, in twentieths of a point: upright, and on its side. */
const WIDTH = 9_354
const WIDE = 14_286

/** Issuer at the left, the nation and its motto at the right; place and date below, in italics. */
export function headTable({ language, issuer, code = 'BC' }: Letter): Table {
  const say = letterWords(language)
  const upper = (text: string) => text.toLocaleUpperCase(language)
  return pairTable(
    [
      middle(upper(issuer.parent || DOTS), {}),
      middle(upper(issuer.name || DOTS), { bold: true, ruled: true }),
      middle(`${say.number}${code}-${DOTS.slice(0, 8)}`, { before: 80 }),
    ],
    [
      middle(say.nation, { bold: true }),
      middle(say.motto, { bold: true, ruled: true, size: SIZE.body }),
      middle(`${issuer.place || DOTS}${say.date}`, { italics: true, before: 80, size: SIZE.body }),
    ],
  )
}

/** Two columns without lines. */
export function pairTable(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  return plainTable([left, right], [WIDTH * 0.39, WIDTH * 0.61].map(Math.round))
}

/** As many columns of one width, without lines. */
export function evenTable(columns: readonly (readonly Paragraph[])[]): Table {
  return plainTable(
    columns,
    columns.map(() => Math.round(WIDTH / columns.length)),
  )
}

function plainTable(columns: readonly (readonly Paragraph[])[], widths: readonly number[]): Table {
  const cell = (children: readonly Paragraph[], width: number) =>
    // Without margins: the nation's name must stand on one line.
    new TableCell({ children, width: { size: width, type: WidthType.DXA }, borders: NO_BORDERS, margins: { left: 0, right: 0 } })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: [new TableRow({ children: columns.map((children, place) => cell(children, widths[place] ?? 0)) })],
  })
}

type Line = {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly ruled?: boolean
  readonly before?: number
  readonly size?: number
}

function middle(text: string, { bold = false, italics = false, ruled = false, before = 0, size = SIZE.head }: Line): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before },
    ...(ruled && { border: { bottom: RULE }, indent: { left: 700, right: 700 } }),
    children: [run(text, { bold, italics, size })],
  })
}

/** The head row stands on every page. */
export function annexTable({ columns, rows }: Annex): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((WIDE * share) / shares))
  const head = new TableRow({
    tableHeader: true,
    children: columns.map(({ heading }, place) => cellOf(heading, { width: widths[place], bold: true, alignment: AlignmentType.CENTER })),
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDE, type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...rows.map((row) => rowOf(row, columns, widths))],
  })
}

function rowOf({ cells, isBold }: LetterRow, columns: readonly LetterColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cells.map((text, place) =>
      cellOf(text, {
        width: widths[place],
        bold: isBold,
        alignment: columns[place]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
      }),
    ),
  })
}

type CellLook = {
  readonly width: number | undefined
  readonly bold: boolean
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType]
}

function cellOf(text: string, { width = 0, bold, alignment }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 40, right: 40, top: 30, bottom: 30 },
    children: [new Paragraph({ alignment, children: [run(text, { bold, size: SIZE.annex })] })],
  })
}
