/** The PCs of the browser tests: few enough to count by hand, with marks, unknown facts and hostile names among them. */
import type { FactBody } from '#shared/facts/spec.ts'
import { known } from '../make-report.ts'

type Facts = Readonly<Record<string, FactBody | undefined>>

export type KnownPc = {
  readonly hostName: string
  readonly unit: string
  readonly serial: string
  readonly memoryGigabytes: number
  readonly knowsTpm: boolean
  /** Undefined: not in its report at all. */
  readonly facts: Facts
}

export const UNITS = ['Sở Nội vụ', 'UBND huyện Đăk Glei'] as const

export const MARKED_NAME = 'Máy Văn thư Đắk Hà'

export const HOSTILE_NAMES = [
  '<script>document.title="hacked"</script>',
  "=cmd|' /C calc'!A0",
  '"><img src=x onerror="document.title=1">',
  'M'.repeat(250),
  '\u202Eevil\u202C-name',
] as const

const GIBIBYTE = 1024 ** 3

/** Between its first and its second report this PC got more memory. */
export const UPGRADED = { hostName: 'KT-PC-007', facts: { memory: memory(32) } } as const

/** More than one page of fifty. */
const HOW_MANY = 64

export const KNOWN_PCS: readonly KnownPc[] = Array.from({ length: HOW_MANY }, (_, place) => knownPc(place))

function knownPc(place: number): KnownPc {
  const number = String(place).padStart(3, '0')
  const hostName = [MARKED_NAME, ...HOSTILE_NAMES][place] ?? `KT-PC-${number}`
  const memoryGigabytes = hostName === UPGRADED.hostName ? 32 : ([4, 8, 16][place % 3] ?? 4)
  // One in four could not be read: unknown, and never "no TPM".
  const knowsTpm = place % 4 !== 0
  const serial = `KT${number}X`
  return {
    hostName,
    unit: UNITS[place % 2] ?? UNITS[0],
    serial,
    memoryGigabytes,
    knowsTpm,
    facts: {
      system: known('system', { hostName, serial, uuid: `4c4c4544-0058-4b10-8032-${number.padStart(12, 'a')}` }),
      board: known('board', { serial: { placeholder: 'Default string' } }),
      bios: known('bios', { date: { unknown: 'access-denied', detail: 'EACCES' } }),
      chassis: known('chassis', { serial }),
      memory: memory(hostName === UPGRADED.hostName ? 4 : memoryGigabytes),
      graphics: undefined,
      battery: { unknown: 'not-supported' },
      os: known('os', { name: place % 2 === 0 ? 'Windows 10 Pro' : 'Windows 11 Pro' }),
      tpm: knowsTpm ? known('tpm', {}) : { unknown: 'access-denied', source: 'test' },
      software: { unknown: 'turned-off' },
    },
  }
}

function memory(gigabytes: number): FactBody {
  return known('memory', { totalBytes: gigabytes * GIBIBYTE, installedBytes: gigabytes * GIBIBYTE })
}
