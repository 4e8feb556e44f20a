/** Whether a host is on a bypass list as Windows and macOS write them: names with stars, networks, `<local>` for names without a dot. Pure. */
import { BlockList, isIP } from 'node:net'

export function isBypassed(hostName: string, list: readonly string[]): boolean {
  const host = withoutBrackets(hostName.toLowerCase())
  return list.some((entry) => isCovered(host, entry.trim().toLowerCase()))
}

function isCovered(host: string, entry: string): boolean {
  if (entry === '<local>') return !host.includes('.') && !host.includes(':')
  const pattern = withoutBrackets(withoutPort(entry.replace(/^[a-z]+:\/\//, '')))
  if (pattern === '') return false
  if (pattern.includes('/')) return isInNetwork(host, pattern)
  // A leading dot stands for every name below.
  return pattern.startsWith('.') ? host.endsWith(pattern) : fits(host, pattern.split('*'))
}

function withoutPort(entry: string): string {
  return /^(\[.*\]|[^:]*):\d+$/.exec(entry)?.[1] ?? entry
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}

/** `10.0.0.0/8`, and `169.254/16` as macOS has it from the start. */
function isInNetwork(host: string, pattern: string): boolean {
  const [address = '', bits = ''] = pattern.split('/')
  const version = isIP(host)
  const network = version === 4 ? [...address.split('.'), '0', '0', '0'].slice(0, 4).join('.') : address
  if (version === 0 || isIP(network) !== version || !/^\d{1,3}$/.test(bits) || Number(bits) > (version === 4 ? 32 : 128)) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  const networks = new BlockList()
  networks.addSubnet(network, Number(bits), family)
  return networks.check(host, family)
}

/** The texts between the stars, one after the other; no regular expression, because a list with many stars would keep one busy for years. */
function fits(host: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.pop()
  if (last === undefined) return host === first
  if (!host.startsWith(first)) return false
  let from = first.length
  for (const part of others) {
    const at = host.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return host.length - last.length >= from && host.endsWith(last)
}
