/** Writes shared/docs/facts.md from the catalogue: every fact, every property, its unit, and an example. */
import { FACT_NAMES, FACTS } from '#shared/facts/index.ts'
import type { FactSpec } from '#shared/facts/spec.ts'

type Node = {
  readonly title?: string
  readonly 'x-title-vi'?: string
  readonly 'x-unit'?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Node[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly items?: Node
}

const ADMINISTRATOR = { true: 'yes', false: 'no', partly: 'partly' } as const

export function factsDocument(): string {
  const parts = [
    '# Facts',
    'Written from `shared/src/facts` by `npm run docs`; do not edit. Every fact, and every property marked "or unknown", may be unknown with one of the reasons',
    '`not-supported`, `access-denied`, `timed-out`, `failed`, `turned-off`. Identifiers may also be a placeholder some maker left in place.',
    ...FACT_NAMES.map((name) => section(FACTS[name])),
  ]
  return `${parts.join('\n\n')}\n`
}

function section(spec: FactSpec): string {
  const lines = [
    `## ${spec.name}: ${spec.title.vi} / ${spec.title.en}`,
    '',
    `${spec.sentence.vi} ${spec.sentence.en}`,
    '',
    `Platforms: ${spec.platforms.join(', ')}. Needs administrator: ${ADMINISTRATOR[`${spec.needsAdministrator}`]}. Personal data: ${spec.personal ? 'yes, off by default' : 'no'}. History: ${spec.history === 'latest' ? 'only the latest is kept' : 'kept'}.`,
    '',
    '| Property | Vietnamese | English | Kind | Unit |',
    '| --- | --- | --- | --- | --- |',
    ...rows(spec.value as Node, ''),
    '',
    '```json',
    JSON.stringify(spec.example),
    '```',
  ]
  return lines.join('\n')
}

function rows(node: Node, path: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const full = path === '' ? key : `${path}.${key}`
    const { inner, kind } = read(property)
    const optional = node.required?.includes(key) ? '' : ', optional'
    const row = `| \`${full}\` | ${property['x-title-vi'] ?? inner['x-title-vi'] ?? ''} | ${property.title ?? inner.title ?? ''} | ${kind}${optional} | ${inner['x-unit'] ?? ''} |`
    const items = inner.type === 'array' && inner.items ? rows(inner.items, `${full}[]`) : []
    return [row, ...items, ...(inner.properties ? rows(inner, full) : [])]
  })
}

function read(property: Node): { inner: Node; kind: string } {
  const choices = flat(property)
  const mayBeUnknown = choices.some((choice) => choice.properties?.unknown)
  const identifies = choices.some((choice) => choice.properties?.placeholder)
  const [inner = property] = choices.filter((choice) => !choice.properties?.unknown && !choice.properties?.placeholder)
  const base = identifies ? 'identifier' : inner.enum ? inner.enum.join(' \\| ') : (inner.type ?? 'value')
  return { inner, kind: mayBeUnknown ? `${base}, or unknown` : base }
}

function flat(node: Node): readonly Node[] {
  return node.anyOf ? node.anyOf.flatMap(flat) : [node]
}
