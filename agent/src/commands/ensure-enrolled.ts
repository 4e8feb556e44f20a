/** Enrols by itself when the settings hold all it needs, as a silent installation does. */
import type { Agent } from '../agent.ts'
import type { Settings } from '../config/settings.ts'
import type { Log } from '../log.ts'
import { plainUrl } from '../send/enrol.ts'

/** The sentence says why there is still no enrolment though one was tried. */
export async function ensureEnrolled(
  agent: Agent,
  { collectorUrl, token }: Settings,
  log: Log,
): Promise<{ enrolled: boolean; sentence?: string }> {
  const credential = agent.state.read('credential')
  if (credential) {
    if (collectorUrl !== undefined && plainUrl(collectorUrl) !== credential.collectorUrl) {
      log.warn('configured for one collector, enrolled with another; reports go to the latter', {
        configured: collectorUrl,
        enrolled: credential.collectorUrl,
      })
    }
    return { enrolled: true }
  }
  if (collectorUrl === undefined || token === undefined) return { enrolled: false }
  const result = await agent.enrol(collectorUrl, token)
  if (result.kind === 'enrolled') return { enrolled: true }
  log.warn('enrolment did not succeed', { sentence: result.sentence })
  return { enrolled: false, sentence: result.sentence }
}
