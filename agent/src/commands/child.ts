/** The short-lived child of the resident process: does one job, sends the result over the channel, and is gone with all it loaded. */
import { createAgent } from '../agent.ts'
import { loadSettings } from '../config/load-settings.ts'
import { readPlacedSettings } from '../config/placed-settings.ts'
import type { Settings } from '../config/settings.ts'
import { createLog } from '../log.ts'
import { thisPlatform } from '../platform/platform.ts'
import { lowerPriority } from '../platform/priority.ts'
import { END, type Job, type JobResult } from '../resident/job.ts'
import { ensureEnrolled } from './ensure-enrolled.ts'
import { EXIT } from './exit-codes.ts'

export async function child(): Promise<number> {
  if (!process.send) return EXIT.usage
  // The parent ended, by whatever means: nobody waits for the result, and nothing may be left running.
  process.once('disconnect', () => process.exit(EXIT.keptForLater))
  const job = await new Promise<Job>((resolve) => {
    process.on('message', (message) => (message === END ? process.exit(EXIT.keptForLater) : resolve(message as Job)))
  })
  const result = await attempt(job)
  await new Promise((resolve) => process.send?.(result, resolve))
  process.exit(EXIT.done)
}

async function attempt(job: Job): Promise<JobResult> {
  try {
    return await work(job)
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function work(job: Job): Promise<JobResult> {
  switch (job.name) {
    case 'settings': {
      const loaded = await loadSettings({
        environment: process.env,
        flags: job.flags,
        isRoot: process.getuid?.() === 0,
        placed: () => readPlacedSettings(thisPlatform()),
      })
      if (loaded.kind === 'refused') return loaded
      const { settings } = loaded
      return { kind: 'settings', settings, orders: await createAgent(settings, createLog(settings.logLevel)).orders() }
    }
    case 'inventory':
      return inventory(job.settings)
    case 'sample':
      return { kind: 'sample', taken: await createAgent(job.settings, createLog(job.settings.logLevel)).keepSample(job.orders) }
    case 'contact':
      return contact(job.settings, job.withSample)
    case 'update':
      lowerPriority()
      return { kind: 'update', turn: await createAgent(job.settings, createLog(job.settings.logLevel), { isResident: true }).update() }
  }
}

async function inventory(settings: Settings): Promise<JobResult> {
  lowerPriority()
  const agent = createAgent(settings, createLog(settings.logLevel))
  await agent.keepInventory()
  return { kind: 'inventory', orders: await agent.orders() }
}

async function contact(settings: Settings, withSample: boolean): Promise<JobResult> {
  const log = createLog(settings.logLevel)
  const agent = createAgent(settings, log)
  const taken = withSample ? await agent.keepSample() : undefined
  let { enrolled, sentence } = await ensureEnrolled(agent, settings, log)
  let result = await agent.contact()
  if (enrolled && result.kind === 'not-enrolled') {
    // Another collector than the one of the enrolment may be joined right away.
    ;({ enrolled, sentence } = await ensureEnrolled(agent, settings, log))
    result = await agent.contact()
  }
  return {
    kind: 'contact',
    orders: await agent.orders(),
    outcome: { result, retry: !enrolled && sentence !== undefined },
    ...(taken && { taken }),
  }
}
