/** Patches of Debian, Ubuntu and their family, by a dry run of apt-get over the lists it last fetched. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { type AptHistory, parseLastUpgrade, readAptHistory } from './apt-history.ts'
import { APT_LISTS_FOLDER, isAptIndex } from './apt-lists.ts'
import { because, textIn } from './because.ts'
import { inOrder } from './order.ts'
import { parseUpdateLists, readUpdateLists } from './update-lists.ts'
import { waitingFigures } from './waiting-updates.ts'

type Patches = FactValue<'patches'>
type Pending = Extract<Patches['pending'], unknown[]>

export type AptReading = {
  readonly simulation: CommandResult
  readonly lists: Reading<string[]>
  /** When they were last fetched, ISO 8601. */
  readonly fetchedAt: string | Unknown
  readonly nowMs: number
  readonly history: AptHistory
  readonly restartMark: TextReading
  /** The programs that would leave the restart mark; without one its absence says nothing. */
  readonly markers: readonly TextReading[]
}

const APT_TIMEOUT_MS = 60_000
const RESTART_MARKERS = ['/usr/share/update-notifier/notify-reboot-required', '/etc/kernel/postinst.d/unattended-upgrades']
const NO_INSTALLED_LIST = unknown('not-supported', 'this package system keeps versions, not a list of updates; see the last success')

export async function readApt(platform: Platform): Promise<AptReading> {
  return {
    simulation: await platform.runCommand(
      'apt-get',
      [
        '--simulate',
        '--option',
        'Debug::NoLocking=true',
        '--option',
        'APT::Get::Show-User-Simulation-Note=false',
        '--with-new-pkgs',
        'upgrade',
      ],
      { timeoutMs: APT_TIMEOUT_MS },
    ),
    lists: await platform.listFolder(APT_LISTS_FOLDER),
    fetchedAt: parseUpdateLists(await readUpdateLists(platform)),
    nowMs: platform.now(),
    history: await readAptHistory(platform),
    restartMark: await platform.readText('/var/run/reboot-required'),
    markers: await Promise.all(RESTART_MARKERS.map((path) => platform.modifiedAt(path))),
  }
}

export function parseApt(reading: AptReading): FactBody<Patches> {
  const pending = pendingOf(reading)
  const { lists, fetchedAt: searchedAt, nowMs } = reading
  return {
    known: {
      ...waitingFigures({ pending, securityCount: isUnknown(pending) ? pending : securityCount(pending, lists), searchedAt, nowMs }),
      installed: NO_INSTALLED_LIST,
      lastSuccessAt: parseLastUpgrade(reading.history),
      restartPending: restartPending(reading),
      source: sourceOf(lists),
    },
    source: 'apt-get',
  }
}

function pendingOf({ simulation, lists }: AptReading): Pending | Unknown {
  if (simulation.kind !== 'ok') return because(simulation)
  if (lists.kind !== 'read') return because(lists)
  if (!lists.value.some(isAptIndex)) return unknown('failed', 'no package lists: apt-get update never ran here')
  return parseSimulation(simulation.stdout, knowsSecurity(lists.value))
}

/** `Inst openssl [3.0.16-1] (3.0.20-1 Debian:12.15/oldstable, Debian-Security:12/... [amd64])`; a line without the old version is a new package, not an update. */
export function parseSimulation(output: string, tellsSecurity: boolean): Pending {
  const updates = output.split('\n').flatMap((line) => {
    const [, id, version, origins] = line.match(/^Inst (\S+) \[[^\]]+\] \((\S+) (.*?)(?: \[[^\]]+\])?\)/) ?? []
    if (id === undefined || version === undefined) return []
    const isSecurity = /security/i.test(origins ?? '')
    const severity = isSecurity ? ('security' as const) : ('other' as const)
    return [{ id: id.slice(0, 120), version: version.slice(0, 120), ...(tellsSecurity && { severity }) }]
  })
  return inOrder(updates, ({ id }) => id)
}

function knowsSecurity(lists: readonly string[]): boolean {
  return lists.some((name) => isAptIndex(name) && /-security_|security\./.test(name))
}

/** Without a security source among the lists "none" would only mean that nobody looked. */
function securityCount(pending: Pending, lists: Reading<string[]>): number | Unknown {
  if (lists.kind !== 'read' || !knowsSecurity(lists.value)) return unknown('not-supported', 'no security source is among the package lists')
  return pending.filter(({ severity }) => severity === 'security').length
}

function restartPending({ restartMark, markers }: AptReading): boolean | Unknown {
  if (restartMark.kind === 'read') return true
  if (restartMark.kind !== 'absent') return because(restartMark)
  if (markers.some(({ kind }) => kind === 'read')) return false
  return unknown('not-supported', 'nothing on this system records that a restart is due')
}

/** The archives' host names, as the list files carry them; apt leaves out user names and passwords there. */
function sourceOf(lists: Reading<string[]>): string | Unknown {
  if (lists.kind !== 'read') return because(lists)
  const hosts = new Set(lists.value.filter(isAptIndex).map((name) => name.split('_')[0] ?? ''))
  return textIn([...hosts].sort().join(', '), 200) ?? unknown('failed', 'no package lists: apt-get update never ran here')
}
