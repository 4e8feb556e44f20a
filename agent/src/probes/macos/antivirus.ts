/** Programs against malware on a Mac: XProtect, and known others by the system's own list of extensions; "none" is never said. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { isRow, type MacReading, textOf } from './profile.ts'
import { wordsOf } from './properties.ts'
import { propertyListIn } from './property-list.ts'
import { type Extension, extensionsIn } from './system-extensions.ts'

type Product = FactValue<'antivirus'>['products'][number]

/** By maker, whose signature macOS has checked, and name of the extension that watches files. */
const PRODUCTS: readonly (readonly [team: string, bundle: string, product: string])[] = [
  ['UBF8T346G9', 'com.microsoft.wdav.epsext', 'Microsoft Defender'],
  ['2Y8XE5CQ94', 'com.kaspersky.kav.sysext', 'Kaspersky'],
  ['E8P47U2H32', 'com.trendmicro.icore.es', 'Trend Micro'],
  ['2H5GFH3774', 'com.sophos.endpoint.scanextension', 'Sophos Endpoint'],
  ['X9E956P446', 'com.crowdstrike.falcon.Agent', 'CrowdStrike Falcon'],
  ['PXPZ95SK77', 'com.paloaltonetworks.traps.securityextension', 'Cortex XDR'],
]
const BY_ITSELF = unknown('not-supported', 'macOS runs XProtect by itself and does not tell how it fares')
const NO_SIGNATURES = unknown('not-supported', 'macOS does not tell how fresh the signatures of others are')

export function parseAntivirusOnMac(mac: MacReading | undefined): FactBody<FactValue<'antivirus'>> {
  const xprotect = xprotectOn(mac)
  const extensions = extensionsIn(textOf(mac, 'extensions'))
  const products = [
    ...(xprotect.kind === 'read' ? [xprotect.value] : []),
    ...(extensions.kind === 'read' ? knownAmong(extensions.value) : []),
  ]
  if (products.length > 0) return { known: { products: inOrder(products, ({ name }) => name) }, source: 'XProtect, systemextensionsctl' }
  if (xprotect.kind !== 'read') return because(xprotect)
  return extensions.kind === 'read' ? unknown('not-supported', 'none of the programs known was found') : because(extensions)
}

/** Its version changes every few days and is no part of the fact. */
function xprotectOn(mac: MacReading | undefined): Reading<Product> {
  const text = textOf(mac, 'xprotect')
  if (text.kind !== 'read') return text
  const bundle = propertyListIn(text.value)
  if (!isRow(bundle) || wordsOf(bundle, 'CFBundleShortVersionString') === undefined)
    return { kind: 'failed', detail: 'XProtect.bundle: not understood' }
  return { kind: 'read', value: { name: 'XProtect', enabled: BY_ITSELF, upToDate: BY_ITSELF } }
}

/** One that was replaced stays listed until the next start; one that runs says more than one that does not. */
function knownAmong(extensions: readonly Extension[]): Product[] {
  return PRODUCTS.flatMap(([team, bundle, name]) => {
    const found = extensions.filter((one) => one.team === team && one.bundle === bundle && !one.isLeaving)
    return found.length === 0 ? [] : [{ name, enabled: found.some(({ isEnabled }) => isEnabled), upToDate: NO_SIGNATURES }]
  })
}
