/** What measures tell beside those of 0010: up to which day a PC is known to lack no update. */
import type { Migration } from './migration.ts'

export const patchedUntil: Migration = ({ types: t }) => [
  // Null until the PC is measured anew, which the collector does when it starts.
  `alter table pc_measure add column patched_until ${t.text}`,
]
