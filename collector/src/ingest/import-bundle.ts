/** Imports an offline bundle as the report it is: same checks, same store; only who carried it and how its clock is read differ. */
import { randomUUID } from 'node:crypto'
import type { ImportedBundle } from '@somay/shared/api/bundles.ts'
import { evidenceFrom } from '@somay/shared/evidence.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { withoutControls } from '@somay/shared/text/plain.ts'
import { Problem } from '../platform/problem.ts'
import { hashSecret } from '../platform/secrets.ts'
import { findKeyHolder, joinByBundle, type KeyHolder, noteImport } from '../store/bundle-pcs.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { type EvidencePiece, evidencePieces } from '../store/identity.ts'
import { stands } from '../store/units.ts'
import type { Calendar } from './calendar.ts'
import { prepareReport } from './prepare.ts'
import { type OpenedBundle, readBundle } from './read-bundle.ts'

export type Import = {
  readonly file: Buffer
  /** Who brought the file; who imports it unless said otherwise. */
  readonly carriedBy: string
  readonly who: string
  /** The unit a PC joins that the ledger does not know by its key. */
  readonly unitId: number | undefined
  /** Whether the importer may touch PCs of this unit. */
  mayTouch(unitId: number): Promise<boolean>
}

export type ImportPlace = { readonly database: Database; readonly calendar: Calendar; readonly now: () => number }

// Until it has joined; no row has this number.
const NOBODY = 0

export async function importBundle(place: ImportPlace, asked: Import): Promise<ImportedBundle> {
  const { database, calendar, now } = place
  const opened = await readBundle(asked.file)
  const { publicKey } = opened.bundle
  const pieces = piecesIn(opened)
  const holder = await findKeyHolder(database, publicKey, pieces)
  if (holder) await admit(holder, asked)
  const at = now()
  const madeAt = madeByOurClock(Date.parse(opened.report.sentAt), holder, at)
  // As if it had come over the line when it was made: so an old bundle is late, as a report that lost its way is.
  // Prepared before the PC joins, because what is refused must leave no PC behind.
  const prepared = prepareReport(opened.report, holder?.pcId ?? NOBODY, madeAt, calendar, 'bundle')
  const { pcId, isNew } = holder ? { pcId: holder.pcId, isNew: false } : await join(place, asked, opened)
  const report = { ...prepared, pcId }
  // One that joins may be a PC the ledger knows by its hardware, under an earlier key.
  const before = holder ?? (await findKeyHolder(database, publicKey, pieces))
  const isOlder = before?.inventoryAt != null && report.takenAt < before.inventoryAt && report.id < (before.lastReportId ?? '')
  const [outcome] = await database.writeReports([report])
  if (!outcome) throw new Problem('bundle-key-revoked')
  if (outcome.stranger) throw new Problem('bundle-key-shared')
  await noteImport(database, { pcId, at: now(), who: asked.who, carriedBy: asked.carriedBy, reportId: report.id, madeAt })
  return {
    pcId,
    hostName: withoutControls(opened.bundle.hostName),
    madeAt,
    repeated: outcome.repeated,
    isNew,
    isOlder: isOlder && !outcome.repeated,
  }
}

function piecesIn({ report }: Pick<OpenedBundle, 'report'>): EvidencePiece[] {
  return evidencePieces(evidenceFrom((report.bodies ?? {}) as Record<string, FactBody>))
}

async function admit({ key, unitId }: KeyHolder, { mayTouch }: Import): Promise<void> {
  if (!(await mayTouch(unitId))) throw new Problem('bundle-pc-elsewhere')
  if (key === 'revoked') throw new Problem('bundle-key-revoked')
  if (key === 'shared') throw new Problem('bundle-key-shared')
}

async function join(
  { database, now }: ImportPlace,
  asked: Import,
  { bundle, report }: OpenedBundle,
): Promise<{ pcId: number; isNew: boolean }> {
  // The right to join is the importer's: a key alone, which anyone can make, opens nothing.
  const { unitId, who } = asked
  if (unitId === undefined) throw new Problem('bundle-pc-unknown')
  if (!(await asked.mayTouch(unitId))) throw new Problem('bundle-pc-elsewhere')
  if (!(await stands(database, unitId))) throw new Problem('unit-unknown')
  return joinByBundle(database, {
    hostName: withoutControls(bundle.hostName),
    agentVersion: report.agentVersion,
    publicKey: bundle.publicKey,
    // No credential leaves the collector: one nobody knows keeps the key, and enrolling over the line later gives a real one.
    credentialHash: hashSecret(randomUUID()),
    pieces: piecesIn({ report }),
    at: now(),
    unitId,
    who,
  })
}

/**
 * The bundle lay in a pocket for days, so its receipt says nothing of when it was made: the agent's clock does, corrected by how far it
 * was off when last on the line, and never later than now.
 */
function madeByOurClock(sentAt: number, holder: KeyHolder | undefined, at: number): number {
  return Math.min(at, sentAt + (holder?.skewMs ?? 0))
}
