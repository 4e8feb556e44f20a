/** What follows from a PC's measures alone is kept beside them, with who measured it: plans need not work it out again for each policy. */
import type { Migration } from './migration.ts'

export const standingFindings: Migration = ({ types: t }) =>
  // Null until the PC is measured anew, which the collector does when it starts.
  ['standing_findings', 'pc_class', 'measured_by'].map((name) => `alter table pc_measure add column ${name} ${t.int}`)
