// What `npm run check` runs, in order; every step runs even when an earlier one failed, so one run shows all there is to mend.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pinnedNode, root } from './prepare.mjs'

const bin = (path) => join(root, 'node_modules', path)

const steps = [
  ['format and lint (Biome)', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['types (tsc)', [bin('typescript/bin/tsc'), '-b', 'test', 'installers']],
  [
    'lost promises and missing cases (ESLint)',
    [
      bin('eslint/bin/eslint.js'),
      '-c',
      'test/lint/eslint.config.js',
      'shared/src',
      'agent/src',
      'collector/src',
      'collector/web',
      'installers',
      'test',
    ],
  ],
  ['dead code (knip)', [bin('knip/bin/knip.js')]],
  ['architecture and documents', ['--test', 'test/architecture.test.ts', 'test/documents.test.ts']],
]

/** Returns the exit code: 0 when every step passed. */
export function checkSteps() {
  const failed = []
  for (const [title, args] of steps) {
    const startedAt = Date.now()
    const done = spawnSync(pinnedNode(), args, { cwd: root, stdio: 'inherit' })
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    console.log(`[check] ${done.status === 0 ? 'passed' : 'FAILED'}: ${title}, ${seconds} s`)
    if (done.status !== 0) failed.push(title)
  }
  if (failed.length > 0) console.error(`[check] ${failed.length} of ${steps.length} steps failed: ${failed.join('; ')}`)
  return failed.length === 0 ? 0 : 1
}
