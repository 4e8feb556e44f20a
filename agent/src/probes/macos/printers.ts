/** The printers set up on the Mac. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type MacReading, type Row, rowsOf } from './profile.ts'
import { notTold, wordsOf, yesNoOf } from './properties.ts'

type Printer = FactValue<'printers'>['printers'][number]

const MAX_PRINTERS = 200
/** Schemes of CUPS; those of makers' own drivers are in no list. */
const VIRTUAL = /^(cups-pdf|pdfwriter|file|nul|socket:\/\/(localhost|127\.))/i
const LOCAL = /^(usb|ipp\+usb|ippusb|parallel|serial|bluetooth|firewire)/i
const NETWORK = /^(ipps?|https?|lpd|socket|smb|dnssd|mdns)/i

/** A Mac without printers still tells the version of CUPS; nothing at all is no answer. */
export function parsePrintersOnMac(mac: MacReading | undefined): FactBody<FactValue<'printers'>> {
  const rows = rowsOf(mac, 'SPPrintersDataType')
  if (rows.kind !== 'read') return because(rows)
  if (rows.value.length === 0) return unknown('failed', 'SPPrintersDataType: the report is empty')
  const printers = rows.value.flatMap(printerIn)
  return {
    known: { printers: inOrder(printers, ({ name }) => name).slice(0, MAX_PRINTERS) },
    source: 'SPPrintersDataType',
  }
}

function printerIn(row: Row): Printer[] {
  const name = wordsOf(row, '_name', 300)
  if (name === undefined || (row.uri === undefined && row.ppd === undefined)) return []
  return [
    {
      name,
      driver: wordsOf(row, 'ppd') ?? notTold(row, 'ppd'),
      connection: connectionOf(wordsOf(row, 'uri', 1_000) ?? ''),
      shared: yesNoOf(row, 'shared') ?? notTold(row, 'shared'),
      isDefault: yesNoOf(row, 'default') ?? notTold(row, 'default'),
    },
  ]
}

function connectionOf(uri: string): Printer['connection'] {
  if (VIRTUAL.test(uri)) return 'virtual'
  // Before the network: "ipp+usb" begins like "ipp".
  if (LOCAL.test(uri)) return 'local'
  return NETWORK.test(uri) ? 'network' : unknown('not-supported', 'the kind of device is not known to the agent')
}
