/** Keys under which texts that hold numbers sort as people expect when compared letter by letter. */
import { fold } from './fold.ts'

const DIGITS = 12

function padded(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '').padStart(DIGITS, '0')
}

/** "9.5" before "10.0", "PC-2" before "PC-10": folded text with every run of digits padded. */
export function naturalOrder(text: string): string {
  return fold(text).replace(/\d+/g, padded)
}

/** A build by its number: "7601" before "19045.5737", also where the version stands before it as in "10.0.19045". */
export function buildOrder(text: string): string {
  return naturalOrder(text.replace(/^\s*\d{1,2}\.\d{1,2}\.(?=\d{4})/, ''))
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

/** An address by its numbers, IPv4 before IPv6; what is neither sorts as text behind them. */
export function addressOrder(text: string): string {
  const four = IPV4.exec(text.trim())
  if (four)
    return `4 ${four
      .slice(1)
      .map((part) => part.padStart(3, '0'))
      .join('.')}`
  const groups = ipv6Groups(text.trim().toLowerCase().replace(/%.*$/, ''))
  return groups ? `6 ${groups.join(':')}` : `~ ${fold(text)}`
}

/** Eight groups of four digits; undefined when it is no IPv6 address. */
function ipv6Groups(text: string): string[] | undefined {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return undefined
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after]
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? groups.map((group) => group.padStart(4, '0')) : undefined
}
