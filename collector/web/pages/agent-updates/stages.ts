/** The stages of a rollout and how each is called. */
import type { Stage } from '@somay/shared/api/agent-updates.ts'
import type { agentUpdatesText } from '../../text/agent-updates.ts'

export const STAGE_CHOICES: readonly Stage[] = [10, 50, 100]

type Say = (key: keyof typeof agentUpdatesText, values?: Record<string, string>) => string

export function shareWords(stage: Stage, say: Say): string {
  return stage === 100 ? say('everyPc') : say('stageOf', { percent: String(stage) })
}
