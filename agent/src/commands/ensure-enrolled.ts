/** Enrols by itself when the settings hold all it needs, as a silent installation does. */
import type { Agent } from '../agent.ts'
import type { Settings } from '../config/settings.ts'
import type { Log } from '../log.ts'
import { isAmong } from '../send/enrol.ts'

/** The sentence says why there is still no enrolment though one was tried. */
export async function ensureEnrolled(
  agent: Agent,
  { collectorUrls, token }: Settings,
  log: Log,
): Promise<{ enrolled: boolean; sentence?: string }> {
  if (isGood(agent, collectorUrls) || (agent.state.read('credential') && token === undefined)) return { enrolled: true }
  if (collectorUrls === undefined || token === undefined) return { enrolled: false }
  const result = await agent.enrol(collectorUrls, token)
  if (result.kind === 'enrolled') return { enrolled: true }
  log.warn('enrolment did not succeed', { sentence: result.sentence })
  return { enrolled: false, sentence: result.sentence }
}

/**
 * A revoked credential stays revoked though the token may still be there; but when the settings name another collector than the one
 * of the enrolment, its refusal only says that the PC has to join there first.
 */
function isGood({ state }: Agent, collectorUrls: readonly string[] | undefined): boolean {
  const credential = state.read('credential')
  if (!credential) return false
  const isRefused = state.read('status')?.refusedEnrolment === credential.enrolledAt
  return !isRefused || collectorUrls === undefined || isAmong(credential.collectorUrl, collectorUrls)
}
