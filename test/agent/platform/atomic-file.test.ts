/** Files written whole or not at all. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isNoRoom, makePrivateFolder, removeTemporaries, writeFileAtomically } from '#agent/platform/atomic-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test('replaces a file whole, readable by its owner only, and leaves nothing beside it', async (t) => {
  const folder = temporaryFolder(t)
  const path = join(folder, 'a.json')
  await writeFileAtomically(path, 'one')
  await writeFileAtomically(path, 'two')
  assert.equal(readFileSync(path, 'utf8'), 'two')
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(folder), ['a.json'])
})

test('leaves the old file and no temporary one when the new one cannot be put in place', async (t) => {
  const folder = temporaryFolder(t)
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'taken', 'x'), '')
  await assert.rejects(writeFileAtomically(join(folder, 'taken'), 'x'))
  assert.deepEqual(readdirSync(folder), ['taken'])
})

test('closes a folder that was open to others', (t) => {
  const folder = join(temporaryFolder(t), 'state')
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  makePrivateFolder(folder)
  assert.equal(statSync(folder).mode & 0o777, 0o700)
})

test('cleans up what a killed writer left, and nothing else', (t) => {
  const folder = temporaryFolder(t)
  const gone = spawnSync(process.execPath, ['--version']).pid
  const atWork = `b.json.${process.pid}-0123456789ab.tmp`
  writeFileSync(join(folder, `a.json.${gone}-0123456789ab.tmp`), 'half')
  writeFileSync(join(folder, 'a.json'), 'whole')
  writeFileSync(join(folder, atWork), 'of a process that is still writing')
  assert.equal(removeTemporaries(folder), 1)
  assert.deepEqual(readdirSync(folder), ['a.json', atWork])
})

test('knows the ways of having no room', () => {
  for (const code of ['ENOSPC', 'EDQUOT', 'EROFS']) assert.ok(isNoRoom(Object.assign(new Error(code), { code })))
  assert.ok(!isNoRoom(Object.assign(new Error('x'), { code: 'EACCES' })))
})
