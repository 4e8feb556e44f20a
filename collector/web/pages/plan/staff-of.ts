/** People of the blocks together, and PCs missing to give each one; of whom nobody told a number is not in it. Pure. */
import type { PlanRow } from '@somay/shared/api/plans.ts'

export type StaffNeed = Pick<PlanRow, 'staff' | 'needByStaff'>

export function staffOf(rows: readonly PlanRow[]): StaffNeed {
  const told = rows.filter(({ kind, staff }) => kind === 'block' && staff !== undefined)
  if (told.length === 0) return {}
  const sum = (key: keyof StaffNeed) => told.reduce((all, row) => all + (row[key] ?? 0), 0)
  return { staff: sum('staff'), needByStaff: sum('needByStaff') }
}
