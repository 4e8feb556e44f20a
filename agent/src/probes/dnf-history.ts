/** Finds the last upgrade of a package in the log that dnf 4 keeps of what rpm did. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because } from './because.ts'

/** Logs from new to old; each line starts with the moment and its zone. */
export type DnfHistory = Reading<readonly TextReading[]>

const LOG_FOLDER = '/var/log'
// dnf starts a new one at a megabyte and keeps four.
const LOG = /^dnf\.rpm\.log(?:\.(\d+))?$/
/** `2026-05-03T09:15:22+0700 SUBDEBUG Upgrade: bash-5.1.8-9.el9.x86_64`; "Upgraded:" is the old package going. */
const UPGRADE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(Z|([+-]\d{2}):?(\d{2})) SUBDEBUG Upgrade: /gm

export async function readDnfHistory(platform: Platform): Promise<DnfHistory> {
  const names = await platform.listFolder(LOG_FOLDER)
  if (names.kind !== 'read') return names
  const logs = names.value.flatMap((name) => {
    const [found, age = '0'] = name.match(LOG) ?? []
    return found === undefined ? [] : [{ path: `${LOG_FOLDER}/${name}`, age: Number(age) }]
  })
  const readings = logs.sort((a, b) => a.age - b.age).map(({ path }) => platform.readText(path))
  return { kind: 'read', value: await Promise.all(readings) }
}

export function parseLastDnfUpgrade(logs: DnfHistory): string | Unknown {
  if (logs.kind !== 'read') return because(logs)
  if (logs.value.length === 0) return unknown('not-supported', 'dnf 5 keeps its history in a database that is not read')
  for (const log of logs.value) {
    if (log.kind === 'absent') continue
    if (log.kind !== 'read') return because(log)
    const last = [...log.value.matchAll(UPGRADE)].at(-1)
    if (last) return momentOf(last)
  }
  return unknown('failed', 'no upgrade stands in the logs that are still kept')
}

function momentOf([, local, zone, hours, minutes]: RegExpMatchArray): string | Unknown {
  const at = new Date(zone === 'Z' ? `${local}Z` : `${local}${hours}:${minutes}`)
  return Number.isNaN(at.getTime()) ? unknown('failed', 'dnf.rpm.log: not understood') : at.toISOString()
}
