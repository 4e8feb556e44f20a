/** What a person entered about the PC's place, in a file of its own; loaded in the resident process, so no schema library here. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder, syncFolder, writeFileAtomically } from '../platform/atomic-file.ts'

export type Placement = { readonly assetTag?: string; readonly room?: string; readonly enteredAt: string }

export function placementFileIn(folder: string): string {
  return join(folder, 'placement.json')
}

function isPlacement(value: unknown): value is Placement {
  if (typeof value !== 'object' || value === null) return false
  const { assetTag, room, enteredAt } = value as Record<string, unknown>
  const isText = (one: unknown) => one === undefined || typeof one === 'string'
  return isText(assetTag) && isText(room) && typeof enteredAt === 'string'
}

/** Undefined when nobody entered anything; a file that cannot be read throws, because somebody may have. */
export function readPlacement(folder: string): Placement | undefined {
  let text: string
  try {
    text = readFileSync(placementFileIn(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const found: unknown = JSON.parse(text)
  if (!isPlacement(found)) throw new Error('the entry was not understood')
  return found
}

/** Both left empty takes the entry back: then nobody entered anything. */
export async function keepPlacement(folder: string, { assetTag, room }: Omit<Placement, 'enteredAt'>, enteredAt: string): Promise<void> {
  makePrivateFolder(folder)
  if (assetTag === undefined && room === undefined) {
    rmSync(placementFileIn(folder), { force: true })
    syncFolder(folder)
    return
  }
  const entry: Placement = { ...(assetTag !== undefined && { assetTag }), ...(room !== undefined && { room }), enteredAt }
  await writeFileAtomically(placementFileIn(folder), `${JSON.stringify(entry)}\n`)
}
