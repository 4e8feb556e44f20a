/** What the agent started does not outlive it, however it ends in good order. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isRunning } from '#agent/platform/process-mark.ts'
import { until } from '../../until.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const RUN_COMMAND = new URL('../../../agent/src/platform/run-command.ts', import.meta.url).href
const ENDINGS = {
  'it exits by itself': '',
  'it is told to stop': "process.once('SIGTERM', () => process.exit(143))",
} as const

for (const [name, prepare] of Object.entries(ENDINGS)) {
  test(`a command at work ends with the agent when ${name}`, { skip: process.platform === 'win32' }, async (t) => {
    const mark = join(temporaryFolder(t), 'pid')
    const script = `
      ${prepare}
      const { runCommand } = await import('${RUN_COMMAND}')
      void runCommand('sh', ['-c', 'echo $$ > ${mark}; sleep 60'], { timeoutMs: 60_000 })
      process.stdin.once('data', () => process.exit(0))`
    const agent = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['pipe', 'inherit', 'inherit'] })
    t.after(() => void agent.kill('SIGKILL'))
    const pid = await until('the command started', () => existsSync(mark) && Number(readFileSync(mark, 'utf8')))
    if (prepare === '') agent.stdin.write('end\n')
    else agent.kill('SIGTERM')
    await once(agent, 'exit')
    await until('the command is gone', () => !isRunning(pid))
    assert.ok(!isRunning(pid))
  })
}
