/** Says how this PC stands with its collector, to a person or to a program; looks only. */
import { DEFAULT_TIME_ZONE, formatDateTime } from '@somay/shared/text/dates.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { WORDS } from '../words.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { load } from './load.ts'
import { lookAtStanding, type Standing } from './standing.ts'

export async function status(call: Call): Promise<number> {
  const loaded = await load(call)
  if (!loaded) return EXIT.usage
  const standing = lookAtStanding(loaded.settings, loaded.log)
  process.stdout.write(call.json ? `${JSON.stringify(standing, null, 2)}\n` : linesOf(standing, call.language))
  return EXIT.done
}

function linesOf(standing: Standing, language: Language): string {
  const { lastError, rejected, runningPid } = standing
  const none = WORDS.none(language)
  const lines: [string, string][] = [
    [WORDS.statusCollector(language), standing.collectorUrls.length === 0 ? none : standing.collectorUrls.join(' ')],
    [WORDS.statusEnrolled(language), enrolmentOf(standing, language)],
    [WORDS.statusRunning(language), runningPid === undefined ? none : WORDS.processNumber(language, runningPid)],
    [WORDS.statusLastContact(language), standing.lastContactAt === undefined ? WORDS.never(language) : moment(standing.lastContactAt)],
    ...(standing.restsUntil === undefined ? [] : [[WORDS.statusRests(language), moment(standing.restsUntil)] as [string, string]]),
    [WORDS.statusWaiting(language), String(standing.reportsWaiting)],
    [WORDS.statusSamples(language), String(standing.samplesWaiting)],
    [WORDS.statusRejected(language), rejected.length === 0 ? none : rejected.map(({ name, reason }) => `${name} (${reason})`).join('; ')],
    [WORDS.statusLastError(language), lastError === undefined ? none : `${moment(lastError.at)} ${lastError.sentence}`],
    [WORDS.statusFolder(language), standing.stateFolder],
  ]
  return lines.map(([title, value]) => `${title}: ${value}\n`).join('')
}

function enrolmentOf({ enrolment, pcId, enrolledAt }: Standing, language: Language): string {
  if (enrolment === 'revoked') return WORDS.revoked(language)
  return pcId === undefined || enrolledAt === undefined ? WORDS.no(language) : WORDS.yesSince(language, pcId, moment(enrolledAt))
}

function moment(iso: string): string {
  return formatDateTime(Date.parse(iso), DEFAULT_TIME_ZONE)
}
