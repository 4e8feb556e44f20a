/** Patches of Fedora, RHEL and their family, from dnf's cache alone (--cacheonly). */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because } from './because.ts'
import { cacheFetchedAt, type DnfCache, readDnfCache, tellsSecurity } from './dnf-cache.ts'
import { type DnfHistory, parseLastDnfUpgrade, readDnfHistory } from './dnf-history.ts'
import { type DnfRepositories, parseDnfSource, readDnfRepositories } from './dnf-repositories.ts'
import { inOrder } from './order.ts'
import { waitingFigures } from './waiting-updates.ts'

type Patches = FactValue<'patches'>
type Pending = Extract<Patches['pending'], unknown[]>

export type DnfReading = {
  readonly updates: CommandResult
  readonly security: CommandResult
  readonly restart: CommandResult
  readonly cache: DnfCache
  readonly history: DnfHistory
  readonly repositories: DnfRepositories
  readonly nowMs: number
}

const DNF_TIMEOUT_MS = 60_000
// "There are updates" (dnf(8), check-update).
const HAS_UPDATES = 100
const NO_INSTALLED_LIST = unknown('not-supported', 'this package system keeps versions, not a list of updates; see the last success')
const NO_NOTES = unknown('not-supported', 'no repository tells which updates are for security')

export async function readDnf(platform: Platform): Promise<DnfReading> {
  const check = (...more: string[]) =>
    platform.runCommand('dnf', ['--quiet', '--cacheonly', 'check-update', ...more], {
      timeoutMs: DNF_TIMEOUT_MS,
      okCodes: [0, HAS_UPDATES],
    })
  return {
    updates: await check(),
    security: await check('--security'),
    restart: await readRestartHint(platform),
    cache: await readDnfCache(platform),
    history: await readDnfHistory(platform),
    repositories: await readDnfRepositories(platform),
    nowMs: platform.now(),
  }
}

/** A program of its own with dnf 4 and yum-utils, a command of dnf 5. Ends with 1 when a restart is due, and when it fails. */
async function readRestartHint(platform: Platform): Promise<CommandResult> {
  const limits = { timeoutMs: DNF_TIMEOUT_MS, okCodes: [0, 1] }
  const program = await platform.runCommand('needs-restarting', ['--reboothint'], limits)
  if (program.kind !== 'not-found') return program
  return platform.runCommand('dnf', ['--cacheonly', 'needs-restarting', '--reboothint'], limits)
}

export function parseDnf({ updates, security, restart, cache, history, repositories, nowMs }: DnfReading): FactBody<Patches> {
  const isTold = tellsSecurity(cache)
  const secured = security.kind === 'ok' && isTold === true ? new Set(parseUpdates(security.stdout).map(({ id }) => id)) : undefined
  const pending = updates.kind === 'ok' ? parseUpdates(updates.stdout, secured) : because(updates)
  return {
    known: {
      ...waitingFigures({
        pending,
        securityCount: secured?.size ?? whyNoSecurity(security, isTold),
        searchedAt: cacheFetchedAt(cache),
        nowMs,
      }),
      installed: NO_INSTALLED_LIST,
      lastSuccessAt: parseLastDnfUpgrade(history),
      restartPending: restartOf(restart),
      source: parseDnfSource(repositories),
    },
    source: 'dnf',
  }
}

function whyNoSecurity(security: CommandResult, isTold: boolean | Unknown): Unknown {
  if (security.kind !== 'ok') return because(security)
  return isUnknown(isTold) ? isTold : NO_NOTES
}

/** `openssl.x86_64  1:3.2.2-6.el9_5  baseos`, the rest on lines of their own where a name is long; below "Obsoleting Packages" stand no updates. */
export function parseUpdates(output: string, secured?: ReadonlySet<string>): Pending {
  const [updates = ''] = output.split(/^Obsoleting packages/im)
  const found = updates
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, id, version] = line.match(/^(\S+\.\S+)\s+(\S+)\s+\S+\s*$/) ?? []
      if (id === undefined || version === undefined) return []
      return [
        {
          id: id.slice(0, 120),
          version: version.slice(0, 120),
          ...(secured && { severity: secured.has(id) ? ('security' as const) : ('other' as const) }),
        },
      ]
    })
  return inOrder(found, ({ id }) => id)
}

/** By its words, not by its code: with 1 ends also what went wrong. */
function restartOf(restart: CommandResult): boolean | Unknown {
  if (restart.kind !== 'ok') return because(restart)
  if (/reboot is required/i.test(restart.stdout)) return true
  if (/reboot (should not be|is not) (necessary|required)/i.test(restart.stdout)) return false
  return unknown('not-supported', 'needs-restarting is not installed, or says nothing about a restart')
}
