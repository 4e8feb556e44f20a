/** The daily backup: made by a process of its own, so that it shares the disk with requests and nothing else; one missed while the collector was away is made at its start. */
import { spawn } from 'node:child_process'
import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Settings } from '../config/settings.ts'
import { datedBackups, momentOf } from './dated.ts'

const MISSED_AFTER_MS = 25 * 3_600_000

type Clock = { readonly settings: Settings; readonly logger: Logger; readonly now: () => number }

/** Returns what ends it; a backup under way is broken off then, which leaves nothing half. */
export function backUpByTheClock({ settings, logger, now }: Clock): () => Promise<void> {
  const { backupFolder: folder, backupHour: hour, timeZone: timezone } = settings
  if (folder === '') return async () => {}
  const ending = new AbortController()
  let running: Promise<void> | undefined
  const backUp = () => {
    running ??= runBackup(settings, ending.signal)
      .then((said) => logger.info({ said }, 'backup made'))
      .catch((error) => {
        if (!ending.signal.aborted) logger.error({ err: error }, 'no backup could be made; the next is tried tomorrow')
      })
      .finally(() => {
        running = undefined
      })
    return running
  }
  const task = cron.schedule(`0 ${hour} * * *`, backUp, { timezone })
  const first = datedBackups(folder).then(([newest]) => {
    if (newest === undefined || now() - momentOf(newest) > MISSED_AFTER_MS) return backUp()
  })
  return async () => {
    ending.abort()
    await task.destroy()
    await first
    await running
  }
}

async function runBackup({ dataFolder, backupFolder, backupsKept }: Settings, signal: AbortSignal): Promise<string> {
  const flags = ['--scheduled', '--data', dataFolder, '--backup-folder', backupFolder, '--backups-kept', String(backupsKept)]
  const [, program = ''] = process.argv
  const child = spawn(process.execPath, [...process.execArgv, program, 'backup', ...flags], { stdio: ['ignore', 'pipe', 'pipe'], signal })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(said.trim() || `the backup ended with ${code}`)
  return said.trim()
}
