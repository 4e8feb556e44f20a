/** The little of the XML of a workbook that is read by hand: tags of a name, and their attributes. Pure. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The attributes of each tag of that name, as text, whatever its prefix. */
export function tags(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^"'>])*)>`, 'g'))].map(
    ([, attributes = '']) => attributes,
  )
}

/** Empty where there is none of that name. */
export function attribute(attributes: string, name: string): string {
  const { 1: double, 2: single } = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? []
  return (double ?? single ?? '').replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, entity) => {
    if (entity !== undefined) return ENTITIES[entity as string] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
