/** What is asked of macOS and for which facts: data types of system_profiler and a few small commands; what no wanted fact needs is not asked. */
import type { FactName } from '@somay/shared/facts/index.ts'

/** Never SPAirPortDataType: it names the Wi-Fi networks around, and SPNetworkDataType tells of the adapter without them. */
const dataTypes = {
  SPHardwareDataType: ['system', 'bios', 'chassis', 'processor', 'memory', 'secure-boot'],
  SPMemoryDataType: ['memory'],
  SPNVMeDataType: ['disks'],
  SPSerialATADataType: ['disks'],
  SPUSBDataType: ['disks'],
  SPStorageDataType: ['disks', 'volumes', 'disk-encryption', 'usage'],
  SPDisplaysDataType: ['graphics', 'monitors'],
  SPPowerDataType: ['battery', 'usage'],
  SPNetworkDataType: ['network-adapters'],
  SPEthernetDataType: ['network-adapters'],
  SPPrintersDataType: ['printers'],
  SPiBridgeDataType: ['secure-boot'],
  SPInstallHistoryDataType: ['patches'],
} satisfies Record<string, readonly FactName[]>

export type DataType = keyof typeof dataTypes

type Command = {
  readonly file: string
  readonly args: readonly string[]
  readonly facts: readonly FactName[]
  /** For those that do not answer from memory. */
  readonly limitMs?: number
  readonly withErrors?: true
}

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
  'kern.boottime',
]
const SYSCTL_FACTS: readonly FactName[] = ['system', 'chassis', 'processor', 'memory', 'os', 'secure-boot', 'usage']
/** One node of the I/O Registry with its own properties, a line each. */
const NODE = ['-r', '-d', '1', '-w', '0']
const REGISTRY = '/usr/sbin/ioreg'
/** Writes any property list, binary ones too, as text. */
const PLUTIL = '/usr/bin/plutil'
const AS_XML = ['-convert', 'xml1', '-o', '-']
const AS_JSON = ['-convert', 'json', '-o', '-']
const XPROTECT = '/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist'
/** The words of SPiBridgeDataType in every language macOS speaks; before macOS 13 there is no such file. */
const STARTUP_WORDS = '/System/Library/SystemProfiler/SPiBridgeReporter.spreporter/Contents/Resources/Localizable.loctable'
/** A variable of the firmware of Macs with a T2, under Apple's own GUID. */
const STARTUP_POLICY = '94B73556-2197-4702-82A8-3E1337DAFBFB:AppleSecureBootPolicy'
const ONE_MINUTE_MS = 60_000

const commands = {
  sysctl: { file: '/usr/sbin/sysctl', args: ['-i', ...SYSCTL_NAMES], facts: SYSCTL_FACTS },
  machine: { file: REGISTRY, args: [...NODE, '-c', 'IOPlatformExpertDevice'], facts: ['system', 'board', 'chassis'] },
  firmware: { file: REGISTRY, args: ['-p', 'IODeviceTree', ...NODE, '-n', 'rom'], facts: ['bios'] },
  efi: { file: REGISTRY, args: ['-p', 'IODeviceTree', ...NODE, '-n', 'efi'], facts: ['bios'] },
  screens: { file: REGISTRY, args: [...NODE, '-c', 'IOMobileFramebuffer'], facts: ['monitors'] },
  interfaces: { file: '/sbin/ifconfig', args: ['-a'], facts: ['network-adapters'] },
  version: { file: '/usr/bin/sw_vers', args: [], facts: ['os'] },
  // Without --no-scan it would ask Apple. That there is nothing it says on stderr.
  updates: {
    file: '/usr/sbin/softwareupdate',
    args: ['--list', '--no-scan'],
    facts: ['patches'],
    limitMs: ONE_MINUTE_MS,
    withErrors: true,
  },
  updateSettings: {
    file: PLUTIL,
    args: [...AS_XML, '/Library/Preferences/com.apple.SoftwareUpdate.plist'],
    facts: ['patches', 'usage'],
  },
  fileVault: { file: '/usr/bin/fdesetup', args: ['status'], facts: ['disk-encryption'] },
  apfs: { file: '/usr/sbin/diskutil', args: ['apfs', 'list', '-plist'], facts: ['disk-encryption'] },
  startupPolicy: { file: '/usr/sbin/nvram', args: [STARTUP_POLICY], facts: ['secure-boot'] },
  startupWords: { file: PLUTIL, args: [...AS_JSON, STARTUP_WORDS], facts: ['secure-boot'] },
  firewall: { file: '/usr/libexec/ApplicationFirewall/socketfilterfw', args: ['--getglobalstate'], facts: ['firewall'] },
  xprotect: { file: PLUTIL, args: [...AS_XML, XPROTECT], facts: ['antivirus'] },
  extensions: { file: '/usr/bin/systemextensionsctl', args: ['list'], facts: ['antivirus'] },
  console: { file: '/usr/bin/stat', args: ['-f', '%u %Su', '/dev/console'], facts: ['signed-in-user'] },
  // Slow and large, so it has a run of its own that takes nothing else with it.
  applications: {
    file: '/usr/sbin/system_profiler',
    args: ['-json', '-timeout', '90', 'SPApplicationsDataType'],
    facts: ['software'],
    limitMs: 2 * ONE_MINUTE_MS,
  },
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
