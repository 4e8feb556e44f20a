/** Stays resident until told to stop. Settings are checked by a child, so that the schema library never stays in this process. */
import { answersFrom } from '../door/answers.ts'
import { openDoor } from '../door/open-door.ts'
import { doorPlace } from '../door/place.ts'
import { createLog } from '../log.ts'
import { logFile } from '../log-file.ts'
import { recentLines } from '../resident/recent-lines.ts'
import { startResident } from '../resident/resident.ts'
import { jobRunner } from '../resident/run-job.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { holding } from './holding.ts'

/** A registry or a PAC file may be slow while an old PC starts, and nothing works before this. */
const SETTINGS_LIMIT_MS = 180_000

export async function run({ flags, language }: Call): Promise<number> {
  let isStopped = false
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, resolve)
  })
  void stopped.then(() => {
    isStopped = true
  })
  const recent = recentLines()
  let keepOnDisk: ((text: string | Buffer) => void) | undefined
  const heard = (text: string | Buffer) => {
    recent.keep(text)
    keepOnDisk?.(text)
  }
  const jobs = jobRunner(process.argv[1] ?? '', heard)
  const loaded = await jobs.run({ name: 'settings', flags, language }, SETTINGS_LIMIT_MS)
  if (loaded.kind === 'refused') {
    process.stderr.write(`${loaded.says[language]}\n`)
    return EXIT.usage
  }
  // Ctrl-C reaches the child as well.
  if (isStopped) return EXIT.done
  if (loaded.kind !== 'settings') throw new Error(loaded.kind === 'failed' ? loaded.message : loaded.kind)
  const { settings, orders } = loaded
  const log = createLog(settings.logLevel, (line) => {
    process.stderr.write(line)
    heard(line)
  })
  return holding(settings.stateFolder, language, async () => {
    keepOnDisk = logFile(settings.stateFolder)
    let handOver = () => {}
    const updating = new Promise<'updating'>((resolve) => {
      handOver = () => resolve('updating')
    })
    const resident = startResident(settings, orders, jobs, log, handOver)
    const answers = answersFrom(settings.stateFolder, { ...resident.door, recentLines: recent.lines })
    const door = await openDoor(() => doorPlace(settings, process.env), answers, log)
    log.info('the agent is running', { pid: process.pid })
    const why = await Promise.race([stopped, updating])
    log.info('the agent stops', { why })
    door.close()
    await resident.stop()
    return why === 'updating' ? EXIT.updating : EXIT.done
  })
}
