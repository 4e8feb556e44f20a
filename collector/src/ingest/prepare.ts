/** Makes a checked report ready for the store: hashes verified, bodies encoded, samples turned into days. */
import { hash } from 'node:crypto'
import { evidenceFrom } from '@somay/shared/evidence.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Manifest, Report } from '@somay/shared/report.ts'
import { Problem } from '../platform/problem.ts'
import { encodeBody } from '../store/fact-encoding.ts'
import { evidencePieces } from '../store/identity.ts'
import { promote } from '../store/pc-columns.ts'
import type { IncomingReport, PackedBody } from '../store/reports/incoming.ts'
import type { Calendar } from './calendar.ts'
import { latestState, presenceOf, takenAtByOurClock } from './presence.ts'
import { checkFact } from './validate.ts'

/** `came`: a report over the line is itself the proof that the PC reached the collector that day; a carried one is not. */
export function prepareReport(
  report: Report,
  pcId: number,
  receivedAt: number,
  calendar: Calendar,
  came: 'line' | 'bundle' = 'line',
): IncomingReport {
  const { manifest } = report
  if (manifest) checkManifest(manifest, report.manifestHash)
  const moment = { receivedAt, sentAt: Date.parse(report.sentAt) }
  const agentTakenAt = Date.parse(report.takenAt)
  return {
    pcId,
    id: report.id,
    receivedAt,
    takenAt: takenAtByOurClock(agentTakenAt, moment),
    agentTakenAt,
    sentAt: moment.sentAt,
    agentVersion: report.agentVersion,
    manifestHash: report.manifestHash,
    manifest: manifest && Object.entries(manifest),
    ...packBodies((report.bodies ?? {}) as Record<string, FactBody>, manifest),
    presence: presenceOf(report.samples, moment, calendar, came === 'line'),
    state: latestState(report.samples, moment),
  }
}

// The text is hashed with its keys in the order they came in: an agent that did not sort them is told so by the mismatch.
function checkManifest(manifest: Manifest, manifestHash: string): void {
  if (hash('sha256', JSON.stringify(manifest), 'hex') !== manifestHash) throw new Problem('fact-hash-mismatch', 'manifest')
}

function packBodies(
  given: Record<string, FactBody>,
  manifest: Manifest | undefined,
): Pick<IncomingReport, 'bodies' | 'pack' | 'pieces' | 'promoted'> {
  const facts = Object.entries(given)
  if (facts.length === 0) return NO_BODIES
  const texts = facts.map(([fact, body]) => checkedText(fact, body, manifest?.[fact]))
  // One buffer for all of a report: a buffer for each body took longer to make and to collect than its bytes to write.
  const plain = Buffer.allocUnsafe(texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0))
  const bodies: PackedBody[] = []
  const parts: Buffer[] = []
  let at = 0
  for (const { fact, text, hash } of texts) {
    const from = at
    at += plain.write(text, from)
    const { encoding, bytes } = encodeBody(plain.subarray(from, at))
    bodies.push({ fact, hash, encoding, size: bytes.length })
    parts.push(bytes)
  }
  return { bodies, pack: Buffer.concat(parts), pieces: evidencePieces(evidenceFrom(given)), promoted: promote(texts) }
}

type Checked = { readonly fact: string; readonly body: FactBody; readonly text: string; readonly hash: string }

function checkedText(fact: string, body: FactBody, expected: string | undefined): Checked {
  if (expected === undefined) throw new Problem('body-invalid', `/bodies/${fact}: not in the manifest`)
  checkFact(fact, body)
  const text = JSON.stringify(body)
  if (hash('sha256', text, 'hex') !== expected) throw new Problem('fact-hash-mismatch', fact)
  return { fact, body, text, hash: expected }
}

const NO_BODIES = {
  bodies: [],
  pack: new Uint8Array(),
  pieces: [],
  promoted: { values: {}, reasons: {}, unknownFacts: {}, partlyUnknown: {} },
}
