/** Reads the graphics adapters on the PCI bus, with names from lspci where it is installed. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because, textIn, valueFrom, wholeNumberIn } from './because.ts'
import { parseGraphicsOnMac } from './macos/graphics.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseGraphicsOnWindows } from './windows/graphics.ts'

type Adapter = FactValue<'graphics'>['adapters'][number]

export type AdapterReading = {
  readonly address: string
  readonly vendorId: TextReading
  readonly deviceId: TextReading
  /** Only AMD's driver tells. */
  readonly memory: TextReading
  readonly driverVersion: TextReading
}

export type GraphicsReading = { readonly adapters: Reading<AdapterReading[]>; readonly lspci: CommandResult | undefined }

const PCI_FOLDER = '/sys/bus/pci/devices'
// PCI base class 03 is "display controller" (PCI Code and ID Assignment Specification).
const DISPLAY_CLASS = /^0x03/
const LSPCI_TIMEOUT_MS = 5_000

export async function readGraphics(platform: Platform): Promise<GraphicsReading> {
  const devices = await platform.listFolder(PCI_FOLDER)
  if (devices.kind !== 'read') return { adapters: devices, lspci: undefined }
  const adapters: AdapterReading[] = []
  for (const address of devices.value) {
    const kind = await platform.readText(`${PCI_FOLDER}/${address}/class`)
    // It may be the graphics adapter: a list without it would look complete.
    if (kind.kind !== 'read') return { adapters: kind, lspci: undefined }
    if (DISPLAY_CLASS.test(kind.value)) adapters.push(await readAdapter(platform, address))
  }
  const lspci = adapters.length > 0 ? await platform.runCommand('lspci', ['-D', '-mm'], { timeoutMs: LSPCI_TIMEOUT_MS }) : undefined
  return { adapters: { kind: 'read', value: adapters }, lspci }
}

async function readAdapter(platform: Platform, address: string): Promise<AdapterReading> {
  const at = `${PCI_FOLDER}/${address}`
  return {
    address,
    vendorId: await platform.readText(`${at}/vendor`),
    deviceId: await platform.readText(`${at}/device`),
    memory: await platform.readText(`${at}/mem_info_vram_total`),
    driverVersion: await platform.readText(`${at}/driver/module/version`),
  }
}

export function parseGraphics({ adapters, lspci }: GraphicsReading): FactBody<FactValue<'graphics'>> {
  if (adapters.kind !== 'read') return because(adapters)
  const names = lspci?.kind === 'ok' ? parseLspci(lspci.stdout) : new Map<string, Names>()
  return {
    known: { adapters: adapters.value.map((adapter) => parseAdapter(adapter, names.get(adapter.address), lspci)) },
    source: lspci?.kind === 'ok' ? 'sysfs pci, lspci' : 'sysfs pci',
  }
}

type Names = { readonly vendor: string; readonly device: string }

/** `lspci -D -mm` quotes class, vendor and device after the address. */
function parseLspci(output: string): Map<string, Names> {
  const names = new Map<string, Names>()
  for (const line of output.split('\n')) {
    const [, address, vendor, device] = line.match(/^(\S+) "[^"]*" "([^"]*)" "([^"]*)"/) ?? []
    if (address !== undefined && vendor !== undefined && device !== undefined) names.set(address, { vendor, device })
  }
  return names
}

function parseAdapter(adapter: AdapterReading, names: Names | undefined, lspci: CommandResult | undefined): Adapter {
  return {
    name: textIn(names?.device ?? '', 200) ?? nameByNumbers(adapter),
    vendor: textIn(names?.vendor ?? '', 100) ?? whyNoVendor(lspci),
    memoryBytes: valueFrom(adapter.memory, wholeNumberIn, 'mem_info_vram_total'),
    driverVersion: versionOf(adapter.driverVersion),
  }
}

function nameByNumbers({ vendorId, deviceId }: AdapterReading): string | Unknown {
  if (vendorId.kind !== 'read') return because(vendorId)
  if (deviceId.kind !== 'read') return because(deviceId)
  return `PCI ${idIn(vendorId.value)}:${idIn(deviceId.value)}`
}

function idIn(text: string): string {
  return text.trim().replace(/^0x/, '')
}

function whyNoVendor(lspci: CommandResult | undefined): Unknown {
  if (lspci?.kind === 'ok') return unknown('failed', 'lspci does not name this adapter')
  return lspci ? because(lspci) : unknown('failed', 'lspci was not asked')
}

function versionOf(reading: TextReading): string | Unknown {
  if (reading.kind === 'absent') return unknown('not-supported', 'the driver is part of the kernel and has no version of its own')
  return valueFrom(reading, (text) => textIn(text, 100), 'driver version')
}

export const graphicsProbe: Probe<'graphics'> = {
  fact: 'graphics',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseGraphics(await readGraphics(platform)),
  windows: async ({ windows }) => parseGraphicsOnWindows(windows),
  macos: async ({ macos }) => parseGraphicsOnMac(macos),
}
