/** The names of the sheets of a workbook, in its own order, as its XML lists them. Pure. */

const SHEET = /<(?:\w+:)?sheet\s([^>]*)>/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Those alone that lead to a sheet, as the reader counts them. */
export function sheetNames(workbook: string): readonly string[] {
  return [...workbook.matchAll(SHEET)]
    .map(([, attributes = '']) => ({ name: attribute(attributes, 'name'), id: attribute(attributes, '\\w+:id') }))
    .filter(({ name, id }) => name !== '' && id !== '')
    .map(({ name }) => name)
}

function attribute(attributes: string, name: string): string {
  const { 1: double, 2: single } = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? []
  return (double ?? single ?? '').replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, entity) => {
    if (entity !== undefined) return ENTITIES[entity as string] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
