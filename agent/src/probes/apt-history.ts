/** Finds the last successful upgrade in apt's history logs. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because } from './because.ts'

/** Logs from new to old; each writes the PC's local time without its zone. */
export type AptHistory = Reading<readonly TextReading[]>

const LOG_FOLDER = '/var/log/apt'
// logrotate keeps a log a month, twelve of them, all but the present one compressed.
const LOG = /^history\.log(?:\.(\d+)(\.gz)?)?$/

export async function readAptHistory(platform: Platform): Promise<AptHistory> {
  const names = await platform.listFolder(LOG_FOLDER)
  if (names.kind !== 'read') return names
  const logs = names.value.flatMap((name) => {
    const [found, age = '0', isPacked] = name.match(LOG) ?? []
    return found === undefined ? [] : [{ path: `${LOG_FOLDER}/${name}`, age: Number(age), isPacked: isPacked !== undefined }]
  })
  const readings = logs
    .sort((a, b) => a.age - b.age)
    .map(({ path, isPacked }) => (isPacked ? platform.readGzipText(path) : platform.readText(path)))
  return { kind: 'read', value: await Promise.all(readings) }
}

export function parseLastUpgrade(logs: AptHistory): string | Unknown {
  if (logs.kind !== 'read') return because(logs)
  for (const log of logs.value) {
    if (log.kind === 'absent') continue
    if (log.kind !== 'read') return because(log)
    const ended = log.value
      .split(/\n\s*\n/)
      .flatMap(upgradeEnd)
      .at(-1)
    if (ended !== undefined) return ended
  }
  // Not "never": an upgrade older than the oldest log left no trace. Nor is it anything the system could not tell.
  return unknown('failed', 'no upgrade stands in the logs that are still kept')
}

function upgradeEnd(block: string): string[] {
  const [, day, time] = block.match(/^End-Date: (\d{4}-\d{2}-\d{2}) +(\d{2}:\d{2}:\d{2})$/m) ?? []
  const isSuccess = /^Upgrade: /m.test(block) && !/^Error: /m.test(block)
  if (!isSuccess || day === undefined) return []
  const at = new Date(`${day}T${time}`)
  return Number.isNaN(at.getTime()) ? [] : [at.toISOString()]
}
