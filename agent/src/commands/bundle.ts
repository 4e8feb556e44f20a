/** Writes the offline bundle: everything this PC would report, in a signed file for a person to carry to the collector. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BUNDLE_ENDING } from '@somay/shared/bundle-file.ts'
import { MAX_SAMPLES } from '@somay/shared/report.ts'
import { createAgent } from '../agent.ts'
import { lookAtSamples, lookAtWaiting } from '../outbox/look.ts'
import { thinSamples } from '../outbox/thin-samples.ts'
import { writeFileAtomically } from '../platform/atomic-file.ts'
import { thisClocks } from '../platform/boot-clock.ts'
import { thisPlatform } from '../platform/platform.ts'
import { lowerPriority } from '../platform/priority.ts'
import { composeReport } from '../report/compose-report.ts'
import { makeBundle } from '../report/make-bundle.ts'
import { nextReportId } from '../report/report-id.ts'
import { keysOf, signWith } from '../state/keys.ts'
import { AGENT_VERSION } from '../version.ts'
import { WORDS } from '../words.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { load } from './load.ts'

/** Beside a resident agent too: nothing of its memory is changed, and what the bundle carries is still sent when the line is back. */
export async function bundle(call: Call): Promise<number> {
  const loaded = await load(call)
  if (!loaded) return EXIT.usage
  const { out } = call.flags
  if (!out) return refuse(WORDS.bundleNeedsOut(call.language))
  const { settings, log } = loaded
  lowerPriority()
  const agent = createAgent(settings, log)
  const platform = thisPlatform()
  const clocks = thisClocks()
  const waiting = lookAtWaiting(settings.stateFolder, clocks)
  const inventory = await agent.takeInventory()
  const samples = [...lookAtSamples(settings.stateFolder, waiting, clocks), await agent.sampleNow()]
  const report = composeReport({
    id: nextReportId(Date.now(), lastOf([...waiting.map(({ id }) => id), agent.state.read('status')?.lastReportId])),
    now: new Date().toISOString(),
    agentVersion: AGENT_VERSION,
    inventory,
    acknowledged: undefined,
    samples: thinSamples(samples, MAX_SAMPLES),
  })
  const path = pathFor(out, platform.hostName, report.sentAt)
  try {
    const keys = await keysOf(agent.state)
    const made = makeBundle({
      report,
      hostName: platform.hostName,
      publicKey: keys.publicKey,
      sign: (text) => signWith(keys, text),
    })
    await writeFileAtomically(path, gzipSync(JSON.stringify(made)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    process.stderr.write(`${WORDS.bundleNotWritten(call.language, path, code)}\n`)
    return EXIT.keptForLater
  }
  process.stdout.write(`${WORDS.bundleWritten(call.language, path, Object.keys(inventory.manifest).length, report.samples.length)}\n`)
  return EXIT.done
}

/** Into a folder under a name that tells PC and moment; letters that a stick's file system may not take are left out. */
function pathFor(out: string, hostName: string, sentAt: string): string {
  if (!existsSync(out) || !statSync(out).isDirectory()) return out
  const name = hostName.replace(/[^A-Za-z0-9-]/g, '') || 'pc'
  return join(out, `${name}-${sentAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}${BUNDLE_ENDING}`)
}

function lastOf(ids: readonly (string | undefined)[]): string | undefined {
  return ids
    .filter((id) => id !== undefined)
    .toSorted()
    .at(-1)
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return EXIT.usage
}
