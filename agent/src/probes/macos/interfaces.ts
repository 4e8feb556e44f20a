/** Parses the network interfaces as ifconfig lists them. */
import type { Reading, TextReading } from '../../platform/reading.ts'

export type NetworkInterface = {
  readonly mac: string | undefined
  /** Undefined for interfaces without a link to sense. */
  readonly up: boolean | undefined
  readonly megabits: number | undefined
  readonly addresses: readonly string[]
}

const HEAD = /^([a-z]+\d+): flags=/i
const NEXT = /\n(?=[a-z]+\d+: flags=)/i
const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/
const MEGABITS_PER_GIGABIT = 1_000

export function parseInterfaces(text: TextReading): Reading<ReadonlyMap<string, NetworkInterface>> {
  if (text.kind !== 'read') return text
  const found = text.value.split(NEXT).flatMap((block): [string, NetworkInterface][] => {
    const name = HEAD.exec(block)?.[1]
    return name === undefined ? [] : [[name, interfaceOf(block.split('\n').map((line) => line.trim()))]]
  })
  // Every system has at least its loopback.
  return found.length === 0 ? { kind: 'failed', detail: 'ifconfig: not understood' } : { kind: 'read', value: new Map(found) }
}

function interfaceOf(lines: readonly string[]): NetworkInterface {
  const field = (key: string) => lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1)
  const mac = field('ether')?.trim().toLowerCase()
  const status = field('status:')?.trim()
  return {
    mac: mac !== undefined && MAC.test(mac) ? mac : undefined,
    up: status === undefined ? undefined : status === 'active',
    megabits: megabitsIn(field('media:') ?? ''),
    addresses: lines.flatMap(addressIn),
  }
}

/** "autoselect (1000baseT <full-duplex>)", "10Gbase-T", "2500Base-T". */
function megabitsIn(media: string): number | undefined {
  const [, count, giga] = /\b(\d+(?:\.\d+)?)(G)?base/i.exec(media) ?? []
  if (count === undefined) return undefined
  return giga === undefined ? Number(count) : Number(count) * MEGABITS_PER_GIGABIT
}

// Addresses an interface gives itself for its own cable (RFC 3927, RFC 4291), and those drawn anew every day (RFC 8981), say nothing of the Mac.
function addressIn(line: string): string[] {
  const [family, address] = line.split(/\s+/)
  if (address === undefined) return []
  if (family === 'inet') return address.startsWith('169.254.') || address === '0.0.0.0' ? [] : [address]
  if (family !== 'inet6' || /^fe80:/i.test(address) || /\btemporary\b/.test(line)) return []
  const bare = address.replace(/%.*$/, '')
  return URL.canParse(`http://[${bare}]/`) ? [new URL(`http://[${bare}]/`).hostname.slice(1, -1)] : []
}
