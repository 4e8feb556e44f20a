/** What the collector does by the clock, whoever asks: today ended sessions go; harmless when several collectors do it. */
import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Database } from './store/database.ts'
import { dropEndedSessions } from './store/sessions.ts'

const EVERY_HOUR = '17 * * * *'

/** Returns what ends it. */
export function keepHouse(database: Database, now: () => number, logger: Logger): () => Promise<void> {
  const sweep = cron.schedule(EVERY_HOUR, async () => {
    try {
      await dropEndedSessions(database, now())
    } catch (error) {
      logger.error({ err: error }, 'ended sessions could not be dropped; the next hour tries again')
    }
  })
  return async () => {
    await sweep.destroy()
  }
}
