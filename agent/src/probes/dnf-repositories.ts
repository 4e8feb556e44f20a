/** Which servers dnf takes updates from: the hosts of the repositories that are switched on. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because, textIn } from './because.ts'

export type DnfRepositories = Reading<readonly TextReading[]>

const FOLDER = '/etc/yum.repos.d'

export async function readDnfRepositories(platform: Platform): Promise<DnfRepositories> {
  const names = await platform.listFolder(FOLDER)
  if (names.kind !== 'read') return names
  const files = names.value.filter((name) => name.endsWith('.repo')).map((name) => platform.readText(`${FOLDER}/${name}`))
  return { kind: 'read', value: await Promise.all(files) }
}

export function parseDnfSource(repositories: DnfRepositories): string | Unknown {
  if (repositories.kind !== 'read') return because(repositories)
  const hosts = new Set<string>()
  for (const file of repositories.value) {
    if (file.kind === 'absent') continue
    if (file.kind !== 'read') return because(file)
    for (const host of file.value.split(/^(?=\[)/m).flatMap(hostsOf)) hosts.add(host)
  }
  return textIn([...hosts].sort().join(', '), 200) ?? unknown('failed', 'no repository of dnf is switched on')
}

/** Addresses may hold variables such as `$releasever`, in their path as a rule; a user and a password before the host are left out. */
function hostsOf(section: string): string[] {
  if (/^enabled\s*=\s*(0|false|no)\s*$/im.test(section)) return []
  const addresses = [...section.matchAll(/^(?:baseurl|metalink|mirrorlist)\s*=\s*(?:https?|ftp):\/\/(?:[^/\s@]*@)?([^/\s:]+)/gim)]
  return addresses.map(([, host = '']) => host.toLowerCase())
}
