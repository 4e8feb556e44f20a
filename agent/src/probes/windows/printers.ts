/** The printers set up on the PC, as the account the agent runs as sees them. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, textOf, yesNoOf } from './properties.ts'

type Printer = FactValue<'printers'>['printers'][number]

const MAX_PRINTERS = 200
/** Names of ports: English in every language of Windows. */
const VIRTUAL = /^(PORTPROMPT:|FILE:|NUL:?$|XPSPORT:|SHRFAX:|FAX|PDF|Microsoft\.|ONENOTE|nul:)/i
const LOCAL = /^(USB|LPT|COM|DOT4|ESDPRT|BTH|IR)/i
const NETWORK = /^(\\\\|IP_|WSD|TCP|HTTPS?:|\d{1,3}(\.\d{1,3}){3}|SMB)/i
const VIRTUAL_DRIVER = /(print to pdf|xps document writer|onenote|\bfax\b|pdf ?creator|foxit|adobe pdf|snagit)/i

export function parsePrintersOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'printers'>> {
  const rows = rowsOf(windows, 'printers', 'printers')
  if (rows.kind !== 'read') return because(rows)
  // The default belongs to a person; the account of a service may have none.
  const tellsDefault = rows.value.some((row) => yesNoOf(row, 'Default') === true)
  const printers = rows.value.flatMap((row): Printer[] => {
    const name = textOf(row, 'Name', 300)
    if (name === undefined) return []
    return [
      {
        name,
        driver: textOf(row, 'DriverName') ?? notTold(row, 'DriverName'),
        connection: connectionOf(row),
        shared: yesNoOf(row, 'Shared') ?? notTold(row, 'Shared'),
        isDefault: tellsDefault
          ? yesNoOf(row, 'Default') === true
          : unknown('not-supported', 'the account the agent runs as has no default printer'),
      },
    ]
  })
  return { known: { printers: inOrder(printers, ({ name }) => name).slice(0, MAX_PRINTERS) }, source: 'Win32_Printer' }
}

function connectionOf(row: Row): Printer['connection'] {
  const port = textOf(row, 'PortName') ?? ''
  if (VIRTUAL.test(port) || VIRTUAL_DRIVER.test(textOf(row, 'DriverName') ?? '')) return 'virtual'
  if (yesNoOf(row, 'Network') === true || NETWORK.test(port)) return 'network'
  return LOCAL.test(port) ? 'local' : unknown('not-supported', 'the kind of port is not known to the agent')
}
