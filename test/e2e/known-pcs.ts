/** The PCs of the browser tests: few enough to count by hand, with marks, unknown facts and hostile names among them. */
import { FACTS, type FactName } from '#shared/facts/index.ts'
import type { FactBody } from '#shared/facts/spec.ts'

export type KnownPc = { hostName: string; unit: string; memoryGigabytes: number; bodies: Partial<Record<FactName, FactBody>> }

export const UNITS = ['Sở Nội vụ', 'UBND huyện Đăk Glei'] as const

export const MARKED_NAME = 'Máy Văn thư Đắk Hà'

export const HOSTILE_NAMES = [
  '<script>document.title="hacked"</script>',
  "=cmd|' /C calc'!A0",
  '"><img src=x onerror="document.title=1">',
  'M'.repeat(250),
  '\u202Eevil\u202C-name',
] as const

/** More than one page of fifty. */
const HOW_MANY = 64

const GIBIBYTE = 1024 ** 3

export const KNOWN_PCS: readonly KnownPc[] = Array.from({ length: HOW_MANY }, (_, place) => knownPc(place))

function knownPc(place: number): KnownPc {
  const number = String(place).padStart(3, '0')
  const hostName = [MARKED_NAME, ...HOSTILE_NAMES][place] ?? `KT-PC-${number}`
  const memoryGigabytes = [4, 8, 16][place % 3] ?? 4
  const serial = `KT${number}X`
  const known = (fact: FactName, changed: object = {}): FactBody => ({
    known: { ...(FACTS[fact].example as object), ...changed },
    source: 'browser tests',
  })
  return {
    hostName,
    unit: UNITS[place % 2] ?? UNITS[0],
    memoryGigabytes,
    bodies: {
      system: known('system', { hostName, serial, uuid: `4c4c4544-0058-4b10-8032-${number.padStart(12, 'a')}` }),
      board: known('board', { serial: `BRD-${serial}` }),
      bios: known('bios', { date: { unknown: 'access-denied', detail: 'EACCES' } }),
      chassis: known('chassis', { serial }),
      processor: known('processor'),
      memory: known('memory', { totalBytes: memoryGigabytes * GIBIBYTE, installedBytes: memoryGigabytes * GIBIBYTE }),
      disks: known('disks', { disks: [{ ...(FACTS.disks.example as { disks: object[] }).disks[0], serial: `DSK-${serial}` }] }),
      volumes: known('volumes'),
      battery: { unknown: 'not-supported' },
      'network-adapters': known('network-adapters', {
        adapters: [{ ...(FACTS['network-adapters'].example as { adapters: object[] }).adapters[0], mac: `02:00:00:00:00:${hex(place)}` }],
      }),
      os: known('os', { name: place % 2 === 0 ? 'Windows 10 Pro' : 'Windows 11 Pro' }),
      patches: known('patches'),
      // One in four could not be read: unknown, and never "no TPM".
      tpm: place % 4 === 0 ? { unknown: 'access-denied', source: 'browser tests' } : known('tpm'),
      'secure-boot': known('secure-boot'),
      connectivity: known('connectivity'),
      software: { unknown: 'turned-off' },
    },
  }
}

function hex(place: number): string {
  return place.toString(16).padStart(2, '0')
}
