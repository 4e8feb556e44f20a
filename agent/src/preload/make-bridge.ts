/** Makes the bridge over any way to send a message: questions are checked before they leave, answers before the page sees them. */
import type { Bridge } from './bridge.ts'
import { type Answer, type Asked, askedFrom, channelOf, MESSAGES, type MessageName, type Question } from './messages.ts'

export type Invoke = (channel: string, question: unknown) => Promise<unknown>

export function makeBridge(invoke: Invoke): Bridge {
  async function ask<N extends MessageName>(name: N, question: Question<N>): Promise<Asked<Answer<N>>> {
    if (!MESSAGES[name].question(question)) return { kind: 'refused', refusal: 'bad-request' }
    try {
      return askedFrom(name, await invoke(channelOf(name), question))
    } catch (error) {
      return { kind: 'failed', detail: error instanceof Error ? error.message.slice(0, 1_000) : String(error) }
    }
  }
  return {
    status: () => ask('status', {}),
    sent: () => ask('sent', {}),
    facts: () => ask('facts', {}),
    reportNow: () => ask('report-now', {}),
    placement: () => ask('placement', {}),
    enterPlacement: (entry) => ask('enter-placement', entry),
    logs: () => ask('logs', {}),
    copy: (text) => ask('copy', { text }),
  }
}
