/** Does work as the only agent of the state folder, or says who else is at it. */
import type { Language } from '@somay/shared/text/words.ts'
import { makePrivateFolder } from '../platform/atomic-file.ts'
import { type FolderLock, lockFolder } from '../platform/folder-lock.ts'
import { WORDS } from '../words.ts'
import { EXIT } from './exit-codes.ts'

export async function holding(folder: string, language: Language, work: (lock: FolderLock) => Promise<number>): Promise<number> {
  const held = hold(folder, language)
  if (typeof held === 'number') return held
  try {
    return await work(held)
  } finally {
    held.release()
  }
}

function hold(folder: string, language: Language): FolderLock | number {
  try {
    makePrivateFolder(folder)
    const result = lockFolder(folder)
    if (result.kind === 'held') return result.lock
    process.stderr.write(`${WORDS.busy(language, result.pid)}\n`)
    return EXIT.busy
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    process.stderr.write(`${WORDS.stateNotWritable(language, folder, code)}\n`)
    return EXIT.keptForLater
  }
}
