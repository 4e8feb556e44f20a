/** Enrols this PC with a collector. */
import { createAgent } from '../agent.ts'
import { isAmong } from '../send/enrol.ts'
import { WORDS } from '../words.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { load } from './load.ts'

/** Takes no lock: a resident agent that waits for its enrolment finds the new credential by itself. */
export async function enrolCommand(call: Call): Promise<number> {
  const loaded = await load(call)
  if (!loaded) return EXIT.usage
  const { settings, log } = loaded
  const { collectorUrls, token } = settings
  if (collectorUrls === undefined || token === undefined) {
    process.stderr.write(`${WORDS.enrolNeeds(call.language)}\n`)
    return EXIT.usage
  }
  const agent = createAgent(settings, log)
  const before = agent.state.read('credential')
  const isRefused = before !== undefined && agent.state.read('status')?.refusedEnrolment === before.enrolledAt
  if (before && isAmong(before.collectorUrl, collectorUrls) && !isRefused && !call.again) {
    process.stdout.write(`${WORDS.alreadyEnrolled(call.language, before.collectorUrl, before.pcId)}\n`)
    return EXIT.done
  }
  const result = await agent.enrol(collectorUrls, token)
  if (result.kind !== 'enrolled') {
    process.stderr.write(`${WORDS.enrolFailed(call.language, result.sentence)}\n`)
    return EXIT.keptForLater
  }
  process.stdout.write(`${WORDS.enrolled(call.language, result.credential.collectorUrl, result.credential.pcId)}\n`)
  return EXIT.done
}
