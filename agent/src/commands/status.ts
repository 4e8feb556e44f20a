/** Says how this PC stands with its collector; looks only. */
import { DEFAULT_TIME_ZONE, formatDateTime } from '@somay/shared/text/dates.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { countWaiting } from '../outbox/count-waiting.ts'
import { listRejected } from '../outbox/rejected.ts'
import { openSampleLog } from '../outbox/sample-log.ts'
import { thisClocks } from '../platform/boot-clock.ts'
import { holderOf } from '../platform/folder-lock.ts'
import type { Credential, Status } from '../state/schemas.ts'
import { openStateFolder } from '../state/state-folder.ts'
import { WORDS } from '../words.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { load } from './load.ts'

export async function status(call: Call): Promise<number> {
  const loaded = await load(call)
  if (!loaded) return EXIT.usage
  const { language } = call
  const folder = loaded.settings.stateFolder
  const state = openStateFolder(folder, loaded.log)
  const credential = state.read('credential')
  const { lastContactAt, lastError, notBefore, refusedEnrolment } = state.read('status') ?? {}
  const rejected = listRejected(folder)
  const pid = holderOf(folder)
  const none = WORDS.none(language)
  const lines: [string, string][] = [
    [WORDS.statusCollector(language), loaded.settings.collectorUrls?.join(' ') ?? credential?.collectorUrl ?? none],
    [WORDS.statusEnrolled(language), enrolment(language, credential, refusedEnrolment)],
    [WORDS.statusRunning(language), pid === undefined ? none : WORDS.processNumber(language, pid)],
    [WORDS.statusLastContact(language), lastContactAt === undefined ? WORDS.never(language) : moment(lastContactAt)],
    ...resting(language, notBefore),
    [WORDS.statusWaiting(language), String(countWaiting(folder))],
    [WORDS.statusSamples(language), String(openSampleLog(folder, thisClocks()).read().length)],
    [WORDS.statusRejected(language), rejected.length === 0 ? none : rejected.map(({ name, reason }) => `${name} (${reason})`).join('; ')],
    [WORDS.statusLastError(language), lastError === undefined ? none : `${moment(lastError.at)} ${lastError.sentence}`],
    [WORDS.statusFolder(language), folder],
  ]
  process.stdout.write(lines.map(([title, value]) => `${title}: ${value}\n`).join(''))
  return EXIT.done
}

function enrolment(language: Language, credential: Credential | undefined, refused: Status['refusedEnrolment']): string {
  if (!credential) return WORDS.no(language)
  if (refused === credential.enrolledAt) return WORDS.revoked(language)
  return WORDS.yesSince(language, credential.pcId, moment(credential.enrolledAt))
}

/** Said only while it lasts: the collector asked to be left alone until then. */
function resting(language: Language, notBefore: string | undefined): [string, string][] {
  return notBefore !== undefined && Date.parse(notBefore) > Date.now() ? [[WORDS.statusRests(language), moment(notBefore)]] : []
}

function moment(iso: string): string {
  return formatDateTime(Date.parse(iso), DEFAULT_TIME_ZONE)
}
