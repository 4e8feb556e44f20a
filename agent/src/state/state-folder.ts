/** The agent's memory: one JSON file per subject, written whole, readable by its owner only; an unreadable one is set aside and said. */
import { readFileSync, renameSync, rmSync } from 'node:fs'
import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import type { Log } from '../log.ts'
import { makePrivateFolder, syncFolder, writeFileAtomically } from '../platform/atomic-file.ts'
import { AcknowledgedSchema, CredentialSchema, InventorySchema, KeySchema, PolicySchema, StatusSchema } from './schemas.ts'
import { type StateFileName, stateFile } from './state-file.ts'

const FILES = {
  inventory: InventorySchema,
  acknowledged: AcknowledgedSchema,
  policy: PolicySchema,
  status: StatusSchema,
  credential: CredentialSchema,
  key: KeySchema,
} satisfies Record<StateFileName, TSchema>

export type StateName = keyof typeof FILES
export type StateOf<N extends StateName> = Static<(typeof FILES)[N]>

export type StateFolder = {
  readonly path: string
  read<N extends StateName>(name: N): StateOf<N> | undefined
  write<N extends StateName>(name: N, value: StateOf<N>): Promise<void>
  remove(name: StateName): void
}

/** For commands that only look: creates nothing. */
export function openStateFolder(path: string, log: Log): StateFolder {
  // What a full disk did not take; this process at least goes on with it.
  const unwritten = new Map<StateName, unknown>()
  const unreadable = new Set<StateName>()
  return {
    path,
    read: <N extends StateName>(name: N) => (unwritten.get(name) as StateOf<N> | undefined) ?? readState(path, name, log, unreadable),
    async write(name, value) {
      unwritten.set(name, value)
      makePrivateFolder(path)
      if (unreadable.delete(name)) setAside(stateFile(path, name))
      await writeFileAtomically(stateFile(path, name), `${JSON.stringify(value)}\n`)
      unwritten.delete(name)
    },
    remove(name) {
      unwritten.delete(name)
      rmSync(stateFile(path, name), { force: true })
      syncFolder(path)
    },
  }
}

function readState<N extends StateName>(folder: string, name: N, log: Log, unreadable: Set<StateName>): StateOf<N> | undefined {
  const path = stateFile(folder, name)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
  const value = parsed(text)
  if (Check(FILES[name], value)) return value as StateOf<N>
  // It stays where it is until something takes its place: whoever only looks changes nothing.
  if (!unreadable.has(name)) log.warn('a state file could not be understood; it is set aside when another is written', { file: path })
  unreadable.add(name)
  return undefined
}

function setAside(path: string): void {
  try {
    renameSync(path, `${path}.unreadable`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
