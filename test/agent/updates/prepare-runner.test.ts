/** The copies a runner starts from: nothing that lay there before is run, and no link is followed. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { RUNNER_FILE } from '#agent/updates/places.ts'
import { prepareRunner, removeRunner } from '#agent/updates/prepare-runner.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function houseOf(t: TestContext) {
  const folder = temporaryFolder(t)
  const [program, node, programs] = [join(folder, 'program'), join(folder, 'node'), join(folder, 'SoMay', 'Runner')]
  mkdirSync(program)
  writeFileSync(join(program, RUNNER_FILE), '// ours')
  writeFileSync(node, 'the node')
  return { folder, programs, prepare: () => prepareRunner(program, programs, node) }
}

test('a program put there before, as large and dated later, is not run, and no library beside it', (t) => {
  const { programs, prepare } = houseOf(t)
  mkdirSync(programs, { recursive: true })
  writeFileSync(join(programs, 'node.exe'), 'evilnode')
  utimesSync(join(programs, 'node.exe'), new Date('2099-01-01'), new Date('2099-01-01'))
  for (const name of [RUNNER_FILE, 'version.dll']) writeFileSync(join(programs, name), 'evil')
  prepare()
  assert.deepEqual(readdirSync(programs).sort(), ['node.exe', RUNNER_FILE])
  assert.equal(readFileSync(join(programs, 'node.exe'), 'utf8'), 'the node')
  assert.equal(readFileSync(join(programs, RUNNER_FILE), 'utf8'), '// ours')
})

test('a link on the way is refused, and nothing is removed behind it', (t) => {
  const { folder, prepare } = houseOf(t)
  mkdirSync(join(folder, 'elsewhere', 'Runner'), { recursive: true })
  writeFileSync(join(folder, 'elsewhere', 'Runner', 'dear'), 'x')
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'SoMay'))
  assert.throws(prepare, /SoMay is a link/)
  assert.deepEqual(readdirSync(join(folder, 'elsewhere', 'Runner')), ['dear'])
})

test('it is cleared away when no update is to be gone on with', (t) => {
  const { folder, programs, prepare } = houseOf(t)
  prepare()
  writeFileSync(join(folder, 'journal.json'), '{}')
  removeRunner(programs, folder)
  assert.ok(existsSync(programs))
  removeRunner(programs, join(folder, 'no room'))
  assert.equal(existsSync(programs), false)
})
