/** What measures tell beside those of 0010: up to which day a PC is known to lack no update, whether it runs Windows 11, and which build of Windows it is. */
import type { Migration } from './migration.ts'

export const fresherMeasures: Migration = ({ types: t }) => [
  // Null until the PC is measured anew, which the collector does when it starts.
  `alter table pc_measure add column patched_until ${t.text}`,
  ...['on_windows11', 'windows_build', 'windows_revision'].map((name) => `alter table pc_measure add column ${name} ${t.int}`),
]
