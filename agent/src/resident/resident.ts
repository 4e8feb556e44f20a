/** The resident agent: samples through the day, an inventory a day and after a change, contacts when the collector wants them; everything heavy in children. */
import type { Settings } from '../config/settings.ts'
import type { Resident as ResidentAtDoor } from '../door/answers.ts'
import type { Log } from '../log.ts'
import { openSampleLog } from '../outbox/sample-log.ts'
import { thisClocks } from '../platform/boot-clock.ts'
import { osName } from '../platform/os-name.ts'
import { giveBackMemory } from '../platform/stay-small.ts'
import { createContacts } from './contacts.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createInventories } from './inventories.ts'
import type { SampleOrders } from './job.ts'
import { createLane } from './lane.ts'
import { createRounds } from './rounds.ts'
import type { JobRunner } from './run-job.ts'
import { createSamples } from './samples.ts'
import { everyMinutes, schedules } from './schedules.ts'

const SAMPLE_LIMIT_MS = 180_000
const CONTACT_LIMIT_MS = 600_000
const MINUTE_MS = 60_000
const UPDATE_LIMIT_MS = 600_000
const MORE_OF_UPDATE_MS = 1_000
const REST_EVERY_MS = 3_600_000
/** After a whole office woke up, its PCs do not all speak at once. */
const AFTER_SLEEP_MS = 60_000

export type Resident = { readonly door: DoorSide; stop(): Promise<void> }

/** What the door asks of this process; the log's lines come from elsewhere. */
export type DoorSide = Omit<ResidentAtDoor, 'recentLines'>

export function startResident(settings: Settings, ordersAtStart: SampleOrders, jobs: JobRunner, log: Log, handOver: () => void): Resident {
  const clocks = thisClocks()
  const runningSince = new Date().toISOString()
  const samples = createSamples(openSampleLog(settings.stateFolder, clocks), clocks.clock, log)
  const lane = createLane((error) => log.error('a job of the agent failed', { error: String(error) }), rest)
  let orders = ordersAtStart
  let restedUpMs = Number.NEGATIVE_INFINITY
  let isStopped = false
  let stopSchedules = () => {}
  let updateDueUpMs = Number.NEGATIVE_INFINITY
  let moreOfUpdate: NodeJS.Timeout | undefined

  /** A collection costs some 30 ms of processor: after the start, and then now and again. */
  function rest(): void {
    const { upMs } = clocks.clock.mark()
    if (upMs - restedUpMs < REST_EVERY_MS) return
    restedUpMs = upMs
    giveBackMemory()
  }

  function obey(told: SampleOrders): void {
    const isNewPace = told.sampleMinutes !== orders.sampleMinutes
    orders = told
    if (isNewPace) startSchedules()
  }

  const inventories = createInventories(osName(), clocks.clock, async () => {
    const done = await jobs.run({ name: 'inventory', settings }, settings.inventoryTimeoutSeconds * 1_000)
    if (done.kind === 'inventory') obey(done.orders)
    else if (!isStopped) log.error('the inventory failed', { ...done })
    return done.kind === 'inventory'
  })

  async function sample(): Promise<void> {
    samples.retry()
    const done = await jobs.run({ name: 'sample', settings, orders }, SAMPLE_LIMIT_MS)
    if (done.kind === 'sample') samples.took(done.taken)
    else if (!isStopped) log.error('the sample failed', { ...done })
  }

  async function sampleIfDue(): Promise<void> {
    // A schedule of the administrator's own is kept to the letter.
    if (settings.sampleSchedule !== undefined || samples.isDue(orders.sampleMinutes)) await sample()
  }

  const contacts = createContacts(
    `${settings.stateFolder}/credential.json`,
    () => void lane.add(makeContact),
    async () => {
      samples.retry()
      const withSample = samples.isStale(orders.sampleMinutes)
      const done = await jobs.run({ name: 'contact', settings, withSample }, CONTACT_LIMIT_MS)
      if (done.kind === 'contact') {
        if (done.taken) samples.took(done.taken)
        obey(done.orders)
      } else if (!isStopped) log.error('the contact failed', { ...done })
      return done.kind === 'contact' ? done.outcome : undefined
    },
  )

  async function makeContact(): Promise<void> {
    const outcome = await contacts.make()
    const isDue = clocks.clock.mark().upMs >= updateDueUpMs
    if (settings.updateKey !== undefined && outcome?.result.kind === 'acknowledged' && isDue) void lane.add(update)
  }

  /** A turn of minutes at most, so that samples and contacts have theirs in between. */
  async function update(): Promise<void> {
    const done = await jobs.run({ name: 'update', settings }, UPDATE_LIMIT_MS)
    if (isStopped) return
    if (done.kind !== 'update') log.error('the turn at updates failed', { ...done })
    else if (done.turn === 'idle') updateDueUpMs = clocks.clock.mark().upMs + settings.updateEveryMinutes * MINUTE_MS
    else if (done.turn === 'soon') moreOfUpdate = setTimeout(() => void lane.add(update), MORE_OF_UPDATE_MS)
    else if (done.turn === 'handed-over' && osName() === 'windows') handOver()
  }

  async function inventoryAndContact(): Promise<void> {
    await lane.add(inventories.take)
    await lane.add(makeContact)
  }

  function startSchedules(): void {
    stopSchedules()
    if (isStopped) return
    const pace = { sample: settings.sampleSchedule ?? everyMinutes(orders.sampleMinutes), inventory: settings.inventorySchedule }
    stopSchedules = schedules(pace, log, {
      async sample() {
        await lane.add(sampleIfDue)
        if (inventories.isDue()) await inventoryAndContact()
      },
      inventory: inventoryAndContact,
    })
  }

  const stopHeartbeat = startHeartbeat(clocks, ({ sleptMs, clockMovedMs }) => {
    // Schedules are kept by the PC's clock: after it was set they would wait for a moment that is past or far.
    if (clockMovedMs !== 0) {
      log.warn("the PC's clock was set", { bySeconds: Math.round(clockMovedMs / 1_000) })
      startSchedules()
    }
    if (sleptMs === 0) return
    void lane.add(sample)
    if (inventories.isDue()) void inventoryAndContact()
    else contacts.bringForward(Math.random() * AFTER_SLEEP_MS)
  })

  startSchedules()
  // The sample first, so that the report cut from the inventory carries it.
  void lane.add(sample)
  void lane.add(inventories.take)
  void lane.add(makeContact)
  const rounds = createRounds(lane, { sample, inventory: inventories.take, contact: contacts.make })

  return {
    door: {
      runningSince,
      collectorUrl: settings.collectorUrls?.join(' '),
      round: rounds.round,
      reportNow: rounds.ask,
      placementEntered: rounds.wish,
      nextContactAt: contacts.nextAt,
      lastSample: samples.last,
    },
    async stop() {
      isStopped = true
      clearTimeout(moreOfUpdate)
      contacts.stop()
      rounds.stop()
      stopHeartbeat()
      stopSchedules()
      await jobs.stop()
    },
  }
}
