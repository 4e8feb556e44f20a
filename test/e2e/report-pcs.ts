/** Enrols the known PCs and sends their reports over HTTP, as agents do. */
import { randomBytes } from 'node:crypto'
import type { Enrolled, Enrolment } from '#shared/enrolment.ts'
import type { Evidence } from '#shared/evidence.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import { makeReport } from '../make-report.ts'
import type { KnownPc } from './known-pcs.ts'

/** Resolves to the credential with which this PC reports again. */
export async function enrolPc(
  url: string,
  token: string,
  pc: Pick<KnownPc, 'hostName' | 'serial'>,
  changes: Partial<Evidence> = {},
): Promise<string> {
  const enrolment: Enrolment = {
    protocol: 1,
    token,
    hostName: pc.hostName,
    agentVersion: '0.1.0',
    publicKey: randomBytes(32).toString('base64url'),
    evidence: {
      smbiosUuid: { unknown: 'not-supported' },
      systemSerial: pc.serial,
      boardSerial: `BRD-${pc.serial}`,
      chassisSerial: { unknown: 'not-supported' },
      machineId: randomBytes(16).toString('hex'),
      macs: [],
      diskSerials: [`DSK-${pc.serial}`],
      ...changes,
    },
  }
  const { credential } = await send<Enrolled>(`${url}/api/v1/enrol`, enrolment)
  return credential
}

/** Facts the PC does not have are left out of the report. */
export async function reportPc(
  url: string,
  credential: string,
  facts: Readonly<Record<string, FactBody | undefined>>,
  at: number,
): Promise<void> {
  const samples = [{ at: new Date(at).toISOString(), state: 'internet' as const, latencyMs: 20 }]
  await send(`${url}/api/v1/reports`, makeReport({ facts, takenAt: at, sentAt: Date.now(), samples }), {
    authorization: `Bearer ${credential}`,
  })
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
