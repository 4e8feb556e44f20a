/** Reads who is logged on; personal, so it is off until an administrator turns it on. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Platform } from '../platform/platform.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because } from './because.ts'
import { parseSignedInUserOnMac } from './macos/signed-in-user.ts'
import { inOrder } from './order.ts'
import type { Probe } from './probe.ts'
import { parseSignedInUserOnWindows } from './windows/signed-in-user.ts'

const WHO_LIMIT_MS = 5_000
const MAX_USERS = 64

export function readSignedInUser(platform: Platform): Promise<CommandResult> {
  return platform.runCommand('who', [], { timeoutMs: WHO_LIMIT_MS })
}

/** The first word of a line is the account; nobody logged on is an empty list, and a reading. */
export function parseSignedInUser(who: CommandResult): FactBody<FactValue<'signed-in-user'>> {
  if (who.kind !== 'ok') return because(who)
  const names = new Set(who.stdout.split('\n').flatMap((line) => /^\S+/.exec(line)?.[0]?.slice(0, 200) ?? []))
  return {
    known: {
      users: inOrder([...names], (name) => name)
        .slice(0, MAX_USERS)
        .map((name) => ({ name })),
    },
    source: 'who',
  }
}

export const signedInUserProbe: Probe<'signed-in-user'> = {
  fact: 'signed-in-user',
  timeLimitMs: 2 * WHO_LIMIT_MS,
  linux: async ({ platform }) => parseSignedInUser(await readSignedInUser(platform)),
  windows: async ({ windows }) => parseSignedInUserOnWindows(windows),
  macos: async ({ macos }) => parseSignedInUserOnMac(macos),
}
