/** Reads the binary value in which WinHTTP keeps the proxy of services (`netsh winhttp set proxy`). Pure. */
import { staticProxy } from './static-proxy.ts'
import type { SystemProxy } from './system-proxy.ts'

// Version, counter, flags, then two texts each with its length before it; little-endian. Flag 2: a proxy is named.
const FLAGS_AT = 8
const TEXTS_AT = 12
const NAMES_A_PROXY = 2

/** `hex` as `reg query` prints it. Undefined when no proxy is named, or the value is not understood. */
export function parseWinHttpSettings(hex: string): SystemProxy | undefined {
  const bytes = Buffer.from(hex, 'hex')
  if (bytes.length < TEXTS_AT + 4 || (bytes.readUInt32LE(FLAGS_AT) & NAMES_A_PROXY) === 0) return undefined
  const [server, next] = textAt(bytes, TEXTS_AT)
  const [bypass] = textAt(bytes, next)
  return server === '' ? undefined : staticProxy(server, bypass)
}

function textAt(bytes: Buffer, at: number): [text: string, next: number] {
  if (bytes.length < at + 4) return ['', at]
  const start = at + 4
  const end = start + bytes.readUInt32LE(at)
  return end > bytes.length ? ['', at] : [bytes.toString('latin1', start, end), end]
}
