/** What follows from a PC's measures alone is kept beside them, with who measured it: plans need not work it out again for each policy. */
import type { Migration } from './migration.ts'

export const standingFindings: Migration = ({ types: t }) => [
  ...['standing_findings', 'pc_class', 'measured_by'].map((name) => `alter table pc_measure add column ${name} ${t.int}`),
  // By code of before, whatever it was: they are measured anew when the collector starts. Null is a PC that joined since.
  'update pc_measure set measured_by = 0',
]
