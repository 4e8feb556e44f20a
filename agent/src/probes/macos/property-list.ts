/** Parses a property list in XML, as plutil and diskutil write it; what is cut off or misshapen is no list at all. */

/** Moments stay texts. Bytes are left out: nothing that is asked for is kept in them. */
export type PropertyValue = string | number | boolean | PropertyValue[] | { readonly [key: string]: PropertyValue }

type Cursor = { readonly parts: readonly string[]; at: number }

/** Apple's own lists go five deep; more would only be there to exhaust the parser. */
const MAX_DEPTH = 32
const PART = /<!--[\s\S]*?-->|<[^>]*>|[^<]+/g
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Undefined for what is none. */
export function propertyListIn(xml: string): PropertyValue | undefined {
  const parts = (xml.match(PART) ?? []).filter((part) => part.trim() !== '' && !/^<[?!]/.test(part))
  if (!/^<plist\b/.test(parts[0] ?? '') || parts.at(-1) !== '</plist>') return undefined
  const cursor = { parts, at: 1 }
  const value = valueAt(cursor, 0)
  return cursor.at === parts.length - 1 ? value : undefined
}

function valueAt(cursor: Cursor, depth: number): PropertyValue | undefined {
  const [, name, isEmpty] = /^<([a-z]+)\s*(\/)?>$/.exec(cursor.parts[cursor.at++] ?? '') ?? []
  if (name === undefined || depth > MAX_DEPTH) return undefined
  if (isEmpty !== undefined) return emptyOf(name)
  if (name === 'dict') return dictionaryAt(cursor, depth)
  if (name === 'array') return arrayAt(cursor, depth)
  const text = textAt(cursor, name)
  return text === undefined ? undefined : scalarOf(name, text)
}

function emptyOf(name: string): PropertyValue | undefined {
  if (name === 'true' || name === 'false') return name === 'true'
  if (name === 'dict') return {}
  if (name === 'array') return []
  return name === 'string' || name === 'data' ? '' : undefined
}

function scalarOf(name: string, text: string): PropertyValue | undefined {
  if (name === 'string' || name === 'date') return text
  if (name === 'data') return ''
  const number = Number(text)
  return (name === 'integer' || name === 'real') && text.trim() !== '' && Number.isFinite(number) ? number : undefined
}

function dictionaryAt(cursor: Cursor, depth: number): PropertyValue | undefined {
  const entries: [string, PropertyValue][] = []
  while (cursor.parts[cursor.at] !== '</dict>') {
    const key = cursor.parts[cursor.at++] === '<key>' ? textAt(cursor, 'key') : undefined
    const value = key === undefined ? undefined : valueAt(cursor, depth + 1)
    if (key === undefined || value === undefined) return undefined
    entries.push([key, value])
  }
  cursor.at++
  return Object.fromEntries(entries)
}

function arrayAt(cursor: Cursor, depth: number): PropertyValue[] | undefined {
  const values: PropertyValue[] = []
  while (cursor.parts[cursor.at] !== '</array>') {
    const value = valueAt(cursor, depth + 1)
    if (value === undefined) return undefined
    values.push(value)
  }
  cursor.at++
  return values
}

/** What stands before the closing tag; an empty element has nothing there. */
function textAt(cursor: Cursor, name: string): string | undefined {
  const closing = `</${name}>`
  const first = cursor.parts[cursor.at++]
  if (first === closing) return ''
  return first !== undefined && !first.startsWith('<') && cursor.parts[cursor.at++] === closing ? unescaped(first) : undefined
}

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })
}
