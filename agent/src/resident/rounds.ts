/** A whole round on a person's word: sample, inventory, contact, with what it is at and how it ended; not more often than the pace allows. */
import type { AnswerOf, Round } from '../door/requests.ts'
import type { ContactOutcome } from './job.ts'
import type { Lane } from './lane.ts'

export type Steps = {
  sample(): Promise<void>
  inventory(): Promise<void>
  contact(): Promise<ContactOutcome | undefined>
}

export type Rounds = {
  ask(): AnswerOf<'report-now'>
  /** Runs as soon as the pace allows; several wishes become one round. */
  wish(): void
  round(): Round
  stop(): void
}

/** Whoever keeps pressing must burden neither the PC nor the collector. */
export const PACE_MS = 60_000

export function createRounds(lane: Lane, steps: Steps, now: () => number = Date.now, paceMs = PACE_MS): Rounds {
  let round: Round = { state: 'idle' }
  let startedMs: number | undefined
  let wished: NodeJS.Timeout | undefined

  const instant = () => new Date(now()).toISOString()
  const restMs = () => (startedMs === undefined ? 0 : Math.max(0, Math.min(paceMs, startedMs + paceMs - now())))

  function start(): void {
    startedMs = now()
    const startedAt = instant()
    round = { state: 'running', startedAt }
    // Set aside for as long as other jobs are at work; a step begins when it has its turn.
    const at = (step: 'sample' | 'inventory' | 'contact') => {
      round = { state: 'running', startedAt, step }
    }
    void lane.add(async () => {
      let outcome: ContactOutcome | undefined
      try {
        at('sample')
        await steps.sample()
        at('inventory')
        await steps.inventory()
        at('contact')
        outcome = await steps.contact()
      } finally {
        round = { state: 'done', startedAt, endedAt: instant(), ...ending(outcome) }
      }
    })
  }

  function wish(): void {
    if (wished) return
    const later = () => {
      wished = undefined
      if (round.state === 'running') wish()
      else start()
    }
    wished = setTimeout(later, round.state === 'running' ? paceMs : restMs())
  }

  return {
    wish,
    ask() {
      if (round.state === 'running') return { state: 'running' }
      if (restMs() > 0) return { state: 'resting', until: new Date(now() + restMs()).toISOString() }
      start()
      return { state: 'started' }
    },
    round: () => round,
    stop: () => clearTimeout(wished),
  }
}

function ending(outcome: ContactOutcome | undefined): Partial<Round> {
  if (!outcome) return { outcome: 'failed' }
  const { result } = outcome
  if (result.kind === 'acknowledged') return { outcome: 'acknowledged', reports: result.reports }
  return 'sentence' in result ? { outcome: result.kind, sentence: result.sentence.slice(0, 4_000) } : { outcome: result.kind }
}
