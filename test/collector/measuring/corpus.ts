/** Facts of some fifty made-up PCs, each another way a measure is cut, with tables that stay as they are: what they measure to stands in measured.json. */
import { measure } from '#collector/plan/measures/measure.ts'
import type { Reference } from '#collector/plan/reference/reference.ts'
import type { FactBody } from '#shared/facts/spec.ts'

type Facts = Readonly<Record<string, FactBody>>
type Changes = Readonly<Record<string, object | string>>

const GIB = 1024 ** 3

export const TABLES: Reference = {
  lifecycle: {
    asOf: '2026-08-22',
    source: 'test',
    cycles: [
      { product: 'windows', cycle: '11-24h2-e', endsOn: '2027-10-12', build: 26_100 },
      { product: 'windows', cycle: '11-24h2-w', endsOn: '2026-10-13', build: 26_100 },
      { product: 'windows', cycle: '11-24h2-e-lts', endsOn: '2029-10-09', build: 26_100 },
      { product: 'windows', cycle: '11-24h2-iot-lts', endsOn: '2034-10-10', build: 26_100 },
      { product: 'windows', cycle: '11-22h2-w', endsOn: '2024-10-08', build: 22_621 },
      { product: 'windows', cycle: '10-22h2', endsOn: '2025-10-14', extendedEndsOn: '2028-10-10', build: 19_045 },
      { product: 'windows', cycle: '7-sp1', endsOn: '2020-01-14', build: 7_601 },
      { product: 'windows-server', cycle: '2025', endsOn: '2034-11-14', build: 26_100 },
      { product: 'ubuntu', cycle: '22.04', endsOn: '2027-04-01' },
      { product: 'macos', cycle: '26', endsOn: null },
    ],
  },
  builds: {
    asOf: '2026-08-12',
    source: 'test',
    builds: {
      19045: [
        [5737, '2025-04-08', 1],
        [6456, '2025-10-14', 1],
        [7663, '2026-08-11', 1],
      ],
      22621: [[6060, '2025-10-14', 1]],
      26100: [
        [100, '2026-06-09', 1],
        [150, '2026-06-23'],
        [200, '2026-07-14', 1],
        [300, '2026-08-11', 1],
      ],
    },
  },
}

const DISK = { sizeBytes: 500_107_862_016, kind: 'hdd', health: 'good', removable: false, holdsSystem: true }
const MODULE = { slot: 'DIMM1', sizeBytes: 4 * GIB, type: 'DDR3', formFactor: 'DIMM' }
const BASE: Readonly<Record<string, object>> = {
  memory: { totalBytes: 4_182_302_720, installedBytes: 4 * GIB, slots: 2, freeSlots: 1, maximumBytes: 16 * GIB, modules: [MODULE] },
  disks: { disks: [DISK] },
  usage: {
    volumes: [{ mount: 'C:', freeBytes: 61_203_283_968, holdsSystem: true }],
    batteries: [{ name: 'battery', fullCapacityMwh: 38_420 }],
  },
  os: { family: 'windows', name: 'Windows 10 Pro', version: '22H2', build: 19_045, ubr: 5737, supportEdition: 'pro' },
  processor: {
    name: 'Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz',
    vendor: 'GenuineIntel',
    family: 6,
    model: 60,
    stepping: 3,
    sockets: 1,
    cores: 2,
    maxMhz: 3500,
    architecture: 'x64',
  },
  tpm: { present: true, specVersion: '2.0' },
  'secure-boot': { capable: true, enabled: false },
  chassis: { kind: 'desktop' },
  system: { hostName: 'pc', virtual: false },
  board: { manufacturer: 'Dell Inc.', model: '040DDP' },
  bios: { vendor: 'Dell Inc.', date: '2014-08-21' },
  battery: { batteries: [{ name: 'battery', designCapacityMwh: 51_000 }] },
  antivirus: { products: [{ name: 'Defender', enabled: true, upToDate: true }] },
  'disk-encryption': { volumes: [{ mount: 'C:', state: 'protected', holdsSystem: true }] },
}

const not = (reason: string) => ({ unknown: reason })
const WINDOWS_11 = { name: 'Windows 11 Pro', version: '24H2', build: 26_100, ubr: 200 }
const UBUNTU = { family: 'linux', name: 'Ubuntu 22.04.5 LTS', version: '22.04', build: not('not-supported'), ubr: not('not-supported') }
const MACOS = { ...UBUNTU, family: 'macos', name: 'macOS 26', version: '26.1' }
const NO_NAME = { placeholder: 'To Be Filled By O.E.M.' }
const XEON = { name: 'Intel Xeon E5', model: 85 }

/** An object changes properties of a fact; a text is why the fact was not read; empty leaves it out. */
const PCS: Readonly<Record<string, Changes>> = {
  'as it is': {},
  'nothing reported': Object.fromEntries(Object.keys(BASE).map((fact) => [fact, ''])),
  'nothing readable': Object.fromEntries(Object.keys(BASE).map((fact) => [fact, 'access-denied'])),
  'memory in part': { memory: { installedBytes: not('failed'), freeSlots: not('not-supported') } },
  'little memory': { memory: { totalBytes: 2_013_265_920, installedBytes: 2 * GIB, freeSlots: 0, maximumBytes: 4 * GIB } },
  'board copied from another': { memory: { installedBytes: 32 * GIB } },
  'board unknown': { memory: { maximumBytes: not('failed') } },
  'board that names no maximum': { memory: { maximumBytes: 0x8000_0000 * 1024 } },
  'slots full': { memory: { slots: 1, freeSlots: 0, modules: [{ ...MODULE, type: 'DDR4' }] } },
  'memory of DDR5': { memory: { modules: [{ ...MODULE, type: 'DDR5', formFactor: 'SODIMM' }] } },
  'memory of no told type': { memory: { modules: [{ ...MODULE, type: not('not-supported') }] } },
  'memory of two types': { memory: { modules: [MODULE, { ...MODULE, type: 'DDR4' }] } },
  'memory soldered': { memory: { modules: [{ ...MODULE, type: 'LPDDR4', formFactor: 'Row Of Chips' }] } },
  'memory soldered beside a slot': {
    memory: { maximumBytes: 12 * GIB, modules: [{ ...MODULE, type: 'DDR4', formFactor: 'Row Of Chips' }] },
  },
  'memory that contradicts itself': { memory: { modules: [{ ...MODULE, type: 'LPDDR4' }] } },
  'memory in an untold form': { memory: { modules: [{ ...MODULE, formFactor: not('not-supported') }] } },
  'modules unread': { memory: { modules: not('access-denied') } },
  'ssd beside a stick': {
    disks: {
      disks: [
        { ...DISK, kind: 'ssd', sizeBytes: 256_060_514_304 },
        { ...DISK, removable: true, holdsSystem: false },
      ],
    },
  },
  'two disks, none says': {
    disks: {
      disks: [
        { ...DISK, holdsSystem: not('failed') },
        { ...DISK, holdsSystem: not('failed') },
      ],
    },
  },
  'disk failing': { disks: { disks: [{ ...DISK, health: 'failing', kind: not('failed') }] } },
  'disk of a virtual PC': { disks: { disks: [{ ...DISK, kind: 'virtual', health: not('not-supported') }] } },
  'no system volume': { usage: { volumes: [{ mount: 'D:', freeBytes: 1, holdsSystem: false }] } },
  'disk full': { usage: { volumes: [{ mount: 'C:', freeBytes: 1_073_741_824, holdsSystem: true }] } },
  'volumes unread': { usage: { volumes: not('timed-out') } },
  'no battery': { battery: { batteries: [] } },
  'battery tells nothing': { battery: { batteries: [{ name: 'battery', designCapacityMwh: 0 }] } },
  'another battery since': { usage: { batteries: [{ name: 'b', fullCapacityMwh: 38_420 }] } },
  'battery taken out': {
    battery: {
      batteries: [
        { name: 'battery', designCapacityMwh: 50_000 },
        { name: 'b', designCapacityMwh: 50_000 },
      ],
    },
  },
  'two batteries': {
    battery: {
      batteries: [
        { name: 'a', designCapacityMwh: 40_000 },
        { name: 'b', designCapacityMwh: 40_000 },
      ],
    },
    usage: {
      batteries: [
        { name: 'a', fullCapacityMwh: 30_000 },
        { name: 'b', fullCapacityMwh: not('failed') },
      ],
    },
  },
  laptop: { chassis: { kind: 'laptop' } },
  tablet: { chassis: { kind: 'tablet' } },
  'case unread': { chassis: { kind: not('failed') } },
  'case of another kind': { chassis: { kind: 'other' } },
  'case of a server': { chassis: { kind: 'server' }, os: UBUNTU },
  'a Linux in no known case': { chassis: { kind: 'other' }, os: UBUNTU },
  'a Mac in no known case': { chassis: { kind: not('not-supported') }, os: MACOS },
  'virtual PC': { system: { virtual: true }, chassis: { kind: 'virtual' } },
  'white box that cannot tell': { system: { virtual: not('not-supported') }, board: { manufacturer: NO_NAME, model: NO_NAME } },
  'white box without a name at all': {
    system: { virtual: not('not-supported') },
    board: { manufacturer: NO_NAME },
    bios: { vendor: NO_NAME },
  },
  'board of Microsoft': { system: { virtual: not('failed') }, board: { manufacturer: 'Microsoft Corporation', model: 'Surface Pro' } },
  'firmware of a hypervisor': { system: { virtual: not('failed') }, bios: { vendor: 'SeaBIOS' } },
  'firmware of 2020': { bios: { date: '2020-03-01' } },
  'firmware of 1980': { bios: { date: '1980-01-01' } },
  'Windows 10 at its last update': { os: { ubr: 7663 } },
  'Windows 10 newer than the table': { os: { ubr: 9999 } },
  'Windows 10 Home': { os: { name: 'Windows 10 Home', supportEdition: 'home' } },
  'update level unread': { os: { ubr: not('timed-out') } },
  'build unread': { os: { build: not('access-denied') } },
  'edition unread': { os: { supportEdition: not('access-denied') } },
  'build in no table': { os: { build: 12_345 } },
  'Windows 7': { os: { name: 'Windows 7 Professional', version: '6.1 SP1', build: 7_601, ubr: 24_545 } },
  'Windows 11': { os: WINDOWS_11 },
  'Windows 11 after a preview': { os: { ...WINDOWS_11, ubr: 150 } },
  'Windows 11 at its last update': { os: { ...WINDOWS_11, ubr: 300, supportEdition: 'enterprise' } },
  'Windows 11 LTSC': { os: { ...WINDOWS_11, name: 'Windows 11 Enterprise LTSC 2024', supportEdition: 'ltsc' } },
  'Windows 11 IoT LTSC': { os: { ...WINDOWS_11, name: 'Windows 11 IoT Enterprise LTSC', supportEdition: 'ltsc' } },
  'Windows 11 that is mended no more': { os: { ...WINDOWS_11, version: '22H2', build: 22_621, ubr: 6060 } },
  'Windows Server': { os: { ...WINDOWS_11, name: 'Windows Server 2025 Standard', supportEdition: 'server' } },
  Ubuntu: { os: UBUNTU },
  'Ubuntu of which nothing is known': { os: { ...UBUNTU, version: '30.04' } },
  macOS: { os: MACOS },
  'another Linux': { os: { ...UBUNTU, name: 'Void Linux', version: '1' } },
  '8th generation': { processor: { name: 'Intel(R) Core(TM) i5-8500', model: 158, stepping: 10, cores: 6, maxMhz: 4100 } },
  '7th generation': { processor: { name: 'Intel(R) Core(TM) i5-7500', model: 158, stepping: 9 } },
  'stepping unread': { processor: { model: 142, stepping: not('failed') } },
  'two sockets': { processor: { ...XEON, sockets: 2 } },
  'sockets unread': { processor: { ...XEON, sockets: not('failed'), maxMhz: not('failed') } },
  'another architecture': { processor: { name: 'Loongson-3A5000', vendor: 'Loongson', architecture: 'other' } },
  '32 bits': { processor: { name: 'Intel(R) Atom(TM)', architecture: 'x86' } },
  'Zen 2': { processor: { name: 'AMD Ryzen 5 3600', vendor: 'AuthenticAMD', family: 23, model: 113 } },
  'first Zen': { processor: { name: 'AMD Ryzen 5 1600', vendor: 'AuthenticAMD', family: 23, model: 1 } },
  'another maker': { processor: { name: 'VIA Nano', vendor: 'CentaurHauls' } },
  ARM: { processor: { name: 'Snapdragon (TM) 7c', architecture: 'arm64' } },
  'no TPM': { tpm: { present: false } },
  'TPM 1.2': { tpm: { specVersion: '1.2, 2, 3' } },
  'TPM of no version': { tpm: { specVersion: 'x' } },
  'Secure Boot on': { 'secure-boot': { capable: not('failed'), enabled: true } },
  'no Secure Boot': { 'secure-boot': { capable: false } },
  'antivirus off': { antivirus: { products: [{ name: 'a', enabled: false, upToDate: not('failed') }] } },
  'antivirus half told': { antivirus: { products: [{ name: 'a', enabled: true, upToDate: not('failed') }] } },
  'not encrypted': { 'disk-encryption': { volumes: [{ mount: 'C:', state: 'off', holdsSystem: true }] } },
  'encryption of which volume': { 'disk-encryption': { volumes: [{ mount: 'C:', state: 'off' }] } },
}

function factsOf(changes: Changes): Facts {
  return Object.fromEntries(
    Object.entries(BASE).flatMap(([fact, value]): [string, FactBody][] => {
      const change = changes[fact]
      if (typeof change === 'string') return change === '' ? [] : [[fact, { unknown: change, source: 'test' } as FactBody]]
      return [[fact, { known: { ...value, ...change }, source: 'test' }]]
    }),
  )
}

/** In the order of the list. */
export function measureCorpus(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(PCS).map(([name, changes], place) => [
      name,
      measure(factsOf(changes), place % 3 === 0 ? undefined : 2010 + place, TABLES),
    ]),
  )
}
