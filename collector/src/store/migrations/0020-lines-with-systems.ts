/** Lines of committed plans keep by which system their PC was priced: a new one in its place needs a licence or not. */
import type { Migration } from './migration.ts'

// Null in lines of before: of those the system their PC has now is taken.
export const linesWithSystems: Migration = ({ types: t }) => [`alter table committed_line add column own_system ${t.text}`]
