/** What the collector tells agents with every answer: when to come back, where and how often to look for the internet, what not to collect. */
import type { Answer } from '@somay/shared/report.ts'

export type AgentPolicy = { answer(): Pick<Answer, 'nextContactSeconds' | 'sampleMinutes' | 'targets' | 'switchedOff'> }

export type PolicySettings = {
  readonly contactSeconds: number
  readonly sampleMinutes: NonNullable<Answer['sampleMinutes']>
  readonly targets: Answer['targets']
  readonly switchedOff: readonly string[]
}

/** Contacts are spread by a tenth either way, so that PCs switched on together do not come back together. */
const JITTER = 0.1

export function agentPolicy(settings: PolicySettings, random: () => number = Math.random): AgentPolicy {
  return {
    answer: () => ({
      nextContactSeconds: Math.max(1, Math.round(settings.contactSeconds * (1 - JITTER + 2 * JITTER * random()))),
      sampleMinutes: settings.sampleMinutes,
      targets: settings.targets,
      switchedOff: [...settings.switchedOff],
    }),
  }
}
