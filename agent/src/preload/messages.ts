/** Every message between the page and the main process, with the shape of both directions; whoever sends and whoever receives checks. */
import { PLACEMENT_LIMITS, REFUSALS, REQUESTS } from '../door/requests.ts'
import { anything, instant, list, oneOf, record, type Shape, type ShapeOf, text, typedLine, yesNo } from '../door/shape.ts'

/** Longer than the log and the state of any agent; a clipboard is no way out for more. */
const MAX_COPIED = 500_000

const Nothing = record({})

/** As `somay-agent show-sent` prints it; the main process has held it against the schema of the agent's own file. */
const Sent = record({}, { sent: record({ acknowledgedAt: instant, lastReport: anything, facts: anything }, { collector: text(500) }) })

const Facts = record({ catalogue: list(anything, 300), switchedOff: list(text(60), 200), toldByCollector: yesNo })

export const MESSAGES = {
  status: { question: Nothing, answer: REQUESTS.status.answer },
  sent: { question: Nothing, answer: Sent },
  facts: { question: Nothing, answer: Facts },
  'report-now': { question: Nothing, answer: REQUESTS['report-now'].answer },
  placement: { question: Nothing, answer: REQUESTS.placement.answer },
  'enter-placement': {
    question: record({}, { assetTag: typedLine(PLACEMENT_LIMITS.assetTag), room: typedLine(PLACEMENT_LIMITS.room) }),
    answer: REQUESTS['enter-placement'].answer,
  },
  logs: { question: Nothing, answer: REQUESTS.logs.answer },
  copy: { question: record({ text: text(MAX_COPIED) }), answer: record({ copied: yesNo }) },
} as const satisfies Record<string, { question: Shape<unknown>; answer: Shape<unknown> }>

export type MessageName = keyof typeof MESSAGES
export type Question<N extends MessageName> = ShapeOf<(typeof MESSAGES)[N]['question']>
export type Answer<N extends MessageName> = ShapeOf<(typeof MESSAGES)[N]['answer']>

export const MESSAGE_NAMES = Object.keys(MESSAGES) as readonly MessageName[]

export function channelOf(name: MessageName): string {
  return `somay:${name}`
}

const Unanswered = [
  record({ kind: oneOf('nobody', 'denied') }),
  record({ kind: oneOf('refused'), refusal: oneOf(...REFUSALS) }),
  record({ kind: oneOf('failed'), detail: text(4_000) }),
] as const

export type Asked<T> = { readonly kind: 'answered'; readonly value: T } | ShapeOf<(typeof Unanswered)[number]>

/** What came back for a question; anything of another shape is itself a failure. */
export function askedFrom<N extends MessageName>(name: N, found: unknown): Asked<Answer<N>> {
  const answered = record({ kind: oneOf('answered'), value: MESSAGES[name].answer as Shape<Answer<N>> })
  if (answered(found)) return found as Asked<Answer<N>>
  for (const shape of Unanswered) if (shape(found)) return found
  return { kind: 'failed', detail: `the answer to ${name} was not understood` }
}
