/** What the runner can do on a PC: the same on each system, done by its own installer. */
import type { PackageKind } from '@somay/shared/release.ts'

/** `detail` is what the installer said when it did not succeed. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly detail: string }

export type Hands = {
  readonly kind: PackageKind
  /** The version that is installed whole; undefined when half of one is, or it cannot be read. */
  installedVersion(): Promise<string | undefined>
  /** Whether the agent runs for a moment every quarter of an hour only: its proof is waited for longer. */
  isScheduled(): Promise<boolean>
  install(path: string): Promise<Done>
  /** An older version over whatever is there; settings, identity and outbox stay. */
  goBackTo(path: string, newer: string): Promise<Done>
  /** Sees to it that the agent runs, whatever the installer left. */
  startAgent(): Promise<void>
}
