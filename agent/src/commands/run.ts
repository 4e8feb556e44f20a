/** Stays resident until told to stop. Settings are checked by a child, so that the schema library never stays in this process. */
import { createLog } from '../log.ts'
import { startResident } from '../resident/resident.ts'
import { jobRunner } from '../resident/run-job.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { holding } from './holding.ts'

const SETTINGS_LIMIT_MS = 30_000

export async function run({ flags, language }: Call): Promise<number> {
  let isStopped = false
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, resolve)
  })
  void stopped.then(() => {
    isStopped = true
  })
  const jobs = jobRunner(process.argv[1] ?? '')
  const loaded = await jobs.run({ name: 'settings', flags, language }, SETTINGS_LIMIT_MS)
  if (loaded.kind === 'refused') {
    process.stderr.write(`${loaded.says[language]}\n`)
    return EXIT.usage
  }
  // Ctrl-C reaches the child as well.
  if (isStopped) return EXIT.done
  if (loaded.kind !== 'settings') throw new Error(loaded.kind === 'failed' ? loaded.message : loaded.kind)
  const { settings, reach } = loaded
  const log = createLog(settings.logLevel)
  return holding(settings.stateFolder, language, async () => {
    const resident = startResident(settings, reach, jobs, log)
    log.info('the agent is running', { pid: process.pid })
    log.info('the agent stops', { signal: await stopped })
    resident.stop()
    return EXIT.done
  })
}
