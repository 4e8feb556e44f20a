/** The programs against malware, as the Security Center knows them; on servers Defender's own word. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type Row, rowOf, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, textOf, yesNoOf } from './properties.ts'

type Product = FactValue<'antivirus'>['products'][number]

/**
 * productState is not documented; seen alike on all versions: the second byte is the state of the scanner (10 on, 00 off,
 * 20 snoozed, 30 expired), the third that of its signatures (00 fresh, 10 old).
 */
const SCANNER_BITS = 0xf000
const SCANNER_ON = 0x1000
const SCANNER_STATES = [0x0000, SCANNER_ON, 0x2000, 0x3000]
const SIGNATURE_BITS = 0x00f0
const SIGNATURES_OLD = 0x0010
const MAX_PRODUCTS = 32

export function parseAntivirusOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'antivirus'>> {
  const registered = rowsOf(windows, 'antivirus', 'products')
  if (registered.kind === 'read' && registered.value.length > 0) return fromRegister(registered.value)
  // On a client whose Security Center was not read there may be others.
  if (registered.kind !== 'read' && registered.kind !== 'absent') return because(registered)
  const defender = rowsOf(windows, 'antivirus', 'defender')
  const [status] = defender.kind === 'read' ? defender.value : []
  // Servers keep no register: that Defender is off says nothing of others, so it is told only when it is on.
  const found = status && defenderOf(status)
  if (found?.enabled === true) return { known: { products: [found] }, source: 'MSFT_MpComputerStatus' }
  return registered.kind === 'absent' ? because(registered) : emptyRegister(rowOf(windows, 'antivirus', 'service'))
}

function fromRegister(rows: readonly Row[]): FactBody<FactValue<'antivirus'>> {
  const products = rows.map(productOf)
  const named = products.filter((product) => product !== undefined)
  // The one left out might be the one at work.
  if (named.length < products.length) return unknown('failed', 'antivirus.products: a product without a name')
  return { known: { products: once(named) }, source: 'SecurityCenter2' }
}

/** The register is kept by a service: empty while that is at work means none, empty without it means nothing. */
function emptyRegister(service: Reading<Row>): FactBody<FactValue<'antivirus'>> {
  if (service.kind !== 'read') return because(service)
  const state = textOf(service.value, 'State')
  if (state === 'Running') return { known: { products: [] }, source: 'SecurityCenter2' }
  return unknown('failed', `the Security Center names no product, and its service is ${state === undefined ? 'silent' : `"${state}"`}`)
}

function productOf(row: Row): Product | undefined {
  const name = textOf(row, 'displayName')
  if (name === undefined) return undefined
  const state = numberOf(row, 'productState')
  const scanner = state === undefined ? -1 : state & SCANNER_BITS
  if (state === undefined || !SCANNER_STATES.includes(scanner)) {
    const why = state === undefined ? notTold(row, 'productState') : unknown('failed', `productState ${state}: not understood`)
    return { name, enabled: why, upToDate: why }
  }
  const signatures = state & SIGNATURE_BITS
  return {
    name,
    enabled: scanner === SCANNER_ON,
    upToDate: signatures === 0 ? true : signatures === SIGNATURES_OLD ? false : unknown('failed', `productState ${state}: not understood`),
  }
}

function defenderOf(status: Row): Product {
  const scanner = yesNoOf(status, 'AntivirusEnabled')
  const always = yesNoOf(status, 'RealTimeProtectionEnabled')
  const old = yesNoOf(status, 'DefenderSignaturesOutOfDate')
  return {
    name: 'Microsoft Defender',
    enabled: scanner === undefined || always === undefined ? notTold(status, 'AntivirusEnabled') : scanner && always,
    upToDate: old === undefined ? notTold(status, 'DefenderSignaturesOutOfDate') : !old,
  }
}

/** Some products register anew with every version and leave the old entry behind. */
function once(products: readonly Product[]): Product[] {
  const unique = new Map(products.map((product) => [JSON.stringify(product), product]))
  return inOrder([...unique.values()], (product) => JSON.stringify(product)).slice(0, MAX_PRODUCTS)
}
