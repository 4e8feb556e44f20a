/** The fixed parts of a workbook: styles, sheets by name, relations; Office Open XML, ECMA-376 part 1. */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Places in cellXfs below. */
export const STYLE = {
  head: 1,
  instant: 2,
  whole: 3,
  tenths: 4,
  text: 5,
  label: 6,
  sentence: 7,
  title: 8,
  rate: 9,
  day: 10,
  sumWhole: 11,
  sumText: 12,
  sumRate: 13,
} as const

// Text cells carry the format "@": a code or a text like "=1" stays text even when a person edits the cell.
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="#,##0.0"/><numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="dd/mm/yyyy"/></numFmts>\
<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/><bgColor indexed="64"/></patternFill></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF57606A"/></bottom><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="14"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="167" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="3" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
<xf numFmtId="166" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** `head` is the range of a sheet's table, heading included, when it has one. */
export type SheetNamed = { readonly name: string; readonly head?: string }

export function sheetStart(inner: string): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}">${inner}<sheetData>`
}

export function fixedParts(sheets: readonly SheetNamed[]): { name: string; text: string[] }[] {
  return [
    { name: 'xl/styles.xml', text: [STYLES] },
    { name: 'xl/workbook.xml', text: [workbook(sheets)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length)] },
    {
      name: '_rels/.rels',
      text: [
        `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    { name: '[Content_Types].xml', text: [contentTypes(sheets.length)] },
  ]
}

function workbook(sheets: readonly SheetNamed[]): string {
  const list = sheets.map(({ name }, place) => `<sheet name="${escapeXml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)
  const names = sheets.flatMap(({ name, head }, place) => {
    if (head === undefined) return []
    const quoted = `'${escapeXml(name).replace(/'/g, "''")}'!`
    const [, right = ''] = head.split(':')
    const absolute = `$A$1:$${right.replace(/(\d+)$/, '$$$1')}`
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">${quoted}${absolute}</definedName>`,
      // The headings stand on every sheet of paper.
      `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${quoted}$1:$1</definedName>`,
    ]
  })
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
}

function workbookRelations(sheets: number): string {
  const list = Array.from(
    { length: sheets },
    (_, place) => `<Relationship Id="rId${place + 1}" Type="${OFFICE_RELATIONS}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
  )
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE_RELATIONS}/styles" Target="styles.xml"/></Relationships>`
}

function contentTypes(sheets: number): string {
  const list = Array.from(
    { length: sheets },
    (_, place) => `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  )
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${list.join('')}</Types>`
}

const NEEDS_ESCAPE = /[&<>"\r\n]|_x[0-9A-Fa-f]{4}_/

/** Text between tags or in an attribute; "_x0041_" would be read as a letter, so its underscore is written as one. */
export function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/\r/g, '&#13;')
    .replace(/\n/g, '&#10;')
}
