/** The evidence of which PC this is, cut from the facts of an inventory by agent and collector alike; what is unknown stays unknown. */
import Type, { type Static } from 'typebox'
import type { FactName, FactValue } from './facts/index.ts'
import type { FactBody } from './facts/spec.ts'
import { type Identifier, identifier } from './identifier.ts'
import { type Unknown, unknown } from './unknown.ts'

const mac = Type.String({ pattern: '^([0-9a-f]{2}:){5}[0-9a-f]{2}$' })

const MAX_PIECES = 64

/** What tells one PC from another; each piece is scored, none is a key (DESIGN law 4). */
export const EvidenceSchema = Type.Object(
  {
    smbiosUuid: identifier(),
    systemSerial: identifier(),
    boardSerial: identifier(),
    chassisSerial: identifier(),
    machineId: identifier(),
    macs: Type.Array(mac, { maxItems: MAX_PIECES }),
    diskSerials: Type.Array(identifier(), { maxItems: MAX_PIECES }),
  },
  { additionalProperties: false },
)

export type Evidence = Static<typeof EvidenceSchema>

/** The facts that identify; enrolment reads no others. */
export const EVIDENCE_FACTS = ['system', 'board', 'chassis', 'disks', 'network-adapters'] as const satisfies FactName[]

type Bodies = Readonly<Record<string, FactBody | undefined>>

export function evidenceFrom(bodies: Bodies): Evidence {
  const disks = known(bodies, 'disks')?.disks ?? []
  const adapters = known(bodies, 'network-adapters')?.adapters ?? []
  return {
    smbiosUuid: piece(bodies, 'system', ({ uuid }) => uuid),
    systemSerial: piece(bodies, 'system', ({ serial }) => serial),
    boardSerial: piece(bodies, 'board', ({ serial }) => serial),
    chassisSerial: piece(bodies, 'chassis', ({ serial }) => serial),
    machineId: piece(bodies, 'system', ({ machineId }) => machineId ?? unknown('not-supported')),
    macs: adapters
      .filter(belongs)
      .flatMap(({ mac }) => (typeof mac === 'string' ? [mac] : []))
      .slice(0, MAX_PIECES),
    // A stick left in the PC is no part of it, and hypervisors give all their disks the same serial.
    diskSerials: disks
      .flatMap(({ serial, removable, kind }) => (removable === true || kind === 'virtual' ? [] : [serial]))
      .slice(0, MAX_PIECES),
  }
}

/** A dock or a USB adapter serves whichever PC stands there, Bluetooth and VPNs none: their addresses say nothing of the PC. */
function belongs({ physical, medium, bus }: FactValue<'network-adapters'>['adapters'][number]): boolean {
  return physical === true && medium !== 'other' && bus !== 'usb'
}

function known<N extends FactName>(bodies: Bodies, fact: N): FactValue<N> | undefined {
  const body = bodies[fact]
  return body && 'known' in body ? (body.known as FactValue<N>) : undefined
}

function piece<N extends FactName>(bodies: Bodies, fact: N, of: (value: FactValue<N>) => Identifier | Unknown): Identifier {
  const value = known(bodies, fact)
  if (value !== undefined) return of(value)
  const body = bodies[fact]
  return body && 'unknown' in body ? unknown(body.unknown, body.detail) : unknown('failed', `${fact} was not read`)
}
