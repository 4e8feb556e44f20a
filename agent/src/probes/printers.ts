/** Reads the printers set up on the PC. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because, textIn } from './because.ts'
import { parsePrintersOnMac } from './macos/printers.ts'
import { inOrder } from './order.ts'
import type { Probe } from './probe.ts'
import { parsePrintersOnWindows } from './windows/printers.ts'

type Printer = FactValue<'printers'>['printers'][number]

export type PrintersReading = {
  /** `lpstat -v`: one line a printer with its device. */
  readonly devices: CommandResult
  /** `lpstat -d`: the default one. */
  readonly preferred: CommandResult
}

const LPSTAT_LIMIT_MS = 5_000
const MAX_PRINTERS = 200
/** lpstat ends with 1 and this sentence when the scheduler runs and knows no printer. */
const NO_PRINTERS = /no destinations added/i
const VIRTUAL = /^(cups-pdf|file|nul|socket:\/\/(localhost|127\.))/
const LOCAL = /^(usb|parallel|serial|hp:\/usb|hp:\/par|epson|canon)/
const NETWORK = /^(ipps?|https?|lpd|socket|smb|dnssd|hp:\/net|beh|implicitclass)/

export async function readPrinters(platform: Platform): Promise<PrintersReading> {
  const limits = { timeoutMs: LPSTAT_LIMIT_MS }
  const devices = await platform.runCommand('lpstat', ['-v'], limits)
  const preferred = devices.kind === 'ok' ? await platform.runCommand('lpstat', ['-d'], limits) : devices
  return { devices, preferred }
}

export function parsePrinters({ devices, preferred }: PrintersReading): FactBody<FactValue<'printers'>> {
  if (devices.kind === 'failed' && NO_PRINTERS.test(devices.detail)) return { known: { printers: [] }, source: 'lpstat' }
  if (devices.kind !== 'ok') return because(devices)
  const preferredName = preferred.kind === 'ok' ? /^system default destination: (.+)$/m.exec(preferred.stdout)?.[1]?.trim() : undefined
  const printers = devices.stdout.split('\n').flatMap((line): Printer[] => {
    const found = /^device for (.+?): (.*)$/.exec(line)
    const name = found?.[1] === undefined ? undefined : textIn(found[1], 300)
    if (name === undefined) return []
    return [
      {
        name,
        driver: unknown('not-supported', 'lpstat does not tell'),
        connection: connectionOf(found?.[2] ?? ''),
        shared: unknown('not-supported', 'lpstat does not tell'),
        isDefault: preferred.kind === 'ok' ? name === preferredName : because(preferred),
      },
    ]
  })
  return { known: { printers: inOrder(printers, ({ name }) => name).slice(0, MAX_PRINTERS) }, source: 'lpstat' }
}

function connectionOf(device: string): Printer['connection'] {
  if (VIRTUAL.test(device)) return 'virtual'
  if (LOCAL.test(device)) return 'local'
  return NETWORK.test(device) ? 'network' : unknown('not-supported', 'the kind of device is not known to the agent')
}

export const printersProbe: Probe<'printers'> = {
  fact: 'printers',
  timeLimitMs: 2 * LPSTAT_LIMIT_MS + 1_000,
  linux: async ({ platform }) => parsePrinters(await readPrinters(platform)),
  windows: async ({ windows }) => parsePrintersOnWindows(windows),
  macos: async ({ macos }) => parsePrintersOnMac(macos),
}
