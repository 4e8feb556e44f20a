/** What the collector does by the clock, whoever asks: ended sessions go, the register is matched to new PCs, PCs are measured for plans, and what trends show is counted ahead; harmless when several collectors do it. */
import cron from 'node-cron'
import type { Logger } from 'pino'
import { countAhead } from './fleet/counts/count.ts'
import { OWN_NUMBER } from './measuring/mark.ts'
import { measurePcs } from './measuring/measure-pcs.ts'
import { isToMeasure, type TakesFrom } from './measuring/measured-by.ts'
import { currentReference } from './reference/current.ts'
import { rolledDays } from './rolling/days.ts'
import { rollUp } from './rolling/roll-up.ts'
import type { Database } from './store/database.ts'
import { measureStrays } from './store/measures.ts'
import { matchRegister } from './store/register/match.ts'
import { dropOldUploads } from './store/register/uploads.ts'
import { dropEndedSessions } from './store/sessions.ts'

const SWEEP = '17 * * * *'
/** Late samples come all day long, so that what they made old is counted again every hour. */
const ROLL = '7 * * * *'
/** What a plan says of a PC is at most so old. */
const MEASURE = '* * * * *'
/** What is measured at midnight is written a moment later: the day that ended is counted ahead once that is done. */
const SETTLING_MS = 300_000
/** PCs that another version measured while it was leaving. */
const SEEK = '47 * * * *'
/** PCs that joined since the last time may be what the register waits for. */
const MATCH = '37 * * * *'

type House = { readonly database: Database; readonly now: () => number; readonly timeZone: string; readonly logger: Logger }

/** Returns what ends it. */
export function keepHouse({ database, now, timeZone, logger }: House): () => Promise<void> {
  const atWork = new Set<Promise<void>>()
  const once = onceIn(atWork)
  const roll = once(async () => {
    const rolled = await rollUp(
      { database, now, timeZone, count: (asOf) => countAhead(database, asOf) },
      rolledDays(now() - SETTLING_MS, timeZone),
    )
    if (rolled > 0) logger.info({ days: rolled }, 'counted ahead')
  })
  const rolling = () => roll().catch((error) => logger.error({ err: error }, 'counts could not be made ahead; the next hour tries again'))
  const sweeping = () =>
    Promise.all([dropEndedSessions(database, now()), dropOldUploads(database, now())]).catch((error) =>
      logger.error({ err: error }, 'ended sessions and old lists could not be dropped; the next hour tries again'),
    )
  const match = once(async () => {
    const { certain } = await matchRegister(database, { at: now(), timeZone })
    if (certain > 0) logger.info({ certain }, 'matched the register')
  })
  const matching = () =>
    match().catch((error) => logger.error({ err: error }, 'the register could not be matched; the next hour tries again'))
  let takesFrom: TakesFrom = 'anyone'
  const measuring = once(async () => {
    const measured = await measurePcs(database, () => currentReference(database), { takesFrom, now })
    takesFrom = 'older'
    if (measured > 0) logger.debug({ measured }, 'measured for plans')
  })
  const measure = () =>
    measuring().catch((error) => logger.error({ err: error }, 'PCs could not be measured for plans; the next minute tries again'))
  const seek = once(async () => {
    if (await isToMeasure(database, 'older')) await measureStrays(database, OWN_NUMBER)
  })
  const seeking = () => seek().catch((error) => logger.error({ err: error }, 'PCs measured by other code could not be looked for'))
  const tasks = [
    cron.schedule(MEASURE, measure),
    cron.schedule(SEEK, seeking),
    cron.schedule(SWEEP, sweeping),
    cron.schedule(MATCH, matching),
    cron.schedule(ROLL, rolling),
  ]
  // What was missed while the collector was away.
  const first = Promise.all([rolling(), measure()])
  return async () => {
    for (const task of tasks) await task.destroy()
    await first
    await Promise.allSettled(atWork)
  }
}

/** A second call while the first still works gives the first; what works stands in `atWork`. */
function onceIn(atWork: Set<Promise<void>>): (work: () => Promise<void>) => () => Promise<void> {
  return (work) => {
    let running: Promise<void> | undefined
    return () => {
      if (running) return running
      const own = work().finally(() => {
        running = undefined
        atWork.delete(own)
      })
      running = own
      atWork.add(own)
      return own
    }
  }
}
