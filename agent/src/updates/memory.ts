/** What the agent remembers of updates, and which outcome is still to be told. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { UpdateOffer, UpdateOutcome } from '@somay/shared/release.ts'
import { makePrivateFolder, writeFileAtomically } from '../platform/atomic-file.ts'
import { memoryFile, updatesFolder } from './places.ts'
import { type Memory, MemorySchema, readRecord, type Standing } from './records.ts'

const MOST_ENDED = 50

export function readMemory(stateFolder: string): Memory {
  return readRecord(memoryFile(stateFolder), MemorySchema) ?? { ended: [] }
}

export async function keepMemory(stateFolder: string, memory: Memory): Promise<Memory> {
  makePrivateFolder(updatesFolder(stateFolder))
  await writeFileAtomically(memoryFile(stateFolder), `${JSON.stringify(memory)}\n`)
  return memory
}

const mark = ({ sha256, at }: UpdateOutcome) => `${sha256} ${at}`

/** What the agent refused is told first: it is the latest. */
export function toTell({ refused, told }: Memory, { outcome }: Standing): UpdateOutcome | undefined {
  return refused ?? (outcome && mark(outcome) !== told ? outcome : undefined)
}

export function afterTelling(memory: Memory, outcome: UpdateOutcome): Memory {
  const { refused, ...rest } = withoutOffer(memory, outcome.sha256)
  const ended = [...rest.ended.filter((one) => one !== outcome.sha256), outcome.sha256].slice(-MOST_ENDED)
  return { ...rest, ended, ...(refused ? {} : { told: mark(outcome) }) }
}

/** Held until the next turn tells it; the release is not tried again. */
export function afterRefusing(memory: Memory, outcome: UpdateOutcome): Memory {
  return { ...withoutOffer(memory, outcome.sha256), refused: outcome, ended: [...memory.ended, outcome.sha256].slice(-MOST_ENDED) }
}

/** The same offer again changes nothing: its wait goes on. */
export function afterOffer(memory: Memory, offer: UpdateOffer | undefined, notBefore: number): Memory {
  const sha256 = offer?.release.manifest.sha256
  if (offer === undefined || sha256 === undefined || memory.ended.includes(sha256)) return withoutOffer(memory)
  // The fallback may have been built anew, so the newest word counts.
  if (memory.offer?.release.manifest.sha256 === sha256) return { ...memory, offer }
  return { ...withoutOffer(memory), offer, notBefore }
}

function withoutOffer(memory: Memory, sha256 = memory.offer?.release.manifest.sha256): Memory {
  if (memory.offer?.release.manifest.sha256 !== sha256) return memory
  const { told, ended, askedAt, refused } = memory
  return { ended, ...(told !== undefined && { told }), ...(askedAt !== undefined && { askedAt }), ...(refused && { refused }) }
}

/** Packages of no offer that still stands. */
export function removePackages(stateFolder: string, { offer }: Memory): void {
  const folder = updatesFolder(stateFolder)
  const wanted = offer ? [offer.release.manifest.sha256, offer.fallback.manifest.sha256] : []
  for (const name of listed(folder))
    if (/^[0-9a-f]{64}\.(msi|deb|rpm)$/.test(name) && !wanted.includes(name.slice(0, 64))) rmSync(join(folder, name), { force: true })
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
