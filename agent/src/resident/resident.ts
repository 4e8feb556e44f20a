/** The resident agent: samples through the day, an inventory a day, contacts when the collector wants them; everything heavy in children. */
import { statSync } from 'node:fs'
import type { Sample } from '@somay/shared/report.ts'
import type { Settings } from '../config/settings.ts'
import type { Resident as ResidentAtDoor } from '../door/answers.ts'
import type { Log } from '../log.ts'
import { openSampleLog } from '../outbox/sample-log.ts'
import { thisPlatform } from '../platform/platform.ts'
import { takeSample } from '../probes/connectivity.ts'
import type { ContactOutcome, SampleReach } from './job.ts'
import { sampleKeeper } from './keep-sample.ts'
import { createLane } from './lane.ts'
import { nextContact } from './next-contact.ts'
import { createRounds } from './rounds.ts'
import type { JobRunner } from './run-job.ts'
import { schedules } from './schedules.ts'

const CONTACT_LIMIT_MS = 600_000
/** How often a PC that is not enrolled looks whether it is now. */
const LOOK_FOR_ENROLMENT_MS = 10_000

export type Resident = { readonly door: DoorSide; stop(): void }

/** What the door asks of this process; the log's lines come from elsewhere. */
export type DoorSide = Omit<ResidentAtDoor, 'recentLines'>

export function startResident(settings: Settings, reachAtStart: SampleReach, jobs: JobRunner, log: Log): Resident {
  const runningSince = new Date().toISOString()
  const platform = thisPlatform()
  const keep = sampleKeeper(openSampleLog(settings.stateFolder), log)
  const lane = createLane((error) => log.error('a job of the agent failed', { error: String(error) }))
  const credentialFile = `${settings.stateFolder}/credential.json`
  let reach = reachAtStart
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let lastSample: Sample | undefined
  let nextContactAt: string | undefined

  async function inventory(): Promise<void> {
    const done = await jobs.run({ name: 'inventory', settings }, settings.inventoryTimeoutSeconds * 1_000)
    if (done.kind === 'inventory') reach = done.reach
    else if (!isStopped) log.error('the inventory failed', { ...done })
  }

  async function sample(): Promise<void> {
    lastSample = await takeSample(platform, { ...reach, timeoutMs: settings.reachTimeoutSeconds * 1_000 }, Date.now)
    keep(lastSample)
  }

  async function contact(): Promise<ContactOutcome | undefined> {
    clearTimeout(timer)
    nextContactAt = undefined
    const enrolmentBefore = changedAt(credentialFile)
    const done = await jobs.run({ name: 'contact', settings }, CONTACT_LIMIT_MS)
    if (isStopped) return undefined
    if (done.kind === 'contact') reach = done.reach
    else log.error('the contact failed', { ...done })
    const outcome = done.kind === 'contact' ? done.outcome : undefined
    const next = nextContact(outcome, failures, Date.now(), Math.random)
    if ('whenEnrolled' in next) waitForEnrolment(enrolmentBefore)
    else {
      failures = next.failures
      nextContactAt = new Date(Date.now() + next.afterMs).toISOString()
      timer = setTimeout(() => void lane.add(makeContact), next.afterMs)
    }
    return outcome
  }

  async function makeContact(): Promise<void> {
    await contact()
  }

  function waitForEnrolment(before: number | undefined): void {
    timer = setTimeout(() => {
      if (changedAt(credentialFile) === before) waitForEnrolment(before)
      else void lane.add(makeContact)
    }, LOOK_FOR_ENROLMENT_MS)
  }

  const stopSchedules = schedules(settings, log, {
    sample: () => lane.add(sample),
    async inventory() {
      await lane.add(inventory)
      await lane.add(makeContact)
    },
  })
  // The sample first, so that the report cut from the inventory carries it.
  void lane.add(sample)
  void lane.add(inventory)
  void lane.add(makeContact)
  const rounds = createRounds(lane, { sample, inventory, contact })

  return {
    door: {
      runningSince,
      collectorUrl: settings.collectorUrls?.join(' '),
      round: rounds.round,
      reportNow: rounds.ask,
      placementEntered: rounds.wish,
      nextContactAt: () => nextContactAt,
      lastSample: () => lastSample,
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      rounds.stop()
      stopSchedules()
      jobs.stop()
    },
  }
}

function changedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
