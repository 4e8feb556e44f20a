/** Enrols the known PCs and sends their first reports over HTTP, as agents do. */
import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '#shared/canonical.ts'
import type { Enrolled } from '#shared/enrolment.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import { realIdentifier } from '#shared/identifier.ts'
import type { KnownPc } from './known-pcs.ts'

const AGENT_VERSION = '0.1.0'

export async function reportPc(url: string, token: string, pc: KnownPc, at: number): Promise<void> {
  const serial = realIdentifier((pc.bodies.system as { known: { serial: string } }).known.serial)
  const enrolled = await send<Enrolled>(`${url}/api/v1/enrol`, {
    protocol: 1,
    token,
    hostName: pc.hostName,
    agentVersion: AGENT_VERSION,
    publicKey: randomBytes(32).toString('base64url'),
    evidence: {
      smbiosUuid: { unknown: 'not-supported' },
      systemSerial: serial,
      boardSerial: `BRD-${serial}`,
      chassisSerial: { unknown: 'not-supported' },
      machineId: randomBytes(16).toString('hex'),
      macs: [],
      diskSerials: [`DSK-${serial}`],
    },
  })
  await reportFacts(url, enrolled.credential, pc.bodies, at)
}

export async function reportFacts(url: string, credential: string, bodies: Record<string, FactBody>, at: number): Promise<void> {
  const manifest = Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, sha256(canonical(body))]))
  const takenAt = new Date(at).toISOString()
  const report = {
    protocol: 1,
    id: uuidVersion7(at),
    takenAt,
    sentAt: takenAt,
    agentVersion: AGENT_VERSION,
    manifestHash: sha256(canonical(manifest)),
    manifest,
    bodies,
    samples: [{ at: takenAt, state: 'internet', latencyMs: 20 }],
  }
  await send(`${url}/api/v1/reports`, report, { authorization: `Bearer ${credential}` })
}

async function send<T>(address: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${text}`)
  return JSON.parse(text) as T
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7 */
function uuidVersion7(at: number): string {
  const hex = at.toString(16).padStart(12, '0') + randomBytes(10).toString('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
