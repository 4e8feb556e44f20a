/** The evidence of which PC this is, cut from the facts of an inventory; what is unknown stays unknown. */
import type { Evidence } from '@somay/shared/enrolment.ts'
import type { FactName, FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Identifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'

/** The facts enrolment needs; the others are left for the first report. */
export const EVIDENCE_FACTS = ['system', 'board', 'chassis', 'disks', 'network-adapters'] as const satisfies FactName[]

type Bodies = Readonly<Record<string, FactBody | undefined>>

const MAX_PIECES = 64

export function evidenceFrom(bodies: Bodies): Evidence {
  const disks = known(bodies, 'disks')?.disks ?? []
  const adapters = known(bodies, 'network-adapters')?.adapters ?? []
  return {
    smbiosUuid: piece(bodies, 'system', ({ uuid }) => uuid),
    systemSerial: piece(bodies, 'system', ({ serial }) => serial),
    boardSerial: piece(bodies, 'board', ({ serial }) => serial),
    chassisSerial: piece(bodies, 'chassis', ({ serial }) => serial),
    machineId: piece(bodies, 'system', ({ machineId }) => machineId ?? unknown('not-supported')),
    macs: adapters.flatMap(({ mac, physical }) => (typeof mac === 'string' && physical === true ? [mac] : [])).slice(0, MAX_PIECES),
    // A stick left in the PC is no part of it, and hypervisors give all their disks the same serial.
    diskSerials: disks
      .flatMap(({ serial, removable, kind }) => (removable === true || kind === 'virtual' ? [] : [serial]))
      .slice(0, MAX_PIECES),
  }
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
