/** The composition: settings in, an agent out whose parts know nothing of each other's making. */
import { setTimeout as wait } from 'node:timers/promises'
import { EVIDENCE_FACTS, evidenceFrom } from '@somay/shared/evidence.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Sample } from '@somay/shared/report.ts'
import { NO_PROXY, type Settings } from './config/settings.ts'
import type { Log } from './log.ts'
import { type Outbox, openOutbox } from './outbox/outbox.ts'
import { isNoRoom } from './platform/atomic-file.ts'
import { type BootClock, thisBootClock } from './platform/boot-clock.ts'
import { firstPointTo } from './platform/http-agents.ts'
import { type Platform, thisPlatform } from './platform/platform.ts'
import { takeSample } from './probes/connectivity.ts'
import { askCollector } from './probes/connectivity-attempts.ts'
import { readyContext } from './probes/context.ts'
import { PROBES } from './probes/index.ts'
import type { Probe, Reach } from './probes/probe.ts'
import { runProbe } from './probes/run-probe.ts'
import { wayOut } from './proxy/way-out.ts'
import { withSteadyCheck } from './report/steady-check.ts'
import { switchedOffFacts, wantsSession } from './report/switched-off.ts'
import { takeInventory } from './report/take-inventory.ts'
import type { SampleOrders, TakenSample } from './resident/job.ts'
import { collectorClient } from './send/collector-client.ts'
import { type ContactResult, contactCollector } from './send/contact.ts'
import type { Pace } from './send/deliver.ts'
import { type EnrolResult, enrol, type Joining, renewCredential, renewKey } from './send/enrol.ts'
import { queueIfChanged } from './send/queue-report.ts'
import { LONGEST_WAIT_MS } from './send/retry-after.ts'
import { keepPlacement, placementFileIn } from './state/placement.ts'
import type { Credential, Inventory } from './state/schemas.ts'
import { openStateFolder, type StateFolder } from './state/state-folder.ts'
import type { TurnResult } from './updates/turn.ts'
import { updatingOf } from './updating.ts'

const MEGABYTE = 1_000_000
const DAY_MS = 86_400_000
const SAMPLE_MINUTES = 15
const PACE: Pace = { attempts: 3, backoff: { baseMs: 1_000, capMs: 15_000 }, longestWaitMs: 20_000 }

export type Agent = {
  readonly state: StateFolder
  readonly reach: () => Reach
  /** What the resident process needs to know for its samples, the way out included. */
  orders(): Promise<SampleOrders>
  outbox(): Outbox
  takeInventory(): Promise<Inventory>
  /** Takes the inventory, remembers it, and queues a report when something changed. */
  keepInventory(): Promise<void>
  /** How far the PC reaches now; kept nowhere. */
  sampleNow(): Promise<Sample>
  /** `orders`: what another process of this agent found lately; without, it is looked up. On a full disk the sample is only given back. */
  keepSample(orders?: SampleOrders): Promise<TakenSample>
  contact(): Promise<ContactResult>
  /** A turn at updates: told, asked, fetched, handed over; nothing where the agent was installed without an update key. */
  update(): Promise<TurnResult>
  /** At the first of a collector's addresses that answers. */
  enrol(collectorUrls: readonly string[], token: string): Promise<EnrolResult>
}

export type AgentDependencies = {
  readonly platform?: Platform
  readonly now?: () => number
  readonly clock?: BootClock
  readonly random?: () => number
  readonly pace?: Pace
  /** A child of the resident agent, which goes when an update is handed over. */
  readonly isResident?: boolean
}

export function createAgent(settings: Settings, log: Log, dependencies: AgentDependencies = {}): Agent {
  const { platform = thisPlatform(), now = Date.now, clock = thisBootClock(), random = Math.random, pace = PACE } = dependencies
  const state = openStateFolder(settings.stateFolder, log)
  const placementFile = placementFileIn(settings.stateFolder)
  const way = wayOut(platform, { proxy: settings.proxy === NO_PROXY ? '' : settings.proxy, caFile: settings.caFile })
  const limits = { maxBytes: settings.outboxMaxMegabytes * MEGABYTE, maxAgeMs: settings.outboxMaxDays * DAY_MS }
  let opened: Outbox | undefined

  function outbox(): Outbox {
    opened ??= openOutbox(settings.stateFolder, limits, log, { now, clock })
    return opened
  }

  function client(collectorUrl: string) {
    return collectorClient({ collectorUrl, network: way.network(), timeoutMs: settings.sendTimeoutSeconds * 1_000 })
  }

  // A setting is an administrator's word, so it goes before the address of the enrolment: collectors move.
  function collectorUrls(): readonly string[] {
    const enrolledAt = state.read('credential')?.collectorUrl
    return settings.collectorUrls ?? (enrolledAt === undefined ? [] : [enrolledAt])
  }

  function findWay(urls: readonly string[] = collectorUrls()): Promise<void> {
    return way.findFor([...urls, ...reach().targets.map(({ url }) => url)])
  }

  /** Of several addresses the first that answers now; the first of all when none does, so that its error is told. */
  async function nearest(urls: readonly string[]): Promise<string> {
    const [first = '', ...others] = urls
    if (others.length === 0) return first
    const { attempts } = await askCollector(platform, { ...reach(), collectorUrls: urls })
    return attempts.find(({ outcome }) => outcome === 'reached')?.address ?? first
  }

  const reach = (): Reach => ({
    collectorUrls: collectorUrls(),
    targets: settings.probeTargets ?? state.read('policy')?.targets ?? [],
    network: way.network(),
    timeoutMs: settings.reachTimeoutSeconds * 1_000,
  })

  async function inventoryNow(): Promise<Inventory> {
    await findWay()
    return takeInventory({ context: { platform, reach: reach(), placementFile }, switchedOff: switchedOffFacts(state.read('policy')), now })
  }

  async function sampleNow(orders?: SampleOrders): Promise<Sample> {
    if (!orders) await findWay()
    const withSession = orders?.withSession ?? wantsSession(state.read('policy'))
    return takeSample(platform, { ...reach(), ...orders }, withSession, now)
  }

  function keepIfRoom(keep: () => void): boolean {
    try {
      keep()
      return true
    } catch (error) {
      if (!isNoRoom(error)) throw error
      log.error('no room on the disk for a connectivity sample', { code: (error as NodeJS.ErrnoException).code })
      return false
    }
  }

  async function keepInventory(): Promise<void> {
    const mark = clock.mark()
    const inventory = withSteadyCheck(await inventoryNow(), state.read('inventory'))
    await state.write('inventory', { ...inventory, mark })
    await queueIfChanged({ state, outbox: outbox(), now, clock })
  }

  /** Reads who this PC is, and joins with that. */
  async function join(urls: readonly string[], how: (joining: Joining) => Promise<EnrolResult>): Promise<EnrolResult> {
    const context = await readyContext({ platform, reach: reach() }, EVIDENCE_FACTS)
    const bodies: Record<string, FactBody> = {}
    for (const fact of EVIDENCE_FACTS) bodies[fact] = await runProbe(PROBES[fact] as Probe, context)
    await findWay(urls)
    const url = await nearest(urls)
    const http = client(url)
    try {
      return await how({ client: http, state, collectorUrl: url, hostName: platform.hostName, evidence: evidenceFrom(bodies), now })
    } finally {
      http.close()
    }
  }

  async function send(credential: Credential) {
    await findWay()
    const collectorUrl = await nearest(collectorUrls())
    const http = client(collectorUrl)
    try {
      const result = await contactCollector({
        state,
        outbox: outbox(),
        credential,
        client: http,
        pace,
        now,
        clock,
        random,
        wait: (ms) => wait(ms),
        log,
      })
      if (result.kind === 'acknowledged') await updating.leaveProof(firstPointTo(collectorUrl, way.network()))
      return result
    } finally {
      http.close()
    }
  }

  /** A key of this PC alone, and an inventory read here: the one at hand may have come with the copied disk. */
  async function afterRenewal(held: Credential, sentence: string): Promise<ContactResult> {
    const aside = async () => {
      await outbox().setAsideAll('waited when this PC got a key of its own; it may be another PC’s')
      state.remove('inventory')
      await keepPlacement(settings.stateFolder, {}, '')
    }
    const renewed = await join(collectorUrls(), (joining) => renewKey(joining, held, aside))
    if (renewed.kind !== 'enrolled') return { kind: 'kept', sentence: `${sentence} ${renewed.sentence}` }
    await keepInventory()
    const result = await send(renewed.credential)
    return result.kind === 'key-shared' ? { ...result, kind: 'kept' } : result
  }

  /** The old one stays good until the new one is used, so nothing is lost when this fails; the collector will ask again. */
  async function renew(held: Credential): Promise<void> {
    const renewed = await join(collectorUrls(), (joining) => renewCredential(joining, held))
    if (renewed.kind !== 'enrolled') log.warn('the credential could not be renewed', { sentence: renewed.sentence })
  }

  const updating = updatingOf({ settings, platform, log, now, random, isResident: dependencies.isResident === true })

  async function update(): Promise<TurnResult> {
    const credential = state.read('credential')
    if (!credential || !updating.isOn) return 'idle'
    await findWay()
    const collectorUrl = await nearest(collectorUrls())
    const http = client(collectorUrl)
    try {
      return await updating.turn({ collectorUrl, client: http, credential: credential.credential, network: way.network() })
    } finally {
      http.close()
    }
  }

  return {
    state,
    reach,
    update,
    async orders() {
      await findWay()
      const { collectorUrls: urls, targets, network: way } = reach()
      const policy = state.read('policy')
      const sampleMinutes = policy?.sampleMinutes ?? SAMPLE_MINUTES
      return { collectorUrls: urls, targets, network: way, sampleMinutes, withSession: wantsSession(policy) }
    },
    outbox,
    takeInventory: inventoryNow,
    keepInventory,
    sampleNow: () => sampleNow(),
    async keepSample(orders) {
      const mark = clock.mark()
      const sample = { ...(await sampleNow(orders)), mark }
      return { sample, isKept: keepIfRoom(() => outbox().samples.append(sample)) }
    },
    async contact() {
      const credential = state.read('credential')
      if (!credential) return { kind: 'not-enrolled', sentence: 'no enrolment in the state folder' }
      const { refusedEnrolment, lastError, notBefore } = state.read('status') ?? {}
      if (refusedEnrolment === credential.enrolledAt)
        return { kind: 'not-enrolled', sentence: lastError?.sentence ?? 'the collector no longer knows this PC' }
      const restMs = notBefore === undefined ? 0 : Date.parse(notBefore) - now()
      // Longer than anyone may ask for means that the clock was set back in the meantime.
      if (notBefore !== undefined && restMs > 0 && restMs <= LONGEST_WAIT_MS) {
        return { kind: 'kept', sentence: lastError?.sentence ?? 'the collector asked to wait', notBefore }
      }
      const result = await send(credential)
      if (result.kind === 'acknowledged' && result.renewalDue) await renew(credential)
      return result.kind === 'key-shared' ? afterRenewal(credential, result.sentence) : result
    },
    enrol: (urls, token) => join(urls, (joining) => enrol(joining, { token, unitCode: settings.unitCode })),
  }
}
