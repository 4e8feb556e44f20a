/** A folder of its own for one test, gone afterwards. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'somay-agent-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A state folder whose last collector did not want the one fact that takes seconds to read. */
export function quickStateFolder(t: TestContext): string {
  const folder = join(temporaryFolder(t), 'state')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'policy.json'),
    JSON.stringify({ nextContactSeconds: 3_600, targets: [], switchedOff: ['patches', 'software'] }),
  )
  return folder
}
