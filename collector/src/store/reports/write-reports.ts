/** Stores a batch of reports: what changed, what repeats, what is missing. At most one report per PC in a batch. */
import { NEED_MANIFEST } from '@somay/shared/report.ts'
import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { writeEvidence } from '../evidence.ts'
import { askAboutLearned } from '../identity-questions.ts'
import { promote } from '../pc-columns.ts'
import { closeSharedKeys } from '../shared-keys.ts'
import type { Tables } from '../tables.ts'
import { type Accepted, writeContacts, writePresence, writeReportIds } from './contacts.ts'
import { writeBodies } from './fact-bodies.ts'
import { type Inventory, readChanges, writeChanges } from './facts.ts'
import type { IncomingReport, Outcome } from './incoming.ts'
import { type KnownContact, readKnown } from './known.ts'
import { type PcChange, writePcRows } from './pc-rows.ts'
import { sortOutStrangers } from './strangers.ts'

/** Outcomes in the order of `batch`; undefined for a PC the ledger does not hold. Runs inside the caller's transaction. */
export async function writeReports(
  db: Kysely<Tables>,
  dialect: Dialect,
  batch: readonly IncomingReport[],
): Promise<(Outcome | undefined)[]> {
  const known = await readKnown(db, dialect, batch)
  const outcomes = new Map<IncomingReport, Outcome>()
  const accepted: Accepted[] = []
  const withFacts: (Inventory & { contact: KnownContact })[] = []
  const older: (Inventory & { contact: KnownContact })[] = []
  for (const report of batch) {
    const contact = known.get(report.pcId)
    if (!contact) continue
    if (report.id === contact.last_report_id || contact.stored === 1) outcomes.set(report, { repeated: true, need: [] })
    else if (!report.manifest) unchanged(report, contact)
    else if (isOlder(report, contact)) older.push(inventoryOf(report, contact))
    else withFacts.push(inventoryOf(report, contact))
  }
  if (withFacts.length + older.length > 0) await inventories()
  await writeContacts(db, dialect, accepted)
  await writePresence(db, dialect, accepted)
  await writeReportIds(db, dialect, accepted)
  return batch.map((report) => outcomes.get(report))

  function unchanged(report: IncomingReport, contact: KnownContact): void {
    const same = report.manifestHash === contact.manifest_hash
    const older = report.manifest !== undefined
    outcomes.set(report, { repeated: false, need: same || older ? [] : [NEED_MANIFEST] })
    // The same manifest was read again at takenAt: its facts are confirmed as of then.
    const inventoryAt = same ? Math.max(report.takenAt, contact.inventory_at ?? 0) : contact.inventory_at
    accepted.push({ report, known: contact, manifestHash: contact.manifest_hash, inventoryAt })
  }

  async function inventories(): Promise<void> {
    await writeBodies(
      db,
      dialect,
      withFacts.map(({ report }) => report),
    )
    const changes = await readChanges(db, dialect, [...withFacts, ...older])
    const { strangers, learned } = await sortOutStrangers(db, dialect, changes)
    await closeSharedKeys(
      db,
      dialect,
      strangers.map(({ report, pieces, known }) => ({ pcId: report.pcId, at: report.receivedAt, reportId: report.id, pieces, known })),
    )
    for (const { report } of strangers) {
      outcomes.set(report, { repeated: false, need: [], stranger: true })
      changes.delete(report)
    }
    // Their facts are the past; that they are this PC's had to be seen before their days are booked on it.
    for (const { report, contact } of older) if (changes.delete(report)) unchanged(report, contact)
    await writeChanges(db, dialect, changes)
    await writeEvidence(db, dialect, learned)
    await askAboutLearned(db, dialect, learned)
    const rows: PcChange[] = []
    for (const { report, contact, at } of withFacts) {
      const own = changes.get(report)
      if (!own) continue
      const isWhole = own.missing.length === 0
      outcomes.set(report, { repeated: false, need: own.missing })
      // What is still to come must not be shown as confirmed with its value of before.
      const inventoryAt = isWhole ? at : (contact.inventory_at ?? at)
      accepted.push({ report, known: contact, manifestHash: isWhole ? report.manifestHash : null, inventoryAt })
      if (own.starts.length > 0 || own.gone.length > 0)
        rows.push({ report, found: promote(own.found.map(([fact, body]) => ({ fact, body, text: JSON.stringify(body) }))), gone: own.gone })
    }
    await writePcRows(db, dialect, rows)
  }
}

/** An agent whose clock was mended between two inventories may date the later one before the earlier: what came last then holds from the same moment. */
function inventoryOf(report: IncomingReport, contact: KnownContact): Inventory & { contact: KnownContact } {
  return { report, contact, first: contact.inventory_at === null, at: Math.max(report.takenAt, contact.inventory_at ?? 0) }
}

// Reports come oldest first; one that lost its way, as in an offline bundle, must not put old facts over newer ones. The agent's own
// order (its ids only ever grow) must say so too, because its clock alone would shut out a PC whose clock was once ahead.
function isOlder(report: IncomingReport, { inventory_at, last_report_id }: KnownContact): boolean {
  return inventory_at !== null && report.takenAt < inventory_at && last_report_id !== null && report.id < last_report_id
}
