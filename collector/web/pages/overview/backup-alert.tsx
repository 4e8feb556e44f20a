/** What is wrong with the daily backup, in words that say what to do. */
import type { BackupStanding } from '@somay/shared/api/alerts.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { countsText } from '../../text/counts.ts'

export function BackupAlert({ backup: { state, newestAt, failedAt, why } }: { backup: BackupStanding }) {
  const say = useText(countsText)
  const time = (at: number) => formatDateTime(at, currentTimeZone())
  if (state === 'not-set-up') return <li>{say('backupNotSetUp')}</li>
  return (
    <li>
      {state === 'failed' && failedAt !== undefined ? say('backupFailed', { at: time(failedAt) }) : say('backupOld')}{' '}
      {newestAt === undefined ? say('backupNone') : say('backupNewest', { at: time(newestAt) })}
      {why !== undefined && (
        <pre className="backup-why soft">
          <bdi>{why}</bdi>
        </pre>
      )}
    </li>
  )
}
