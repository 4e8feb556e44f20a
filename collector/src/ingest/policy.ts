/** What the collector tells agents with every answer: when to come back, where and how often to look for the internet, what not to collect. */
import type { Answer } from '@somay/shared/report.ts'

export type AgentPolicy = {
  answer(): Pick<Answer, 'nextContactSeconds' | 'sampleMinutes' | 'targets' | 'switchedOff'>
  /** Whether a credential is old enough to be changed: `{ renewCredential: true }`, or nothing. */
  renewal(pcId: number, credentialGivenAt: number, now: number): Pick<Answer, 'renewCredential'>
}

export type PolicySettings = {
  readonly contactSeconds: number
  readonly sampleMinutes: NonNullable<Answer['sampleMinutes']>
  readonly targets: Answer['targets']
  readonly switchedOff: readonly string[]
  /** 0 for never. */
  readonly credentialDays: number
}

/** Contacts are spread by a tenth either way, so that PCs switched on together do not come back together. */
const JITTER = 0.1
const DAY_MS = 86_400_000
/** A whole province joins in one week; its credentials are changed over a fifth of their life, each PC on a day of its own. */
const RENEWAL_SPREAD = 0.2
const SPREAD_STEPS = 100

export function agentPolicy(settings: PolicySettings, random: () => number = Math.random): AgentPolicy {
  return {
    answer: () => ({
      nextContactSeconds: Math.max(1, Math.round(settings.contactSeconds * (1 - JITTER + 2 * JITTER * random()))),
      sampleMinutes: settings.sampleMinutes,
      targets: settings.targets,
      switchedOff: [...settings.switchedOff],
    }),
    renewal(pcId, credentialGivenAt, now) {
      const share = 1 + (RENEWAL_SPREAD * (pcId % SPREAD_STEPS)) / SPREAD_STEPS
      const isDue = settings.credentialDays > 0 && now - credentialGivenAt > settings.credentialDays * share * DAY_MS
      return isDue ? { renewCredential: true } : {}
    },
  }
}
