/** Patches of Fedora, RHEL and their family, from dnf's cache alone (--cacheonly). */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because } from './because.ts'
import { inOrder } from './order.ts'

type Patches = FactValue<'patches'>
type Pending = Extract<Patches['pending'], unknown[]>

export type DnfReading = {
  readonly updates: CommandResult
  readonly security: CommandResult
  readonly restart: CommandResult
}

const DNF_TIMEOUT_MS = 60_000
// "There are updates" (dnf(8), check-update).
const HAS_UPDATES = 100
const MAX_PENDING = 5_000
const NOT_READ_YET = unknown('not-supported', 'not read on this package system')

export async function readDnf(platform: Platform): Promise<DnfReading> {
  const check = (...more: string[]) =>
    platform.runCommand('dnf', ['--quiet', '--cacheonly', 'check-update', ...more], {
      timeoutMs: DNF_TIMEOUT_MS,
      okCodes: [0, HAS_UPDATES],
    })
  return {
    updates: await check(),
    security: await check('--security'),
    // Says 1 when a restart is due (dnf-plugins-core).
    restart: await platform.runCommand('needs-restarting', ['--reboothint'], { timeoutMs: DNF_TIMEOUT_MS, okCodes: [0, 1] }),
  }
}

export function parseDnf({ updates, security, restart }: DnfReading): FactBody<Patches> {
  const secured = security.kind === 'ok' ? new Set(parseUpdates(security.stdout).map(({ id }) => id)) : undefined
  const pending = updates.kind === 'ok' ? parseUpdates(updates.stdout, secured) : because(updates)
  return {
    known: {
      pendingCount: Array.isArray(pending) ? pending.length : pending,
      pendingSecurityCount: secured?.size ?? (security.kind === 'ok' ? 0 : because(security)),
      pending: Array.isArray(pending) ? pending.slice(0, MAX_PENDING) : pending,
      installed: NOT_READ_YET,
      lastSuccessAt: NOT_READ_YET,
      restartPending: restartOf(restart),
      source: NOT_READ_YET,
    },
    source: 'dnf',
  }
}

/** `openssl.x86_64  1:3.2.2-6.el9_5  baseos`; below "Obsoleting Packages" stand no updates. */
export function parseUpdates(output: string, secured?: ReadonlySet<string>): Pending {
  const [updates = ''] = output.split(/^Obsoleting Packages/m)
  const found = updates.split('\n').flatMap((line) => {
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

function restartOf(restart: CommandResult): boolean | Unknown {
  return restart.kind === 'ok' ? restart.code === 1 : because(restart)
}
