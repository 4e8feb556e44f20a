/** What is asked of macOS and for which facts: data types of system_profiler and a few small commands; what no wanted fact needs is not asked. */
import type { FactName } from '@somay/shared/facts/index.ts'

/** Never SPAirPortDataType: it names the Wi-Fi networks around, and SPNetworkDataType tells of the adapter without them. */
const dataTypes = {
  SPHardwareDataType: ['system', 'bios', 'chassis', 'processor', 'memory'],
  SPMemoryDataType: ['memory'],
  SPNVMeDataType: ['disks'],
  SPSerialATADataType: ['disks'],
  SPUSBDataType: ['disks'],
  SPStorageDataType: ['disks', 'volumes'],
  SPDisplaysDataType: ['graphics', 'monitors'],
  SPPowerDataType: ['battery'],
  SPNetworkDataType: ['network-adapters'],
  SPEthernetDataType: ['network-adapters'],
  SPPrintersDataType: ['printers'],
} satisfies Record<string, readonly FactName[]>

export type DataType = keyof typeof dataTypes

type Command = { readonly file: string; readonly args: readonly string[]; readonly facts: readonly FactName[] }

/** Numbers of the kernel. With -i it passes over those this Mac does not have: the first six exist on Intel alone. */
const SYSCTL_NAMES = [
  'machdep.cpu.vendor',
  'machdep.cpu.family',
  'machdep.cpu.model',
  'machdep.cpu.stepping',
  'hw.cpufrequency_max',
  'hw.optional.x86_64',
  'hw.optional.arm64',
  'machdep.cpu.brand_string',
  'hw.packages',
  'hw.physicalcpu_max',
  'hw.logicalcpu_max',
  'hw.memsize',
  'kern.hv_vmm_present',
]
/** One node of the I/O Registry with its own properties, a line each. */
const NODE = ['-r', '-d', '1', '-w', '0']

const commands = {
  sysctl: { file: '/usr/sbin/sysctl', args: ['-i', ...SYSCTL_NAMES], facts: ['system', 'chassis', 'processor', 'memory'] },
  machine: {
    file: '/usr/sbin/ioreg',
    args: [...NODE, '-c', 'IOPlatformExpertDevice'],
    facts: ['system', 'board', 'chassis'],
  },
  firmware: { file: '/usr/sbin/ioreg', args: ['-p', 'IODeviceTree', ...NODE, '-n', 'rom'], facts: ['bios'] },
  efi: { file: '/usr/sbin/ioreg', args: ['-p', 'IODeviceTree', ...NODE, '-n', 'efi'], facts: ['bios'] },
  screens: { file: '/usr/sbin/ioreg', args: [...NODE, '-c', 'IOMobileFramebuffer'], facts: ['monitors'] },
  interfaces: { file: '/sbin/ifconfig', args: ['-a'], facts: ['network-adapters'] },
} satisfies Record<string, Command>

export type CommandName = keyof typeof commands

export const COMMANDS: Readonly<Record<CommandName, Command>> = commands

export function dataTypesFor(facts: readonly FactName[]): DataType[] {
  const needs: Readonly<Record<DataType, readonly FactName[]>> = dataTypes
  return (Object.keys(dataTypes) as DataType[]).filter((type) => needs[type].some((fact) => facts.includes(fact)))
}

export function commandsFor(facts: readonly FactName[]): CommandName[] {
  return (Object.keys(commands) as CommandName[]).filter((name) => COMMANDS[name].facts.some((fact) => facts.includes(fact)))
}
