/** How far an update has come, on the disk before each step: after a power cut the runner goes on from there. */
import { mkdirSync, rmSync } from 'node:fs'
import { SignedReleaseSchema, UPDATE_REASONS, type UpdateOutcome, type UpdateReason } from '@somay/shared/release.ts'
import Type, { type Static } from 'typebox'
import { syncFolder, writeFileAtomically } from '../platform/atomic-file.ts'
import { journalFile, standingFile } from '../updates/places.ts'
import { readRecord, type Standing, StandingSchema } from '../updates/records.ts'

export const JournalSchema = Type.Object({
  step: Type.Enum(['installing', 'waiting', 'rolling-back']),
  /** How often this step was begun: more than a few times means that it ends the PC. */
  begun: Type.Integer(),
  release: SignedReleaseSchema,
  fallback: SignedReleaseSchema,
  /** The last sign of life before the new version came: another one is its own. */
  proofBefore: Type.Optional(Type.String()),
  reason: Type.Optional(Type.Enum(UPDATE_REASONS)),
  detail: Type.Optional(Type.String({ maxLength: 500 })),
})
export type Journal = Static<typeof JournalSchema>

export function readJournal(room: string): Journal | undefined {
  return readRecord(journalFile(room), JournalSchema)
}

export async function keepJournal(room: string, journal: Journal): Promise<Journal> {
  await writeFileAtomically(journalFile(room), `${JSON.stringify(journal)}\n`)
  return journal
}

export function readStanding(room: string): Standing {
  return readRecord(standingFile(room), StandingSchema) ?? {}
}

/** The end of it: what the agent is to tell, and of which package a copy is kept. */
export async function close(room: string, standing: Standing): Promise<void> {
  mkdirSync(room, { recursive: true })
  await writeFileAtomically(standingFile(room), `${JSON.stringify(standing)}\n`, { readableByAll: true })
  rmSync(journalFile(room), { force: true })
  syncFolder(room)
}

export function outcome(
  { version, sha256 }: { readonly version: string; readonly sha256: string },
  end: UpdateOutcome['end'],
  at: number,
  reason?: UpdateReason,
  detail?: string,
): UpdateOutcome {
  return { version, sha256, end, at: new Date(at).toISOString(), ...(reason && { reason }), ...(detail && { detail: detail.slice(-500) }) }
}
