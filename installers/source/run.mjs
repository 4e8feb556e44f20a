// The entry of every npm script: prepares the clone, then runs the asked command on the pinned Node.
// Plain JavaScript without dependencies, because it must run on any Node >= 20 before anything is installed.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { checkSteps } from './check.mjs'
import { pinnedNode, prepare, root } from './prepare.mjs'

const [command = 'start', ...rest] = process.argv.slice(2)

const needs = {
  start: 'build',
  demo: 'build',
  agent: 'build',
  collector: 'build',
  bench: 'build',
  test: 'build',
  build: 'build',
  'build:installers': 'build',
  check: 'install',
  docs: 'install',
}

const targets = {
  agent: ['agent/dist/agent.mjs', ...rest],
  collector: ['collector/dist/collector.mjs', ...rest],
  start: ['installers/source/serve.mjs', 'start', ...rest],
  demo: ['installers/source/serve.mjs', 'demo', ...rest],
  // Node leaves one processor free; on two that would be one test file after another, each waiting for its own processes and disks.
  test: [
    '--test',
    `--test-concurrency=${Math.max(2, availableParallelism())}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/slowest-files.ts',
    '--test-reporter-destination=stdout',
    ...(rest.length > 0 ? rest : ['test/**/*.test.ts']),
  ],
  bench: ['test/load/bench.ts', ...rest],
  docs: ['test/documents/write.ts', ...rest],
  'build:installers': ['installers/build/build-installers.ts', ...rest],
}

if (!(command in needs)) {
  console.error(`Unknown command "${command}". Known: ${Object.keys(needs).join(', ')}.`)
  process.exit(2)
}

prepare(needs[command])

if (command === 'check') process.exit(checkSteps())
if (command === 'build') process.exit(0)

// Every test file is a process of its own, and many load the whole collector: compiled once, it is a second less for each.
const env = command === 'test' ? { NODE_COMPILE_CACHE: join(root, '.build/compiled'), ...process.env } : process.env
const child = spawn(pinnedNode(), targets[command], { cwd: root, stdio: 'inherit', env })
// Ctrl-C reaches the whole process group, a service manager's signal this process alone: either way the child stops, and this one waits.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
// npm dies of a signal without passing it on; what it started must not go on without it.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, 1_000).unref()
child.on('exit', (code) => process.exit(code ?? 1))
