/** One agent per state folder, and no lock that outlives its holder. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { holderOf, lockFolder } from '#agent/platform/folder-lock.ts'
import { processMark, programIn, startIn } from '#agent/platform/process-mark.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const HOLDER = `
import { lockFolder } from ${JSON.stringify(new URL('../../../agent/src/platform/folder-lock.ts', import.meta.url).href)}
const result = lockFolder(process.argv[1])
process.stdout.write(result.kind)
if (result.kind === 'held') setInterval(() => {}, 1000)
`

test('a second process is told who holds the folder; after kill -9 the folder is free', async (t) => {
  const folder = temporaryFolder(t)
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  const refused = lockFolder(folder)
  assert.deepEqual(refused, { kind: 'busy', pid: holder.pid })
  assert.equal(holderOf(folder), holder.pid)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const taken = lockFolder(folder)
  assert.equal(taken.kind, 'held')
  if (taken.kind === 'held') taken.lock.release()
  assert.deepEqual(readdirSync(folder), [])
})

test('what systems without /proc tell of a process is understood', () => {
  assert.equal(startIn('Mon Nov 23 09:12:01 2026    \n'), 'Mon Nov 23 09:12:01 2026')
  assert.equal(startIn('\n'), undefined)
  assert.equal(programIn('\r\n"Node.exe","4312","Services","0","61.004 K"\r\n'), 'node.exe')
  assert.equal(programIn('INFO: No tasks are running which match the specified criteria.\r\n'), undefined)
})

test('a process that got the number of a dead holder does not count as the holder', { skip: process.platform !== 'linux' }, (t) => {
  const folder = temporaryFolder(t)
  const other = process.ppid
  assert.ok(processMark(other))
  symlinkSync(`${other}@another boot-1`, join(folder, 'agent.lock'))
  assert.equal(lockFolder(folder).kind, 'held')
})

test('a lock file of garbage holds nobody up', (t) => {
  const folder = temporaryFolder(t)
  writeFileSync(join(folder, 'agent.lock'), 'garbage')
  assert.equal(lockFolder(folder).kind, 'held')
})

test('of many processes at once exactly one gets a dead lock', async (t) => {
  const folder = temporaryFolder(t)
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  symlinkSync(String(dead), join(folder, 'agent.lock'))
  const racers = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
  t.after(() => {
    for (const racer of racers) racer.kill('SIGKILL')
  })
  const said = await Promise.all(racers.map(async (racer) => String((await once(racer.stdout, 'data'))[0])))
  assert.equal(said.filter((word) => word === 'held').length, 1, said.join(' '))
})
