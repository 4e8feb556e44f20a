/** How many of a unit's people are of groups I-VI of the staff norm, who have two machines each. */
import type { Migration } from './migration.ts'

export const leaders: Migration = ({ types: t }) =>
  // Null of everything told before: nobody was asked.
  [`alter table staff_number add column leaders ${t.int}`]
