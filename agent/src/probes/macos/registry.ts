/** Parses single properties of a node of the I/O Registry as ioreg prints them: `"key" = value`, a line each. */
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading, TextReading } from '../../platform/reading.ts'
import { because } from '../because.ts'

/** The node itself, read as its lines; a Mac that has no such node prints nothing. */
export function nodeIn(text: TextReading, what: string): Reading<string> {
  if (text.kind !== 'read') return text
  return text.value.includes('+-o ') ? text : { kind: 'absent', detail: `${what}: this Mac has no such node in its registry` }
}

/** "text", <"text"> and <hex> hold text alike; the firmware pads it with zeros. Undefined when the node does not have it. */
export function registryText(node: string, key: string): string | undefined {
  const line = node.split('\n').find((one) => one.trimStart().startsWith(`"${key}" = `))
  const value = line?.slice(line.indexOf('" = ') + 4).trim() ?? ''
  const [, quoted] = /^<?"([^"]*)"(?:,"[^"]*")*>?$/.exec(value) ?? []
  if (quoted !== undefined) return quoted
  const [, hex] = /^<([0-9a-f]*)>$/.exec(value) ?? []
  return hex === undefined || hex.length % 2 === 1 ? undefined : printable(Buffer.from(hex, 'hex'))
}

function printable(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1').split('\0')[0] ?? ''
  return /^[\x20-\x7e]*$/.test(text) ? text : undefined
}

export function registryIdentifier(node: Reading<string>, key: string): Identifier | Unknown {
  if (node.kind !== 'read') return because(node)
  const text = registryText(node.value, key)
  return text === undefined ? unknown('not-supported', `${key}: not in the registry of this Mac`) : toIdentifier(text)
}
