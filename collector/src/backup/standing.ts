/** How the daily backup stands that somebody set up: good, failed, or too old. Pure. */
import type { BackupStanding } from '@somay/shared/api/alerts.ts'

/** A day, and what a backup may take. */
export const MISSED_AFTER_MS = 25 * 3_600_000

/** One that runs so long hangs, as over a network disk that is gone. */
const LONGEST_RUN_MS = 6 * 3_600_000

export type BackupSeen = {
  /** Moments; undefined: there is none in the folder, none failed since the last good one, none is under way. */
  readonly newestAt: number | undefined
  readonly failed: { readonly at: number; readonly why: string } | undefined
  readonly runningSince: number | undefined
}

export function standingOf({ newestAt, failed, runningSince }: BackupSeen, now: number): BackupStanding {
  const newest = newestAt === undefined ? {} : { newestAt }
  if (failed) return { state: 'failed', ...newest, failedAt: failed.at, why: failed.why }
  const isUnderWay = runningSince !== undefined && now - runningSince < LONGEST_RUN_MS
  const isOld = newestAt === undefined || now - newestAt > MISSED_AFTER_MS
  return { state: isOld && !isUnderWay ? 'old' : 'good', ...newest }
}
