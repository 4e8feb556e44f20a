/** A real PC of the shared collection, pretended again as a Linux shows it: the same maker's table, nothing added. */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { PretendPc } from '../agent/probes/pretend-platform.ts'

const COLLECTION = new URL('../../../shared/data/real-pcs.jsonl.gz', import.meta.url)

export type RealPc = {
  readonly id: string
  readonly system: { readonly manufacturer: string | null; readonly product: string | null; readonly family: string | null }
  /** As dmidecode names it. */
  readonly chassis: string | null
  readonly board: { readonly manufacturer: string | null; readonly product: string | null } | null
  readonly bios: {
    readonly vendor: string | null
    readonly version: string | null
    readonly date: string | null
    readonly uefi: boolean | null
  }
  readonly cpu: {
    readonly version: string | null
    readonly family: number | null
    readonly model: number | null
    readonly stepping: number | null
    readonly manufacturer: string | null
    readonly cores: number | null
    readonly maxMhz: number | null
  }
  readonly tpm: { readonly spec: string | null } | null
  readonly memory: { readonly maxCapacityMb: number | null; readonly slots: number | null; readonly modules: readonly Module[] }
}

type Module = {
  readonly slot: string
  readonly sizeMb: number | null
  readonly type: string | null
  readonly formFactor: string | null
  readonly speed: string | null
  readonly manufacturer: string | null
}

/** Undefined where the collection does not lie beside the project. */
export function realPcs(count: number): RealPc[] | undefined {
  if (!existsSync(COLLECTION)) return undefined
  const lines = gunzipSync(readFileSync(COLLECTION)).toString('utf8').split('\n')
  return lines.slice(0, count).map((line) => JSON.parse(line) as RealPc)
}

/** The names dmidecode gives the types of DMTF DSP0134, 7.4.1. */
const CHASSIS_CODES: Readonly<Record<string, string>> = {
  Other: '1',
  Unknown: '2',
  Desktop: '3',
  'Low Profile Desktop': '4',
  'Pizza Box': '5',
  'Mini Tower': '6',
  Tower: '7',
  Portable: '8',
  Laptop: '9',
  Notebook: '10',
  'Hand Held': '11',
  'Docking Station': '12',
  'All In One': '13',
  'Space-saving': '15',
  'Lunch Box': '16',
  'Expansion Chassis': '18',
  'Sealed-case PC': '24',
  'Mini PC': '35',
  Detachable: '32',
}

/** The collection holds no operating system and no disks: of those this PC shows nothing. Nor does a missing TPM there mean that it was looked for. */
export function pretend({ id, system, chassis, board, bios, cpu, memory, tpm }: RealPc): PretendPc {
  const table = {
    sys_vendor: system.manufacturer,
    product_name: system.product,
    product_family: system.family,
    board_vendor: board?.manufacturer ?? null,
    board_name: board?.product ?? null,
    chassis_type: CHASSIS_CODES[chassis ?? ''] ?? null,
    bios_vendor: bios.vendor,
    bios_version: bios.version,
    bios_date: bios.date?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1') ?? null,
  }
  const shown = Object.entries(table).flatMap(([name, text]) =>
    text === null ? [] : [[`/sys/class/dmi/id/${name}`, `${text}\n`] as const],
  )
  return {
    hostName: `PC-${id}`,
    folders: ['/sys/class/dmi/id', ...(bios.uefi ? ['/sys/firmware/efi'] : [])],
    files: {
      ...Object.fromEntries(shown),
      '/proc/cpuinfo': cpuinfo(cpu),
      ...(cpu.maxMhz && { '/sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq': `${cpu.maxMhz}000\n` }),
      ...(tpm?.spec && { '/sys/class/tpm/tpm0/tpm_version_major': `${tpm.spec.slice(0, 1)}\n` }),
    },
    commands: { 'dmidecode --type 16 --type 17': dmidecode(memory) },
  }
}

/** A thread a core; where the table tells no cores, one of which nothing is told. */
function cpuinfo({ version, family, model, stepping, manufacturer, cores }: RealPc['cpu']): string {
  const vendor = /intel/i.test(manufacturer ?? '') ? 'GenuineIntel' : /amd|advanced micro/i.test(manufacturer ?? '') ? 'AuthenticAMD' : null
  const thread = (place: number) =>
    Object.entries({
      processor: place,
      vendor_id: vendor,
      'cpu family': family,
      model,
      'model name': version,
      stepping,
      ...(cores && { 'physical id': 0, 'core id': place }),
    })
      .flatMap(([name, value]) => (value === null ? [] : [`${name}\t: ${value}\n`]))
      .join('')
  return Array.from({ length: cores ?? 1 }, (_, place) => thread(place)).join('\n')
}

function dmidecode({ maxCapacityMb, modules }: RealPc['memory']): string {
  const maximum = maxCapacityMb === null ? '' : `\tMaximum Capacity: ${maxCapacityMb} MB\n`
  const array = `Handle 0x1000, DMI type 16, 23 bytes\nPhysical Memory Array\n\tUse: System Memory\n${maximum}`
  const devices = modules.map(({ slot, sizeMb, type, formFactor, speed, manufacturer }, index) => {
    const fields = {
      'Array Handle': '0x1000',
      Size: sizeMb === 0 ? 'No Module Installed' : sizeMb === null ? 'Unknown' : `${sizeMb} MB`,
      'Form Factor': formFactor,
      Locator: slot,
      Type: type,
      Speed: speed,
      Manufacturer: manufacturer,
    }
    const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`\t${name}: ${value}\n`]))
    return `Handle 0x11${index.toString(16).padStart(2, '0')}, DMI type 17, 40 bytes\nMemory Device\n${lines.join('')}`
  })
  return ['# dmidecode 3.4', array, ...devices].join('\n')
}
