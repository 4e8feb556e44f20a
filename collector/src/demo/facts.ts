/** What one demo PC would report: every fact in the shapes of the catalogue, with the gaps real PCs have. */
import type { FactName, FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Chance } from './chance.ts'
import type { DemoPc, ReportingPc } from './pcs.ts'
import { demoOs, demoPatches } from './windows.ts'

const GIB = 1024 ** 3
const DISK_STEP_BYTES = 64 * 1024 * 1024
const DAY_MS = 86_400_000
const BATTERY_MWH = 42_000
const BATTERY_NAME = unknown('not-supported')

export type DemoFacts = { [N in FactName]?: FactBody<FactValue<N>> }

/** `atMs` is when the inventory is taken. */
export function demoFacts(pc: ReportingPc, chance: Chance, atMs: number): DemoFacts {
  const { model } = pc
  // An agent without administrator rights, and WMI that refuses: the two gaps seen most in the field.
  const limited = chance.happens(0.04)
  const denied: Unknown = unknown('access-denied')
  const source = 'WMI'
  const known = <T>(value: T): { known: T; source: string } => ({ known: value, source })
  const refused = (reason: 'access-denied' | 'timed-out' | 'failed') => ({ unknown: reason, source })
  const memory = memoryOf(pc, chance)
  const ssd = chance.happens(model.ssdShare)
  const diskBytes = ssd
    ? chance.pick([240_057_409_536, 256_060_514_304, 512_110_190_592])
    : chance.pick([320_072_933_376, 500_107_862_016, 1_000_204_886_016])
  const freeBytes = Math.floor((diskBytes * (0.05 + 0.7 * chance.next())) / DISK_STEP_BYTES) * DISK_STEP_BYTES
  const os = demoOs(pc, chance, atMs)
  return {
    system: known({
      hostName: pc.name,
      manufacturer: toIdentifier(model.manufacturer),
      model: toIdentifier(model.model),
      serial: toIdentifier(pc.serial),
      uuid: toIdentifier(pc.uuid),
      machineId: pc.machineId,
      virtual: false,
    }),
    board: known({ manufacturer: model.board[0], model: model.board[1], serial: toIdentifier(pc.boardSerial) }),
    bios: known({
      vendor: model.whiteBox ? 'American Megatrends Inc.' : model.manufacturer,
      version: `${1 + chance.below(3)}.${chance.below(20)}`,
      date: `${model.builtIn + chance.below(2)}-0${1 + chance.below(9)}-1${chance.below(9)}`,
      startsAs: model.uefi ? 'uefi' : 'legacy',
    }),
    chassis: known({ kind: model.kind, typeCode: model.kind === 'laptop' ? 10 : 3, serial: toIdentifier(pc.serial) }),
    processor: known({
      name: model.processor.name,
      vendor: 'GenuineIntel',
      family: model.processor.family,
      model: model.processor.model,
      stepping: model.processor.stepping,
      sockets: 1,
      cores: model.processor.cores,
      threads: model.processor.threads,
      maxMhz: model.processor.mhz,
      architecture: 'x64',
    }),
    memory: chance.happens(0.015) ? refused('failed') : known(memory),
    disks: chance.happens(0.02)
      ? refused('timed-out')
      : known({
          disks: [
            {
              name: 'PHYSICALDRIVE0',
              model: ssd
                ? chance.pick(['KINGSTON SA400S37240G', 'Samsung SSD 870 EVO', 'WDC WDS240G2G0A'])
                : chance.pick(['ST500DM002-1BD142', 'WDC WD5000AAKX', 'TOSHIBA DT01ACA050']),
              serial: pc.diskSerial,
              sizeBytes: diskBytes,
              kind: chance.happens(0.03) ? unknown('failed') : ssd ? 'ssd' : 'hdd',
              bus: 'SATA',
              health: limited
                ? denied
                : chance.weighted([
                    [94, 'good'],
                    [4, 'warning'],
                    [2, 'failing'],
                  ]),
              removable: false,
              holdsSystem: true,
            },
          ],
        }),
    volumes: known({
      volumes: [{ mount: 'C:', fileSystem: 'NTFS', sizeBytes: Math.floor(diskBytes * 0.98), holdsSystem: true }],
    }),
    graphics: known({
      adapters: [{ name: 'Intel(R) HD Graphics', vendor: 'Intel Corporation', memoryBytes: GIB, driverVersion: '20.19.15.4549' }],
    }),
    battery: known({ batteries: model.kind === 'laptop' ? [{ name: BATTERY_NAME, designCapacityMwh: BATTERY_MWH }] : [] }),
    'network-adapters': known({
      adapters: [
        {
          name: 'Ethernet',
          mac: pc.mac,
          physical: true,
          medium: 'wired',
          up: true,
          speedBitS: chance.pick([100_000_000, 1_000_000_000]),
          addresses: [pc.ipAddress],
        },
      ],
    }),
    os: known(os),
    patches: chance.happens(0.03) ? refused('access-denied') : known(demoPatches(pc, chance, atMs)),
    tpm: limited
      ? refused('access-denied')
      : known(model.tpm === undefined ? { present: false } : { present: true, specVersion: model.tpm, enabled: chance.happens(0.8) }),
    'secure-boot': limited ? refused('access-denied') : known({ capable: model.uefi, enabled: model.uefi && chance.happens(0.45) }),
    connectivity: known(connectivityOf(pc)),
    usage: known(usageOf(pc, chance, freeBytes, atMs)),
    software: { unknown: 'turned-off' },
  }
}

function usageOf({ model }: DemoPc, chance: Chance, freeBytes: number, atMs: number): FactValue<'usage'> {
  const daysAgo = (days: number) => new Date(atMs - Math.floor(days * DAY_MS * chance.next())).toISOString()
  return {
    lastBootAt: daysAgo(6),
    volumes: [{ mount: 'C:', freeBytes, holdsSystem: true }],
    updateListsFreshAt: chance.happens(0.06) ? unknown('timed-out') : daysAgo(3),
    batteries:
      model.kind === 'laptop'
        ? [{ name: BATTERY_NAME, fullCapacityMwh: 20_000 + chance.below(BATTERY_MWH - 20_000), cycles: unknown('not-supported') }]
        : [],
  }
}

function connectivityOf({ connection }: ReportingPc): FactValue<'connectivity'> {
  const state = connection === 'silent' ? 'internet' : connection
  const reached = state === 'internet'
  return {
    state,
    defaultRoute: state !== 'offline',
    dns: reached,
    internetProbe: reached ? 'reached' : 'no-answer',
    collectorReached: reached || state === 'wan-only',
    proxy: 'none',
  }
}

function memoryOf({ model, machineId }: DemoPc, chance: Chance): FactValue<'memory'> {
  const totalGb = chance.pick(model.memoryGb)
  const pieces = totalGb >= 4 && chance.happens(0.35) ? 2 : 1
  const sizeBytes = (totalGb * GIB) / pieces
  return {
    totalBytes: totalGb * GIB - 112_664_576,
    installedBytes: totalGb * GIB,
    slots: model.slots,
    freeSlots: model.slots - pieces,
    maximumBytes: model.whiteBox && chance.happens(0.3) ? unknown('failed') : model.maximumGb * GIB,
    modules: Array.from({ length: pieces }, (_, index) => ({
      slot: `DIMM${index + 1}`,
      sizeBytes,
      type: model.memoryType,
      formFactor: model.kind === 'laptop' ? 'SODIMM' : 'DIMM',
      speedMtS: { DDR2: 800, DDR3: 1600, DDR4: 2400, DDR5: 4800 }[model.memoryType],
      manufacturer: chance.pick(['Kingston', 'Samsung', 'SK Hynix', '0420']),
      serial: `${machineId.slice(-6).toUpperCase()}${index}`,
    })),
  }
}
