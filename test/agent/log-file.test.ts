/** The log on disk stays small and readable by its owner only, and a disk that is full stops nothing. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { EARLIER_LOG_FILE, LOG_FILE, logFile } from '#agent/log-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

const MOST = 1_000

test('two files take turns, and together never hold more than twice the limit', (t) => {
  const folder = temporaryFolder(t)
  const write = logFile(folder, MOST)
  for (let line = 0; line < 500; line++) write(`line ${line}\n`)
  const [now, earlier] = [LOG_FILE, EARLIER_LOG_FILE].map((name) => readFileSync(join(folder, name), 'utf8'))
  assert.ok((now?.length ?? 0) <= MOST && (earlier?.length ?? 0) <= MOST)
  assert.match(`${earlier}${now}`, /line 498\nline 499\n$/)
  assert.equal(statSync(join(folder, LOG_FILE)).mode & 0o777, 0o600)
})

test('where it cannot be written nothing else stops', (t) => {
  const folder = temporaryFolder(t)
  mkdirSync(join(folder, LOG_FILE))
  assert.doesNotThrow(() => logFile(folder)('lost\n'))
})
