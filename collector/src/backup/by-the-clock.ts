/** The daily backup: made by a process of its own, so that it shares the disk with requests and nothing else; one missed while the collector was away is made at its start. */
import { spawn } from 'node:child_process'
import type { BackupStanding } from '@somay/shared/api/alerts.ts'
import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Settings } from '../config/settings.ts'
import { datedBackups, momentOf } from './dated.ts'
import { MISSED_AFTER_MS, standingOf } from './standing.ts'

/** What a failed one said fits in a line of the overview. */
const LONGEST_WHY = 600

type Clock = { readonly settings: Settings; readonly logger: Logger; readonly now: () => number }

export type Backups = {
  /** Undefined for a ledger in PostgreSQL, whose backups are made elsewhere. */
  readonly standing: () => Promise<BackupStanding | undefined>
  /** A backup under way is broken off, which leaves nothing half. */
  readonly end: () => Promise<void>
}

export function backUpByTheClock({ settings, logger, now }: Clock): Backups {
  const { backupFolder: folder, backupHour: hour, timeZone: timezone } = settings
  if (folder === '') return { standing: async () => (settings.database === '' ? { state: 'not-set-up' } : undefined), end: async () => {} }
  const ending = new AbortController()
  let running: Promise<void> | undefined
  let runningSince: number | undefined
  let failed: { at: number; why: string } | undefined
  const backUp = () => {
    runningSince ??= now()
    running ??= runBackup(settings, ending.signal)
      .then((said) => {
        failed = undefined
        logger.info({ said }, 'backup made')
      })
      .catch((error) => {
        if (ending.signal.aborted) return
        failed = { at: now(), why: (error as Error).message.slice(0, LONGEST_WHY) }
        logger.error({ err: error }, 'no backup could be made; the next is tried tomorrow')
      })
      .finally(() => {
        running = undefined
        runningSince = undefined
      })
    return running
  }
  const task = cron.schedule(`0 ${hour} * * *`, backUp, { timezone })
  const first = datedBackups(folder).then(([newest]) => {
    if (newest === undefined || now() - momentOf(newest) > MISSED_AFTER_MS) return backUp()
  })
  return {
    async standing() {
      const [newest] = await datedBackups(folder)
      return standingOf({ newestAt: newest === undefined ? undefined : momentOf(newest), failed, runningSince }, now())
    },
    async end() {
      ending.abort()
      await task.destroy()
      await first
      await running
    },
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
