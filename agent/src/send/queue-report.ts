/** Puts a report cut from the latest inventory into the outbox, with the samples taken so far. */
import { MAX_SAMPLES, type Report } from '@somay/shared/report.ts'
import { asSent } from '../outbox/kept-report.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { thinSamples } from '../outbox/thin-samples.ts'
import { type Clocks, correctionMs, movedBy } from '../platform/boot-clock.ts'
import { composeReport } from '../report/compose-report.ts'
import { nextReportId } from '../report/report-id.ts'
import type { StateFolder } from '../state/state-folder.ts'
import { AGENT_VERSION } from '../version.ts'

export type Queueing = Clocks & { readonly state: StateFolder; readonly outbox: Outbox }

/**
 * `stored` is false on a full disk: the report may still be sent from memory. Undefined before the first inventory.
 * `bare`: a check-in without facts, for when the collector refuses them.
 */
export async function queueReport(
  { state, outbox, now, clock }: Queueing,
  { bare = false } = {},
): Promise<{ report: Report; stored: boolean } | undefined> {
  const inventory = state.read('inventory')
  if (!inventory) return undefined
  const composed = composeReport({
    id: nextReportId(now(), await lastId(state, outbox)),
    now: new Date(now()).toISOString(),
    agentVersion: AGENT_VERSION,
    inventory: {
      ...inventory,
      takenAt: movedBy(inventory.takenAt, correctionMs(Date.parse(inventory.takenAt), inventory.mark, clock, now())),
    },
    acknowledged: state.read('acknowledged'),
    samples: [],
  })
  const { manifest: _manifest, bodies: _bodies, ...withoutFacts } = composed
  const report = { ...(bare ? withoutFacts : composed), samples: thinSamples(outbox.samples.read(), MAX_SAMPLES) }
  const stored = await outbox.put(report, { taken: inventory.mark, sent: clock.mark() })
  return { report: asSent(report), stored }
}

/** Queues only what is news against the newest report waiting or acknowledged, so that a PC offline for a month does not pile up repeats. */
export async function queueIfChanged(queueing: Queueing): Promise<void> {
  const { state, outbox } = queueing
  await outbox.tidy()
  const newest = (await outbox.waiting()).at(-1)?.manifestHash ?? state.read('acknowledged')?.manifestHash
  if (newest !== state.read('inventory')?.manifestHash) await queueReport(queueing)
}

async function lastId(state: StateFolder, outbox: Outbox): Promise<string | undefined> {
  const ids = (await outbox.waiting()).map(({ id }) => id)
  const noted = state.read('status')?.lastReportId
  return [...ids, ...(noted === undefined ? [] : [noted])].sort().at(-1)
}
