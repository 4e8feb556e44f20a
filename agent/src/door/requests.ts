/** The closed list of what may be asked through the door, and the shape of every question and answer; checked on both sides. */
import { anything, either, instant, list, oneOf, record, type Shape, type ShapeOf, text, typedLine, whole, yesNo } from './shape.ts'

/** Longer names are no asset tags: the same bounds as in the fact `placement`, whose schema the resident process does not load. */
export const PLACEMENT_LIMITS = { assetTag: 60, room: 120 } as const

/** Longer than any question with two typed lines of Vietnamese, escaped. */
export const MAX_QUESTION_BYTES = 4_096

const Nothing = record({})
const Sentence = text(4_000)

const Enrolment = record({ state: oneOf('enrolled', 'refused', 'none') }, { pcId: whole, since: instant, collectorUrl: text(500) })

const Connectivity = record({ at: instant, state: either(text(40), record({ unknown: text(40) }, { detail: Sentence })) })

export const STEPS = ['sample', 'inventory', 'contact'] as const
export const OUTCOMES = ['acknowledged', 'kept', 'refused', 'not-enrolled', 'no-inventory', 'failed'] as const

const Round = record(
  { state: oneOf('idle', 'running', 'done') },
  { step: oneOf(...STEPS), startedAt: instant, endedAt: instant, outcome: oneOf(...OUTCOMES), sentence: Sentence, reports: whole },
)
export type Round = ShapeOf<typeof Round>

const Status = record(
  {
    agentVersion: text(40),
    hostName: text(255),
    runningSince: instant,
    enrolment: Enrolment,
    waiting: whole,
    samplesWaiting: whole,
    rejected: list(record({ name: text(300), reason: Sentence }), 50),
    round: Round,
  },
  {
    collectorUrl: text(500),
    lastContactAt: instant,
    lastError: record({ at: instant, sentence: Sentence }),
    /** Not contacted before this, because the collector said so or did not answer. */
    restsUntil: instant,
    nextContactAt: instant,
    connectivity: Connectivity,
  },
)
export type DoorStatus = ShapeOf<typeof Status>

/** `acknowledged` is the agent's file as it lies there; who shows it checks it against its schema. Null: nothing was acknowledged yet. */
const Sent = record({ acknowledged: anything }, { collectorUrl: text(500) })

/** `facts` is absent before the collector's first word. */
const SwitchedOff = record({}, { facts: list(text(60), 200) })

const Placement = record({ enteredAt: instant }, { assetTag: text(500), room: text(500) })

const Entry = record({}, { assetTag: typedLine(PLACEMENT_LIMITS.assetTag), room: typedLine(PLACEMENT_LIMITS.room) })
export type PlacementEntry = ShapeOf<typeof Entry>

export const REQUESTS = {
  status: { question: Nothing, answer: Status },
  sent: { question: Nothing, answer: Sent },
  'switched-off': { question: Nothing, answer: SwitchedOff },
  'report-now': { question: Nothing, answer: record({ state: oneOf('started', 'running', 'resting') }, { until: instant }) },
  placement: { question: Nothing, answer: record({}, { entry: Placement }) },
  'enter-placement': { question: Entry, answer: record({ kept: yesNo }) },
  logs: { question: Nothing, answer: record({ lines: list(text(2_000), 400) }) },
} as const satisfies Record<string, { question: Shape<unknown>; answer: Shape<unknown> }>

export type RequestName = keyof typeof REQUESTS
export type QuestionOf<N extends RequestName> = ShapeOf<(typeof REQUESTS)[N]['question']>
export type AnswerOf<N extends RequestName> = ShapeOf<(typeof REQUESTS)[N]['answer']>

export const REQUEST_NAMES = Object.keys(REQUESTS) as readonly RequestName[]

export const REFUSALS = ['bad-request', 'too-long', 'too-slow', 'not-allowed', 'failed'] as const
export type Refusal = (typeof REFUSALS)[number]

/** One question as it stands on its line. */
export type Line = { readonly ask: RequestName; readonly with: unknown }

const LineShape = record({ ask: oneOf(...REQUEST_NAMES), with: anything })

export function lineIn(json: string): Line | undefined {
  const found = parsed(json)
  return LineShape(found) && REQUESTS[found.ask].question(found.with) ? found : undefined
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
