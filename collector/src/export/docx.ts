/** An official document after Nghị định 30/2020/NĐ-CP, Phụ lục I, as a Word file: officials add number, date and signature. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { cleanText } from './cell-text.ts'
import { annexTable, evenTable, headTable, pairTable } from './docx-tables.ts'
import { FONT, run, SIZE } from './docx-text.ts'
import type { Annex, Letter } from './letter.ts'
import { letterWords } from './letter-words.ts'
import { escapeXml } from './xlsx-parts.ts'

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Twentieths of a point; a millimetre is 56.7 of them. Top and bottom 20 mm, left 30, right 15. */
const MARGIN = { top: 1_134, bottom: 1_134, left: 1_701, right: 851 }
const PAPER = { width: 11_906, height: 16_838 }

export function docxOf(letter: Letter): Promise<Buffer> {
  const { language, title, subtitle, paragraphs, annexes } = letter
  const document = new Document({
    styles: { default: { document: { run: { font: FONT, size: SIZE.body } } } },
    sections: [
      {
        properties: { titlePage: true, page: { margin: MARGIN, size: PAPER } },
        headers: numberedHeaders(),
        children: [
          headTable(letter),
          centred(title.toLocaleUpperCase(language), { bold: true, before: 360 }),
          centred(subtitle, { bold: true, after: 240 }),
          ...paragraphs.map(body),
          signatures(letter),
        ],
      },
      ...annexes.map((annex, place) => annexSection(annex, letterWords(language).annex, annexes.length > 1 ? place + 1 : undefined)),
    ],
  })
  return Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: properties(letter) }])
}

/** Written here because the library dates them by the clock. */
function properties({ title, at }: Letter): string {
  const moment = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>${escapeXml(cleanText(title))}</dc:title><dc:creator>Sổ Máy</dc:creator>\
<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
}

function annexSection(annex: Annex, word: string, number: number | undefined): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: { margin: MARGIN, size: { ...PAPER, orientation: PageOrientation.LANDSCAPE }, pageNumbers: { start: 1 } },
    },
    headers: numberedHeaders(),
    footers: { default: new Footer({ children: [] }) },
    children: [
      centred(number === undefined ? word : `${word} ${'I'.repeat(number)}`, { bold: true }),
      centred(annex.title, { bold: true, after: 160 }),
      annexTable(annex),
      ...annex.notes.map((note) => new Paragraph({ spacing: { before: 80 }, children: [run(note, { size: SIZE.annex, italics: true })] })),
    ],
  }
}

/** The page number centred in the top margin, and none on the first page. */
function numberedHeaders() {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: SIZE.head })],
  })
  return { first: new Header({ children: [new Paragraph('')] }), default: new Header({ children: [number] }) }
}

function centred(text: string, { bold = false, before = 0, after = 0 }: { bold?: boolean; before?: number; after?: number }): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before, after }, children: [run(text, { bold })] })
}

function body(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 567 },
    spacing: { after: 120, line: 300 },
    children: [run(text)],
  })
}

/** Recipients at the left, who signs at the right, or several who sign: all for the officials to fill. */
function signatures({ language, signers }: Letter) {
  if (signers) return evenTable(signers.map((signer) => [signed(signer)]))
  const say = letterWords(language)
  return pairTable(
    [
      new Paragraph({ spacing: { before: 240 }, children: [run(say.recipients, { bold: true, italics: true, size: SIZE.small })] }),
      line('- ........................;'),
      line(`- ${say.archive}`),
    ],
    [signed(say.signer)],
  )
}

function signed(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 240 }, children: [run(text, { bold: true })] })
}

function line(text: string): Paragraph {
  return new Paragraph({ children: [run(text, { size: SIZE.note })] })
}
