/** The page by which an agent tells whether it has the internet; a portal on the way shows another in its place. */
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { SETTINGS_FILE } from '#agent/config/load-settings.ts'
import type { EnrolledAgent } from '../agent-process.ts'

const EXPECTED = 'the page of the target'

export type ProbeTarget = { show(page: 'expected' | 'portal'): void }

export async function probeTargetOf(t: TestContext, { stateFolder }: EnrolledAgent): Promise<ProbeTarget> {
  let shown = EXPECTED
  const server = createServer((_request, response) => response.end(shown)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  writeFileSync(join(stateFolder, SETTINGS_FILE), JSON.stringify({ probeTargets: [{ url, expect: EXPECTED }] }))
  return {
    show(page) {
      shown = page === 'expected' ? EXPECTED : 'log in first'
    },
  }
}
