/** The store's promises on SQLite, the default. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import { contract } from './contract/index.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

contract(() => {
  const folder = mkdtempSync(join(tmpdir(), 'somay-contract-'))
  folders.push(folder)
  return openDatabase(folder)
})
