/** Parses the kernel's routing tables for a way out. */

// RTF_UP of the kernel; the tables show flags in hex.
const UP = 0x1
const ANY4 = '00000000'
const ANY6 = '0'.repeat(32)

/** /proc/net/route and /proc/net/ipv6_route; a default route of IPv6 over `lo` is the kernel's own "unreachable". */
export function parseHasRoute(inet4: string, inet6: string): boolean {
  const has4 = inet4.split('\n').some((line) => {
    const [, destination, , flags, , , , mask] = line.trim().split(/\s+/)
    return destination === ANY4 && mask === ANY4 && isUp(flags)
  })
  const has6 = inet6.split('\n').some((line) => {
    const [destination, prefix, , , , , , , flags, adapter] = line.trim().split(/\s+/)
    return destination === ANY6 && prefix === '00' && adapter !== 'lo' && isUp(flags)
  })
  return has4 || has6
}

function isUp(flags: string | undefined): boolean {
  return (Number.parseInt(flags ?? '0', 16) & UP) !== 0
}
