/** One whole round in this process: take, keep, send, exit; what a weak PC runs from its scheduler. */
import type { Language } from '@somay/shared/text/words.ts'
import { type Agent, createAgent } from '../agent.ts'
import type { Log } from '../log.ts'
import { countWaiting } from '../outbox/count-waiting.ts'
import { isNoRoom } from '../platform/atomic-file.ts'
import { lowerPriority } from '../platform/priority.ts'
import { composeReport } from '../report/compose-report.ts'
import { nextReportId } from '../report/report-id.ts'
import { AGENT_VERSION } from '../version.ts'
import { WORDS } from '../words.ts'
import type { Call } from './call.ts'
import { ensureEnrolled } from './ensure-enrolled.ts'
import { EXIT } from './exit-codes.ts'
import { holding } from './holding.ts'
import { load } from './load.ts'

export async function once(call: Call): Promise<number> {
  const loaded = await load(call)
  if (!loaded) return EXIT.usage
  const { settings, log } = loaded
  lowerPriority()
  const agent = createAgent(settings, log)
  if (call.print) return printReport(agent)
  return holding(settings.stateFolder, call.language, async () => {
    const { sentence } = await ensureEnrolled(agent, settings, log)
    await agent.keepSample()
    await withOrWithoutRoom(log, () => agent.keepInventory())
    return tell(agent, log, settings.stateFolder, call.language, sentence)
  })
}

/** A PC whose disk is full still reports what it holds in memory. */
async function withOrWithoutRoom(log: Log, keep: () => Promise<void>): Promise<void> {
  try {
    await keep()
  } catch (error) {
    if (!isNoRoom(error)) throw error
    log.error('no room on the disk; the report is sent from memory if it can be', { code: (error as NodeJS.ErrnoException).code })
  }
}

/** What was reported stays reported, whatever becomes of an update. */
async function updateOrSay(agent: Agent, log: Log): Promise<void> {
  try {
    await agent.update()
  } catch (error) {
    log.error('the turn at updates failed', { error: String(error) })
  }
}

async function tell(agent: Agent, log: Log, folder: string, language: Language, enrolSentence: string | undefined): Promise<number> {
  const result = await agent.contact()
  const waiting = countWaiting(folder)
  switch (result.kind) {
    case 'acknowledged':
      await updateOrSay(agent, log)
      process.stdout.write(`${WORDS.acknowledged(language, result.reports)}\n`)
      return EXIT.done
    case 'refused':
      process.stderr.write(`${WORDS.refused(language, result.sentence)}\n`)
      return EXIT.keptForLater
    case 'not-enrolled':
      process.stderr.write(
        `${enrolSentence === undefined ? WORDS.notEnrolled(language, waiting) : WORDS.enrolFailed(language, enrolSentence)}\n`,
      )
      return EXIT.keptForLater
    case 'kept':
      process.stderr.write(`${WORDS.kept(language, waiting, result.sentence)}\n`)
      return EXIT.keptForLater
    case 'no-inventory':
      process.stderr.write(`${WORDS.kept(language, waiting, 'no inventory could be kept')}\n`)
      return EXIT.keptForLater
  }
}

/** The report as it would travel to a collector that knows nothing yet; nothing is written and nothing sent. */
async function printReport(agent: Agent): Promise<number> {
  const inventory = await agent.takeInventory()
  const samples = [await agent.sampleNow()]
  const now = new Date().toISOString()
  const report = composeReport({
    id: nextReportId(Date.now(), undefined),
    now,
    agentVersion: AGENT_VERSION,
    inventory,
    acknowledged: undefined,
    samples,
  })
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  return EXIT.done
}
