/** The lasting IP addresses of an adapter; those drawn anew every day say nothing of the PC and would change the fact. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { listOf, type Row } from './inventory.ts'
import { numberOf } from './properties.ts'

type Addresses = FactValue<'network-adapters'>['adapters'][number]['addresses']

/** MSFT_NetIPAddress.SuffixOrigin 5: drawn by chance (RFC 8981). */
const RANDOM_SUFFIX = 5
const MAX_ADDRESSES = 32

/** `configurations` lists every adapter with IP, so one that is not in it has no address. */
export function addressesOf(row: Row, configurations: Reading<Row[]>, origins: Reading<Row[]>): Addresses {
  if (configurations.kind !== 'read') return because(configurations)
  const own = configurations.value.find((one) => numberOf(one, 'Index') === numberOf(row, 'Index'))
  const found = listOf(own?.IPAddress)
    .map((address) => oneForm(String(address)))
    .filter(isOfThePc)
  if (!found.some(isInet6)) return sorted(found)
  // Of IPv6 addresses only the newer class tells which of them last.
  if (origins.kind === 'absent') return unknown('not-supported', 'this Windows does not tell lasting addresses from those of a day')
  if (origins.kind !== 'read') return because(origins)
  const daily = new Set(origins.value.filter((one) => numberOf(one, 'SuffixOrigin') === RANDOM_SUFFIX).map(addressIn))
  return sorted(found.filter((address) => !daily.has(address)))
}

function addressIn(row: Row): string {
  // %12 behind an address is the number of the adapter.
  return oneForm(String(row.IPAddress).replace(/%.*$/, ''))
}

/** The two classes may write an IPv6 address differently; the URL parser knows its one short form (RFC 5952). */
function oneForm(address: string): string {
  const url = `http://[${address}]/`
  return address.includes(':') && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address.toLowerCase()
}

// Addresses an adapter gives itself for its own cable (RFC 3927, RFC 4291).
function isOfThePc(address: string): boolean {
  return !address.startsWith('fe80:') && !address.startsWith('169.254.') && address !== '0.0.0.0'
}

function isInet6(address: string): boolean {
  return address.includes(':')
}

function sorted(addresses: readonly string[]): string[] {
  return [...new Set(addresses)].sort().slice(0, MAX_ADDRESSES)
}
