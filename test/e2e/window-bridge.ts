/** Bridges for the page of the window: one to a real resident agent, and one that says what a test wants to see drawn. */
import { makeHandlers } from '#agent/desktop/handlers.ts'
import { PAGE_ADDRESS } from '#agent/desktop/page.ts'
import { knock } from '#agent/door/knock.ts'
import type { Bridge } from '#agent/preload/bridge.ts'
import { makeBridge } from '#agent/preload/make-bridge.ts'
import { type Answer, channelOf, MESSAGE_NAMES } from '#agent/preload/messages.ts'
import { FACT_NAMES, FACTS } from '#shared/facts/index.ts'

/** Everything but Electron is real: the bridge, the handlers, the door, the agent. */
export function bridgeTo(doors: readonly string[], copied: string[] = []): Bridge {
  const handlers = makeHandlers({ doors, knock, copy: (text) => void copied.push(text) })
  return makeBridge(async (channel, question) => {
    const name = MESSAGE_NAMES.find((one) => channelOf(one) === channel)
    if (!name) throw new Error(`no handler for ${channel}`)
    return handlers[name]({ senderFrame: { url: PAGE_ADDRESS } }, question)
  })
}

const AT = '2026-11-23T02:05:00.000Z'

export const STATUS: Answer<'status'> = {
  agentVersion: '0.1.0',
  hostName: 'SNV-PC-014',
  runningSince: '2026-11-23T00:31:00.000Z',
  enrolment: { state: 'enrolled', pcId: 1_204, since: '2026-03-02T03:00:00.000Z', collectorUrl: 'https://somay.tinh.gov.vn' },
  waiting: 0,
  samplesWaiting: 3,
  rejected: [],
  round: { state: 'idle' },
  collectorUrl: 'https://somay.tinh.gov.vn',
  lastContactAt: AT,
  nextContactAt: '2026-11-23T02:20:00.000Z',
  connectivity: { at: AT, state: 'internet' },
}

/** The agent's own example of every fact, as if the collector had acknowledged them. */
function sentExamples(): Answer<'sent'> {
  const facts = Object.fromEntries(
    FACT_NAMES.map((name) => [name, FACTS[name].personal ? { unknown: 'turned-off' } : { known: FACTS[name].example, source: 'sysfs' }]),
  )
  const lastReport = { protocol: 1, takenAt: AT, sentAt: AT, agentVersion: '0.1.0', samples: [] }
  return { sent: { acknowledgedAt: AT, lastReport, facts, collector: 'https://somay.tinh.gov.vn' } }
}

export function bridgeSaying(more: Partial<Bridge> = {}, status: Partial<Answer<'status'>> = {}): Bridge {
  const answered = <T>(value: T) => Promise.resolve({ kind: 'answered', value } as const)
  const real = bridgeTo([])
  const catalogue = FACT_NAMES.map((name) => ({
    ...FACTS[name],
    value: JSON.parse(JSON.stringify(FACTS[name].value)) as unknown,
    example: undefined,
  }))
  return {
    ...real,
    status: () => answered({ ...STATUS, ...status }),
    sent: () => answered(sentExamples()),
    facts: () => answered({ catalogue, switchedOff: ['software', 'signed-in-user'], toldByCollector: true }),
    reportNow: () => answered({ state: 'started' as const }),
    placement: () => answered({ entry: { assetTag: 'TS-2021-0147', room: 'Phòng 305, nhà A', enteredAt: AT } }),
    enterPlacement: () => answered({ kept: true }),
    logs: () =>
      answered({ lines: ['{"at":"2026-11-23T00:31:02.000Z","level":"warn","message":"no room on the disk for a connectivity sample"}'] }),
    ...more,
  }
}
