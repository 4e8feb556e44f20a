/** Lines of committed plans keep which build of Windows stood then and since when it lacked an update: what is done follows from what was done, whatever newer tables say. */
import type { Migration } from './migration.ts'

export const committedSystems: Migration = ({ types: t }) => [
  // Null in lines of before, and where it was not read.
  ...['windows_build', 'windows_revision'].map((name) => `alter table committed_line add column ${name} ${t.int}`),
  `alter table committed_line add column missing_since ${t.text}`,
]
