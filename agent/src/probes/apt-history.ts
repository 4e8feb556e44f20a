/** Finds the last successful upgrade in apt's history log. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { TextReading } from '../platform/reading.ts'
import { because } from './because.ts'

/** Logs from new to old; the log writes the PC's local time without its zone. */
export function parseLastUpgrade(logs: readonly TextReading[]): string | Unknown {
  for (const log of logs) {
    if (log.kind === 'absent') continue
    if (log.kind !== 'read') return because(log)
    const ended = log.value
      .split(/\n\s*\n/)
      .flatMap(upgradeEnd)
      .at(-1)
    if (ended !== undefined) return ended
  }
  return unknown('not-supported', 'the logs still kept hold no upgrade')
}

function upgradeEnd(block: string): string[] {
  const [, day, time] = block.match(/^End-Date: (\d{4}-\d{2}-\d{2}) +(\d{2}:\d{2}:\d{2})$/m) ?? []
  const isSuccess = /^Upgrade: /m.test(block) && !/^Error: /m.test(block)
  if (!isSuccess || day === undefined) return []
  const at = new Date(`${day}T${time}`)
  return Number.isNaN(at.getTime()) ? [] : [at.toISOString()]
}
