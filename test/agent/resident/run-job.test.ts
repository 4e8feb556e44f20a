/** A child that takes too long is ended, and the resident process goes on; real processes. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { jobRunner } from '#agent/resident/run-job.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const JOB = { name: 'settings', flags: {}, language: 'vi' } as const

function runnerOf(t: TestContext, program: string) {
  const path = join(temporaryFolder(t), 'program.mjs')
  writeFileSync(path, program)
  return jobRunner(path)
}

test('a child that hangs is ended when its time is over, whether it hears that or not', async (t) => {
  for (const program of [`process.on('message', (said) => said === 'end' && process.exit(1))`, `process.on('message', () => undefined)`]) {
    const done = await runnerOf(t, program).run(JOB, 100)
    assert.deepEqual(done, { kind: 'failed', message: 'settings took longer than 100 ms and was ended' })
  }
})

test('a child that ends without a word is a failure, not a wait for ever', async (t) => {
  const done = await runnerOf(t, 'process.exit(7)').run(JOB, 60_000)
  assert.deepEqual(done, { kind: 'failed', message: 'settings ended with 7 and no result' })
})

test('stopping waits until the child is gone', async (t) => {
  const runner = runnerOf(t, `process.on('message', (said) => said === 'end' && process.exit(1))`)
  let isOver = false
  const job = runner.run(JOB, 60_000).then(() => {
    isOver = true
  })
  await runner.stop()
  await job
  assert.ok(isOver)
  await runner.stop()
})
