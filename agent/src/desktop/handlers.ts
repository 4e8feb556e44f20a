/** Answers the page: each message is checked, asked at the door, and what comes back is checked again. */
import type { Catalogue } from '@somay/shared/api/pcs.ts'
import { FACT_NAMES, FACTS } from '@somay/shared/facts/index.ts'
import { Check } from 'typebox/value'
import type { Knocked, knock } from '../door/knock.ts'
import type { AnswerOf } from '../door/requests.ts'
import { type Answer, type Asked, MESSAGES, type MessageName, type Question } from '../preload/messages.ts'
import { switchedOffFacts } from '../report/switched-off.ts'
import { AcknowledgedSchema } from '../state/schemas.ts'
import type { Sender } from './electron-parts.ts'
import { isOurPage } from './page.ts'

export type Asking = {
  readonly doors: readonly string[]
  readonly knock: typeof knock
  readonly copy: (text: string) => void | Promise<void>
}

export type Handlers = { readonly [N in MessageName]: (event: Sender, question: unknown) => Promise<Asked<Answer<N>>> }

export function makeHandlers({ doors, knock: ask, copy }: Asking): Handlers {
  return {
    status: checked('status', () => ask(doors, 'status', {})),
    sent: checked('sent', async () => shown(await ask(doors, 'sent', {}))),
    facts: checked('facts', async () => facts(await ask(doors, 'switched-off', {}))),
    'report-now': checked('report-now', () => ask(doors, 'report-now', {})),
    placement: checked('placement', () => ask(doors, 'placement', {})),
    'enter-placement': checked('enter-placement', (entry) => ask(doors, 'enter-placement', entry)),
    logs: checked('logs', () => ask(doors, 'logs', {})),
    copy: checked('copy', async ({ text }) => {
      await copy(text)
      return { kind: 'answered', value: { copied: true } }
    }),
  }
}

function checked<N extends MessageName>(name: N, answer: (question: Question<N>) => Promise<Asked<Answer<N>>>): Handlers[N] {
  const handle = async ({ senderFrame }: Sender, question: unknown): Promise<Asked<Answer<N>>> => {
    if (!senderFrame || !isOurPage(senderFrame.url)) return { kind: 'refused', refusal: 'not-allowed' }
    if (!MESSAGES[name].question(question)) return { kind: 'refused', refusal: 'bad-request' }
    return answer(question as Question<N>)
  }
  return handle as Handlers[N]
}

/** Exactly what `somay-agent show-sent` prints. */
function shown(knocked: Knocked<AnswerOf<'sent'>>): Asked<Answer<'sent'>> {
  if (knocked.kind !== 'answered') return knocked
  const { acknowledged, collectorUrl } = knocked.value
  if (acknowledged === null) return { kind: 'answered', value: {} }
  if (!Check(AcknowledgedSchema, acknowledged)) return { kind: 'failed', detail: 'the file of what was acknowledged was not understood' }
  const { at, lastReport, bodies } = acknowledged
  const sent = { acknowledgedAt: at, lastReport, facts: bodies, ...(collectorUrl !== undefined && { collector: collectorUrl }) }
  return { kind: 'answered', value: { sent } }
}

/** Before the collector's first word everything personal is off, as the agent itself decides it. */
function facts(knocked: Knocked<AnswerOf<'switched-off'>>): Asked<Answer<'facts'>> {
  if (knocked.kind !== 'answered') return knocked
  const told = knocked.value.facts
  const policy = told && { nextContactSeconds: 1, targets: [], switchedOff: [...told] }
  const value = { catalogue: catalogue(), switchedOff: switchedOffFacts(policy), toldByCollector: told !== undefined }
  return { kind: 'answered', value }
}

function catalogue(): Catalogue {
  return FACT_NAMES.map((name) => {
    const { title, sentence, needsAdministrator, personal, value } = FACTS[name]
    // The schemas as plain JSON: what crosses to the page must be copied.
    return { name, title, sentence, needsAdministrator, personal, value: JSON.parse(JSON.stringify(value)) as unknown }
  })
}
